import { compact } from '#domain/values/compact.ts';
import { expect, test } from 'vitest';
import { partnerCounts } from './partner-counts.ts';

const partners = (n: number, date: string, ended?: string) =>
  Array.from({ length: n }, () => ({ date, ...compact({ ended }) }));

test('the number of partners is known for each day on which it changed', () => {
  expect(
    partnerCounts([
      ...partners(2, '2023-04-01'),
      ...partners(7, '2021-04-16'),
      ...partners(2, '2022-06-01'),
    ]),
  ).toEqual([
    { date: '2021-04-16', count: 7 },
    { date: '2022-06-01', count: 9 },
    { date: '2023-04-01', count: 11 },
  ]);
  expect(partnerCounts([])).toEqual([]);
});
test('an agreement that ended no longer counts, and one that another replaces changes nothing', () => {
  expect(
    partnerCounts([
      ...partners(2, '2021-01-01'),
      ...partners(1, '2021-01-01', '2022-01-01'),
      ...partners(1, '2022-01-01', '2023-01-01'),
    ]),
  ).toEqual([
    { date: '2021-01-01', count: 3 },
    { date: '2023-01-01', count: 2 },
  ]);
});
