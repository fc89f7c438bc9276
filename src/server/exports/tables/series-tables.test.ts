import { expect, test } from 'vitest';
import { observe, profile } from '#domain/overview/overview.fixture.ts';
import { seriesTable } from './series-tables.ts';

// seen to fail: neither CSV nor workbook told from which month on a series can't be compared
test('the series names a break at its month, and nowhere else', () => {
  const breaks = [{ month: '2021-02', reason: 'Branches are counted' }];
  const withBreak = {
    ...profile,
    indicators: profile.indicators.map((one) =>
      one.id === 'companies' ? { ...one, breaks } : one,
    ),
  };
  const observations = observe('companies', '2021-01', ['40', '52', '53'], 'reported');
  const { columns, rows } = seriesTable(withBreak, observations, '2021-03-31');
  const at = columns.findIndex(({ id }) => id === 'series_break');
  expect(rows.map((row) => [row[0], row[at]])).toEqual([
    ['2021-01', null],
    ['2021-02', 'Branches are counted'],
    ['2021-03', null],
  ]);
});
