import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FileField } from './field.tsx';

it('a file field has labels in the page’s language and keeps the browser’s keys and drops', () => {
  render(<FileField label="Proof" choose="ファイルを選ぶ" fileName="minutes.pdf" hint="PDF" />);
  const input = screen.getByLabelText('Proof');
  expect(input).toHaveProperty('type', 'file');
  expect(input.tabIndex).toBe(0);
  expect(input.parentElement?.textContent).toBe('ファイルを選ぶminutes.pdf');
});
