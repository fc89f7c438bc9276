import { describe, expect, it } from 'vitest';
import { pace, percentile } from './pace.ts';
import { addMonths } from '#domain/values/date.ts';
import { series } from '#domain/overview/overview.fixture.ts';

const months = (values: readonly number[], from = '2020-04') =>
  values.map((value, i) => ({ period: addMonths(from, i), value }));

describe('the pace', () => {
  it('the pace of the illustration is 2.5 companies and 66.9 jobs a month', () =>
    expect([pace(months(series.companies)), pace(months(series.jobs))]).toEqual([
      2.5,
      expect.closeTo(66.9, 1),
    ]));
  it('the pace uses only the last twelve months', () =>
    expect(pace(months([0, 1000, ...Array.from({ length: 12 }, (_, i) => 2000 + i)]))).toBe(1));
  it('the pace is refused under four values and under six months', () =>
    expect([pace(months([14, 15, 17])), pace(months([14, 15, 17, 19, 21]))]).toEqual([
      'too_few_observations',
      'too_short_a_span',
    ]));
  it('percentiles are of type 7', () =>
    expect([
      percentile([1, 2, 3, 4], 0.1),
      percentile([1, 2, 3, 4], 0.5),
      percentile([], 0.5),
    ]).toEqual([expect.closeTo(1.3, 10), 2.5, undefined]));
});
