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

it('a day is read back in words of the page where the browser writes it in another language', () => {
  const { rerender } = render(day('ja'));
  expect(described()).toBe('2021年4月5日 End of it');
  rerender(day('en'));
  expect(described()).toBe('End of it');
});

it('a file is chosen in words of the page, by a field that keeps the keys and drops of the browser’s own', () => {
  render(<FileField label="Proof" choose="ファイルを選ぶ" fileName="minutes.pdf" hint="PDF" />);
  const input = screen.getByLabelText('Proof');
  expect(input).toHaveProperty('type', 'file');
  expect(input.tabIndex).toBe(0);
  expect(input.parentElement?.textContent).toBe('ファイルを選ぶminutes.pdf');
});
