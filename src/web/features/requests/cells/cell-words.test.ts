import { expect, test } from 'vitest';
import { cellValue, typedUnit } from './cell-words.ts';

// Seen to fail: a manager accepted KES 125,000, which the list rounded to KES 0.13mn.
test('a proposed value has every digit in each unit in which it is typed', () => {
  const cell = { key: 'investment', unit: 'KES' };
  expect(cellValue(cell, '125000', 'en')).toBe('KES 0.125mn');
  expect(cellValue(cell, '125000', 'zh-CN')).toBe('12.5万肯尼亚先令');
  expect(cellValue(cell, '-12345678.9', 'en', true)).toBe('−KES 12.3456789mn');
  expect(cellValue({ key: 'jobs', unit: 'jobs' }, '120', 'en')).toBe('120 jobs');
});

// seen to fail: a company typed the output in mn, and the manager of the same indicator in bn
test.each([
  ['en', { power: 9, label: 'CN¥ bn' }, { power: 6, label: 'CN¥ mn' }],
  ['zh-CN', { power: 8, label: '亿元' }, { power: 4, label: '万元' }],
  ['ja', { power: 8, label: '億元' }, { power: 4, label: '万元' }],
] as const)(
  '%s: an indicator has the unit of its month, a project that of companies',
  (language, month, company) => {
    const money = { key: 'output', unit: 'CNY' };
    expect(typedUnit({ ...money, indicator: { en: 'Output' } }, language)).toEqual(month);
    expect(typedUnit({ ...money, indicator: { en: 'Output' }, power: 0 }, language).power).toBe(0);
    expect(typedUnit({ ...money, project: 'Heat pumps' }, language)).toEqual(company);
  },
);

// seen to fail: a Japanese page took dong in 万, so that a usual amount had seven digits
test.each([
  ['en', 'VND', 9, 'VND bn'],
  ['zh-CN', 'VND', 8, '亿越南盾'],
  ['ja', 'VND', 8, '億ベトナム・ドン'],
  ['en', 'KES', 6, 'KES mn'],
  ['ja', 'JPY', 6, '百万円'],
  ['zh-CN', 'JPY', 4, '万日元'],
  ['ja', 'EUR', 4, '万ユーロ'],
] as const)('%s: a company types %s in 10^%d, which stands beside the field', (...row) => {
  const [language, unit, power, label] = row;
  const cell = { key: 'completed', unit, project: 'Heat pumps' };
  expect(typedUnit(cell, language)).toEqual({ power, label });
});
