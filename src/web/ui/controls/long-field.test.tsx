import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LongField } from './long-field.tsx';

// seen to fail: the standing of a zone, 250 characters, stood in one line that showed 40 of them
test('a field for a long text has several lines, and says when it is full', () => {
  const { rerender } = render(<LongField label="Standing" value="abc" maxLength={5} readOnly />);
  const field = screen.getByLabelText('Standing');
  expect(field.tagName).toBe('TEXTAREA');
  expect(screen.queryByRole('status')).toBeNull();
  rerender(<LongField label="Standing" value="abcde" maxLength={5} readOnly />);
  expect(screen.getByRole('status').textContent).toContain('5');
});

test('a field for a long text without a limit is never full, and its error belongs to it', () => {
  render(<LongField label="Standing" value="" error="Enter a text." readOnly />);
  expect(screen.queryByRole('status')).toBeNull();
  const field = screen.getByLabelText('Standing');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const error = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(error?.textContent).toBe('Enter a text.');
});
