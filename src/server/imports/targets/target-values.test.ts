import { expect, test } from 'vitest';
import { readPeriod, readValue, splitValue } from './target-values.ts';

const money = { unit: 'CNY' };
const jobs = { unit: 'jobs' };

test.each([
  ['9.8', '亿元', money, '980000000'],
  ['9.8亿', '元', money, '980000000'],
  ['9.8亿元', '亿元', money, '980000000'],
  ['1,234.5', 'CN¥ mn', money, '1234500000'],
  ['不少于2.1万', '人', jobs, '21000'],
  [21000, undefined, jobs, '21000'],
  ['60%', undefined, { unit: 'percent' }, '60'],
  ['90家', '亿元', { unit: 'companies' }, '90'],
] as const)('%s in %s is read exactly', (cell, unit, indicator, value) => {
  expect(readValue(cell, unit, indicator)).toEqual({ value });
});

test.each([
  ['9.8亿美元', '元', money, 'other_unit'],
  ['9.8', '家', money, 'other_unit'],
  ['9.8万', '万元', money, 'other_unit'],
  ['9.8', undefined, money, 'no_unit'],
  ['1e9', '元', money, 'other_unit'],
  ['about 9', '元', money, 'not_a_number'],
  ['60%', undefined, jobs, 'not_a_number'],
  ['1.5', '人', jobs, 'not_whole'],
] as const)('%s in %s is no value', (cell, unit, indicator, fault) => {
  expect(readValue(cell, unit, indicator)).toEqual({ fault });
});

test('a value can have its condition', () => {
  expect(
    ['≥ 200', '200以上', '不超过30', '少于30', '超过200家'].map(
      (cell) => splitValue(cell).comparator,
    ),
  ).toEqual(['>=', '>=', '<=', '<', '>']);
});

test.each([
  ['2026年度', { kind: 'year', year: 2026 }],
  ['2026年第三季度', { kind: 'quarter', year: 2026, quarter: 3 }],
  ['2026年第3四半期', { kind: 'quarter', year: 2026, quarter: 3 }],
  ['Q3 2026', { kind: 'quarter', year: 2026, quarter: 3 }],
  ['形成期', { kind: 'phase', phase: 'two' }],
  ['期末目标', undefined],
] as const)('%s is a period', (cell, period) => {
  const name = { 'zh-CN': '成形', ja: '形成期', en: 'Shape' };
  const phases = [{ id: 'two', name, start: '2026-01-01', end: '2027-12-31' }];
  expect(readPeriod(cell, phases)).toEqual({ period });
});

test.each(['soon', '2026-13', '99', ''])('%s is no period', (cell) => {
  expect(readPeriod(cell, [])).toBeUndefined();
});
