import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NumberField } from './number-field.tsx';

const field = (isChecked: boolean) => (
  <NumberField
    id="tax"
    label="Tax, October 2026"
    head="October 2026"
    read={{ text: 'many', reading: { kind: 'wrong', why: 'not_a_number' } }}
    isChecked={isChecked}
    onText={() => {}}
    onRestore={() => {}}
  />
);

// seen to fail in the month step: its fault was not tied to its field
test('the description of a wrong number is its fault, once the form is checked', () => {
  const { rerender } = render(field(false));
  const input = screen.getByRole('textbox', { name: 'Tax, October 2026' });
  expect(input.getAttribute('aria-describedby')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(field(true));
  const fault = screen.getByRole('alert');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('aria-describedby')).toBe(fault.id);
  expect(fault.textContent).not.toBe('');
});
