import { describe, expect, it } from 'vitest';
import { isReportPeriod, periodDays, quarterWith } from './report-period.ts';

describe('periods', () => {
  it.each([
    ['2021Q1', '2021-01-01', '2021-03-31', '2020-12-31'],
    ['2020Q4', '2020-10-01', '2020-12-31', '2020-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01-31'],
    ['2021-01', '2021-01-01', '2021-01-31', '2020-12-31'],
  ])('%s goes from %s to %s, compared with %s', (period, first, last, before) => {
    expect(periodDays(period)).toEqual({ first, last, before });
  });
  it('are existing months and quarters', () => {
    expect(
      ['2021Q0', '2021Q5', '2021-00', '2021-13', '2021', '0000Q1', ' 2021Q1'].filter(
        isReportPeriod,
      ),
    ).toEqual([]);
    expect(['2021-03', '2021-04', '2021-12'].map(quarterWith)).toEqual([
      '2021Q1',
      '2021Q2',
      '2021Q4',
    ]);
  });
});
