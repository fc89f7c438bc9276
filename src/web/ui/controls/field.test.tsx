import { act, fireEvent, render, screen } from '@testing-library/react';
import { startTransition, Suspense, use, useState } from 'react';
import { expect, it } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { Field, FileField, SelectField } from './field.tsx';

it('a file field has labels in the page’s language and keeps the browser’s keys and drops', () => {
  render(<FileField label="Proof" choose="ファイルを選ぶ" fileName="minutes.pdf" hint="PDF" />);
  const input = screen.getByLabelText('Proof');
  expect(input).toHaveProperty('type', 'file');
  expect(input.tabIndex).toBe(0);
  expect(input.parentElement?.textContent).toBe('ファイルを選ぶminutes.pdf');
});

const never = new Promise<never>(() => {});
/** What follows the choice `slow` is never ready. */
const Following = ({ chosen }: { readonly chosen: string }) =>
  chosen === 'slow' ? use(never) : chosen;

function Page() {
  const [choice, choose] = useState('quick');
  return (
    <>
      <SelectField
        label="Choice"
        value={choice}
        onChange={({ target }) => startTransition(() => choose(target.value))}
      >
        <option value="quick">Quick</option>
        <option value="slow">Slow</option>
      </SelectField>
      <Suspense>
        <Following chosen={choice} />
      </Suspense>
    </>
  );
}

it('a choice shows before the page that follows it is drawn', async () => {
  render(<Page />);
  const field = screen.getByLabelText<HTMLSelectElement>('Choice');
  await act(async () => void fireEvent.change(field, { target: { value: 'slow' } }));
  expect(field.value).toBe('slow');
  expect(screen.getByText('quick')).toBeTruthy();
});

// seen to fail: a Japanese page said "Please fill out this field." in the language of the browser
it('a required field that is empty says so in the language of the page, until it is filled in', async () => {
  render(
    <LanguageProvider value="ja">
      <Field label="Name" required />
      <SelectField label="Role" required>
        <option value="">none</option>
        <option value="viewer">viewer</option>
      </SelectField>
    </LanguageProvider>,
  );
  const name = screen.getByLabelText<HTMLInputElement>('Name');
  const role = screen.getByLabelText<HTMLSelectElement>('Role');
  for (const control of [name, role]) {
    expect(control.checkValidity()).toBe(false);
    expect(control.validationMessage).toBe('この項目を入力してください。');
  }
  fireEvent.input(name, { target: { value: 'Rana' } });
  fireEvent.blur(role);
  expect([name.checkValidity(), role.validity.customError]).toEqual([true, false]);
});
