import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast } from './forecast.ts';
import { pace, percentile } from './pace.ts';
import { addMonths } from './period.ts';
import { series } from './overview.fixture.ts';

const months = (values: readonly number[], from = '2020-04') => values.map((value, i) => ({ period: addMonths(from, i), value }));

describe('the pace', () => {
  it('of the illustration is 2.5 companies (2.0 to 3.0) and 66.9 jobs (55 to 75) a month', () => {
    expect(pace(months(series.companies))).toMatchObject({ p10: expect.closeTo(2, 6), p50: 2.5, p90: expect.closeTo(3, 6) });
    const jobs = pace(months(series.jobs));
    expect(typeof jobs === 'string' ? jobs : [jobs.p50, jobs.p10, jobs.p90].map((x) => Math.round(x * 10) / 10)).toEqual([
      66.9,
      expect.closeTo(55, 0),
      expect.closeTo(75, 0),
    ]);
  });
  it('looks at the last twelve months alone', () =>
    expect(pace(months([0, 1000, ...Array.from({ length: 12 }, (_, i) => 2000 + i)]))).toMatchObject({ p10: 1, p50: 1, p90: 1 }));
  it('takes percentiles of type 7', () =>
    expect([percentile([1, 2, 3, 4], 0.1), percentile([1, 2, 3, 4], 0.5), percentile([], 0.5)]).toEqual([
      expect.closeTo(1.3, 10),
      2.5,
      undefined,
    ]));
  it('gives a forecast at the deadline and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 7, maxLength: 24 }),
        fc.constantFrom('2020-01-31', '2022-06-30', '2025-12-31', '2026-01-01'),
        (values, as_of) => {
          const result = forecast({
            value: values.at(-1) ?? 0,
            date: '2021-03-31',
            deadline: '2025-12-31',
            as_of,
            pace: pace(months(values)),
            direction: 1,
            met: false,
          });
          if (as_of > '2025-12-31') expect(result).toEqual({ kind: 'refused', reason: 'deadline_passed' });
          else if (result.kind === 'range') {
            expect(result.at).toBe('2025-12-31');
            expect([result.p10, result.p25, result.p50, result.p75, result.p90]).toEqual(
              [result.p10, result.p25, result.p50, result.p75, result.p90].sort((a, b) => a - b),
            );
          }
        },
      ),
    );
  });
});
