import { act, fireEvent, render, screen } from '@testing-library/react';
import { startTransition, Suspense, use, useState } from 'react';
import { expect, it } from 'vitest';
import { FileField, SelectField } from './field.tsx';

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
  const [chosen, choose] = useState('quick');
  return (
    <>
      <SelectField
        label="Choice"
        value={chosen}
        onChange={({ target }) => startTransition(() => choose(target.value))}
      >
        <option value="quick">Quick</option>
        <option value="slow">Slow</option>
      </SelectField>
      <Suspense>
        <Following chosen={chosen} />
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
