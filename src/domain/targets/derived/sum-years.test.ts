import { expect, test } from 'vitest';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { sumYears } from './sum-years.ts';

const name = { 'zh-CN': 'a', ja: 'a', en: 'a' };
const indicator: Indicator = {
  id: 'fai',
  kind: 'annual_flow',
  january_in_february: true,
  unit: 'CNY',
  name,
  definition: name,
};
const target = { covers: 'sum_of_years', baseline_date: '2025-12-31' } as const;
const value = (period: string, amount: string): Observation => ({
  indicator: 'fai',
  period,
  value: amount,
  data_status: 'reported',
  origin: 'own',
  revision: 1,
});

test('begins at 0 once anything is reported since the first day', () => {
  const { observations } = sumYears(target, indicator, [value('2026-10', '21')]);
  expect(observations.map(({ period, value: sum, missing }) => [period, sum ?? missing])).toEqual([
    ['2025-12', '0'],
    // the January that the year to date of February includes
    ['2026-01', 'not_applicable'],
    ['2026-10', '21'],
  ]);
});
test('reports nothing, not 0, without a value since the first day', () => {
  expect(sumYears(target, indicator, []).observations).toEqual([]);
  expect(sumYears(target, indicator, [value('2025-10', '18')]).observations).toEqual([]);
});
test('never adds the months of a level, whatever its target covers', () => {
  const level: Indicator = { ...indicator, kind: 'stock', unit: 'jobs' };
  const values = [value('2025-12', '300'), value('2026-12', '310')];
  const { indicator: sumIndicator, observations } = sumYears(target, level, values);
  expect(sumIndicator).toBe(level);
  expect(observations).toEqual(values);
});
