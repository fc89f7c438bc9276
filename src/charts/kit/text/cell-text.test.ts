import { expect, it } from 'vitest';
import { cellText } from './cell-text.ts';

const table = {
  columns: [
    { id: 'unit', label: 'Unit', kind: 'text' },
    { id: 'plan', label: 'Plan', kind: 'number', measure: null },
    { id: 'amount', label: 'Amount', kind: 'number', measure: null, scale: 9, digits: 2 },
  ],
} as const;

it('shows a computed number of companies whole, other numbers with the decimals of their column, and a missing value as a dash', () => {
  expect(cellText(table, ['companies', '19.108', null], 1, 'en')).toBe('19');
  expect(cellText(table, ['km2', '19.108', null], 1, 'en')).toBe('19.11');
  expect(cellText(table, [null, null, '1234567890'], 2, 'en')).toBe('1.23');
  expect(cellText(table, [null, null, null], 2, 'en')).toBe('—');
});

// seen to fail: tables in Chinese and Japanese said "companies"
it('names a unit in the language of the reader, and a currency by its code', () => {
  const units = (['zh-CN', 'ja', 'en'] as const).map((language) =>
    ['companies', 'km2', 'MYR'].map((unit) => cellText(table, [unit, null, null], 0, language)),
  );
  expect(units).toEqual([
    ['家', '平方公里', 'MYR'],
    ['社', 'km²', 'MYR'],
    ['companies', 'km²', 'MYR'],
  ]);
});
