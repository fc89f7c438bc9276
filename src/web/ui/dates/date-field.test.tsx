import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type FormEvent, useState } from 'react';
import { expect, it, test, vi } from 'vitest';
import { type Language, languages } from '#domain/values/language.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { DateField } from './date-field.tsx';
import { dateLabels } from './labels/index.ts';
import type { DateInputProps } from './use-typed-date.ts';

function show(language: Language, props: Partial<DateInputProps> = {}) {
  const onSend = vi.fn();
  const Form = () => {
    const [value, setValue] = useState(props.value ?? '');
    return (
      <DateField
        label="Day"
        {...props}
        value={value}
        onChange={(event) => {
          onSend(event.target.value);
          setValue(event.target.value);
        }}
      />
    );
  };
  render(
    <LanguageProvider value={language}>
      <Form />
    </LanguageProvider>,
  );
  return onSend;
}
const field = () => screen.getByLabelText<HTMLInputElement>('Day');
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });

const texts = {
  en: '27 November 2026',
  'zh-CN': '2026年11月27日',
  ja: '2026年11月27日',
} as const;
it.each(languages)('is in the language of the page, not of the browser: %s', (language) => {
  show(language, { value: '2026-11-27' });
  expect(field().value).toBe(texts[language]);
  expect(field().type).toBe('text');
});

test('a typed text is sent as a day, and is reformatted when the field loses the focus', () => {
  const onSend = show('ja');
  type('令和8年11月27日');
  expect(onSend).toHaveBeenLastCalledWith('2026-11-27');
  expect(field().value).toBe('令和8年11月27日');
  fireEvent.blur(field());
  expect(field().value).toBe('2026年11月27日');
});

test('bad input stays, sends nothing, blocks the form and explains the remedy, but not while typing', () => {
  const onSend = show('en', { value: '2026-11-27' });
  type('04/05/2026');
  expect(onSend).toHaveBeenLastCalledWith('');
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.blur(field());
  expect(field().value).toBe('04/05/2026');
  expect(screen.getByRole('alert').textContent).toBe(
    dateLabels.en.two_ways({ date: '27 November 2026' }),
  );
  expect(field().validationMessage).not.toBe('');
  expect(field().getAttribute('aria-invalid')).toBe('true');
  type('');
  expect(field().validationMessage).toBe('');
});

test('a form that validates itself is not sent with an unreadable text', () => {
  const onSubmit = vi.fn((event: FormEvent) => event.preventDefault());
  const Form = () => {
    const [value, setValue] = useState('');
    return (
      <form noValidate onSubmit={onSubmit}>
        <DateField label="Day" value={value} onChange={({ target }) => setValue(target.value)} />
        <button type="submit">Save</button>
      </form>
    );
  };
  render(
    <LanguageProvider value="en">
      <Form />
    </LanguageProvider>,
  );
  type('04/05/2026');
  fireEvent.blur(field());
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSubmit).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field());
  type('4 May 2026');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSubmit).toHaveBeenCalledOnce();
});

test('a day outside its bounds is sent and reported', () => {
  const onSend = show('en', { min: '2026-11-01', max: '2026-11-30' });
  type('2026-12-01');
  fireEvent.blur(field());
  expect(onSend).toHaveBeenLastCalledWith('2026-12-01');
  expect(screen.getByRole('alert').textContent).toBe('Choose 30 November 2026 or earlier.');
});

test('keys move through the calendar within the bounds, and the focus returns', async () => {
  const onSend = show('en', { value: '2026-11-27', max: '2026-11-30' });
  fireEvent.click(screen.getByRole('button', { name: dateLabels.en.open }));
  const dayButton = await screen.findByRole('button', { name: texts.en });
  await waitFor(() => expect(document.activeElement).toBe(dayButton));
  fireEvent.keyDown(dayButton, { key: 'ArrowUp' });
  await waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label')).toBe('20 November 2026'),
  );
  fireEvent.keyDown(document.activeElement ?? dayButton, { key: 'PageUp' });
  const october = await screen.findByRole('button', { name: '20 October 2026' });
  fireEvent.keyDown(october, { key: 'PageDown' });
  const november = await screen.findByRole('button', { name: '20 November 2026' });
  fireEvent.keyDown(november, { key: 'PageDown' });
  const december = await screen.findByRole('button', { name: '20 December 2026' });
  fireEvent.click(december);
  expect(onSend).not.toHaveBeenCalled();
  fireEvent.keyDown(december, { key: 'PageUp' });
  await screen.findByRole('button', { name: '20 November 2026' });
  fireEvent.click(screen.getByRole('button', { name: '21 November 2026' }));
  expect(onSend).toHaveBeenLastCalledWith('2026-11-21');
  expect(document.activeElement).toBe(field());
  expect(field().value).toBe('21 November 2026');
});

test('a month is typed and chosen as one', async () => {
  const onSend = show('zh-CN', { kind: 'month', value: '2026-05' });
  expect(field().value).toBe('2026年5月');
  type('2026/7');
  expect(onSend).toHaveBeenLastCalledWith('2026-07');
  fireEvent.click(screen.getByRole('button', { name: dateLabels['zh-CN'].open }));
  fireEvent.click(await screen.findByRole('button', { name: '2026年9月' }));
  expect(onSend).toHaveBeenLastCalledWith('2026-09');
});
