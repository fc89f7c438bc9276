import { expect, test } from 'vitest';
import { cellValue } from './cell-words.ts';

// Seen to fail: a manager accepted KES 125,000, which the list rounded to KES 0.13mn.
test('a proposed value has every digit in each unit in which it is typed', () => {
  const cell = { key: 'investment', unit: 'KES' };
  expect(cellValue(cell, '125000', 'en')).toBe('KES 0.125mn');
  expect(cellValue(cell, '125000', 'zh-CN')).toBe('12.5万肯尼亚先令');
  expect(cellValue(cell, '-12345678.9', 'en', true)).toBe('−KES 12.3456789mn');
  expect(cellValue({ key: 'jobs', unit: 'jobs' }, '120', 'en')).toBe('120 jobs');
});
