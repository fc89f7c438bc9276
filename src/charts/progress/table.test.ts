import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { readColumn } from '#charts/kit/table.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { progress } from './definition.ts';

/** A target whose first value is entered months after its plan starts. */
const overview: Overview = {
  ...sampleOverview,
  targets: sampleOverview.targets.map((one) =>
    one.indicator === 'companies'
      ? {
          ...one,
          deadline: '2021-12-31',
          target: '300',
          baseline: { value: '0', date: '2020-12-31', kind: 'zero' as const },
          series: [
            {
              period: '2021-03',
              date: '2021-03-31',
              data_status: 'reported' as const,
              value: '70',
            },
          ],
        }
      : one,
  ),
};
const makeTable = (range: 'to_date' | 'to_target') =>
  progress.toTable(overview, { language: 'en', options: { measure: 'companies', range } });

test('the table of the range to the target begins at the start of its plan, without a value there', () => {
  const table = makeTable('to_target');
  const [first, second] = ['date', 'value'].map((id) => readColumn(table, id).slice(0, 2));
  expect([first, second]).toEqual([
    ['2020-12-31', '2021-03-31'],
    [null, '70'],
  ]);
  expect(readColumn(table, 'plan')[0]).toBe('0');
  const reasons = table.ids?.['data_status']?.find(({ id }) => id === 'missing_reason');
  expect(reasons?.cells[0]).toBe('not_reported');
  expect(table.rows.every((cells) => cells.length === table.columns.length)).toBe(true);
});

test('the table of the range to date has no row without a month', () => {
  expect(readColumn(makeTable('to_date'), 'date')).toEqual(['2021-03-31']);
});
