import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { Field, FileField } from './field.tsx';

const day = (language: 'en' | 'ja') => (
  <LanguageProvider value={language}>
    <Field label="Day" type="date" value="2021-04-05" hint="End of it" readOnly />
  </LanguageProvider>
);
/** What assistive technology says after the name of the field. */
const described = () =>
  document.getElementById(screen.getByLabelText('Day').getAttribute('aria-describedby') ?? '')
    ?.textContent;

it('repeats a day in the page’s language when the browser uses another one', () => {
  const { rerender } = render(day('ja'));
  expect(described()).toBe('2021年4月5日 End of it');
  rerender(day('en'));
  expect(described()).toBe('End of it');
});

it('a file field has labels in the page’s language and keeps the browser’s keys and drops', () => {
  render(<FileField label="Proof" choose="ファイルを選ぶ" fileName="minutes.pdf" hint="PDF" />);
  const input = screen.getByLabelText('Proof');
  expect(input).toHaveProperty('type', 'file');
  expect(input.tabIndex).toBe(0);
  expect(input.parentElement?.textContent).toBe('ファイルを選ぶminutes.pdf');
});
