import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact } from '#domain/values/compact.ts';
import { addMonths, monthEnd } from '#domain/values/date.ts';
import { fromWire, sumMoney, toWire } from '#domain/values/money.ts';
import { makeEventSeries, type EventCell, type EventSeriesInput } from './event-series.ts';
import { listPeriods } from './calendar-periods.ts';

const months = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => addMonths(from, at));
const cell = (month: string | undefined, count: number, minor?: string, currency = 'CNY') =>
  ({
    event: 'signing',
    count,
    by: 0,
    undisclosed: minor === undefined ? count : 0,
    ...compact({ month }),
    ...(minor === undefined ? {} : { money: { minor, currency } }),
  }) satisfies EventCell;
const series = (more: Partial<EventSeriesInput>) =>
  makeEventSeries({
    as_of: '2026-10-31',
    size: 'quarter',
    measure: 'total_investment',
    events: ['signing'],
    records: {
      first_known_day: '2024-01-01',
      last_day: '2026-10-31',
      months: months('2024-01', 34),
    },
    cells: [],
    standing: [],
    ...more,
  });
const signings = (more: Partial<EventSeriesInput>) => series(more).rows[0];
const find = (key: string, more: Partial<EventSeriesInput>) =>
  signings(more)?.periods.find((period) => period.key === key);

describe('the series of an event', () => {
  it('marks a period that has not ended, and counts a recorded one without events as 0', () => {
    expect(find('2026-Q3', {})).toMatchObject({ state: 'closed', sum: { count: 0 } });
    expect(find('2026-Q4', {})).toMatchObject({ state: 'open' });
  });
  it('treats a period without a record as unknown, and stops the totals there', () => {
    const records = {
      first_known_day: '2024-01-01',
      last_day: '2026-10-31',
      months: months('2024-01', 34).filter((month) => !/^2025-0[456]$/.test(month)),
    };
    const cells = [cell('2024-02', 2), cell('2025-08', 3)];
    const gap = find('2025-Q2', { records, cells });
    expect(gap?.state).toBe('unknown');
    expect(gap).not.toHaveProperty('sum');
    expect(find('2025-Q1', { records, cells })?.total?.count).toBe(2);
    expect(find('2025-Q3', { records, cells })).toMatchObject({ sum: { count: 3 } });
    expect(find('2025-Q3', { records, cells })).not.toHaveProperty('total');
    expect(find('2026-Q2', { records, cells })).not.toHaveProperty('before');
    expect(series({ records, events: ['signing', 'start'] }).waiting).toEqual([]);
  });
  it('treats the time after the last record as unknown', () => {
    const records = {
      first_known_day: '2024-01-01',
      last_day: '2026-02-10',
      months: months('2024-01', 26),
    };
    expect(find('2026-Q1', { records })?.state).toBe('open');
    expect(find('2026-Q2', { records })?.state).toBe('unknown');
    expect(signings({ records })?.to_date).toMatchObject({ year: 2025, months: 12 });
  });
  it('compares the closed periods of the year with the same ones a year before', () => {
    const cells = [cell('2025-02', 4), cell('2025-11', 9), cell('2026-02', 3), cell('2026-10', 7)];
    expect(signings({ cells })?.to_date).toMatchObject({
      year: 2026,
      months: 9,
      now: { count: 3 },
      before: { count: 4 },
    });
    expect(find('2026-Q1', { cells })?.before?.count).toBe(4);
    expect(signings({ cells, size: 'year' })?.to_date).toMatchObject({
      months: 10,
      now: { count: 10 },
    });
  });
  it('has no year before where the records begin within it', () => {
    const records = {
      first_known_day: '2025-02-10',
      last_day: '2026-10-31',
      months: months('2025-02', 21),
    };
    expect(find('2025-Q1', { records })).toMatchObject({ state: 'closed', from: '2025-02-10' });
    expect(find('2026-Q1', { records })).not.toHaveProperty('before');
    expect(find('2026-Q2', { records })).toHaveProperty('before');
    expect(signings({ records })?.to_date).not.toHaveProperty('before');
  });
  it('counts nothing before the first known day', () => {
    expect(series({ as_of: '2023-12-31' }).rows).toEqual([]);
    const row = signings({ cells: [cell(undefined, 5), cell('2024-01', 1)] });
    expect(row?.opening.count).toBe(5);
    expect(row?.periods[0]).toMatchObject({
      key: '2024-Q1',
      sum: { count: 1 },
      total: { count: 6 },
    });
  });
  it('never adds two currencies, and keeps negative amounts', () => {
    const cells = [
      cell('2026-01', 1, '-500'),
      cell('2026-02', 2, '900', 'USD'),
      cell('2026-03', 1),
    ];
    expect(find('2026-Q1', { cells })?.sum).toEqual({
      count: 4,
      amounts: [
        { minor: '-500', currency: 'CNY' },
        { minor: '900', currency: 'USD' },
      ],
      undisclosed: 1,
      by: 0,
    });
  });
});

const anyCell = fc.record({
  month: fc.integer({ min: 0, max: 33 }).map((at) => addMonths('2024-01', at)),
  count: fc.integer({ min: 1, max: 50 }),
  minor: fc.option(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { nil: undefined }),
  currency: fc.constantFrom('CNY', 'JPY', 'USD'),
});

describe('the totals of a series', () => {
  it('are the same for months, quarters and years, and equal the exact sum', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 30 }), (list) => {
        const cells = list.map(({ month, count, minor, currency }) =>
          cell(month, count, minor?.toString(), currency),
        );
        const total = sumMoney(
          cells.flatMap(({ money }) => (money === undefined ? [] : [fromWire(money)])),
        )
          .map(toWire)
          .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
        for (const size of ['month', 'quarter', 'half_year', 'year'] as const) {
          const last = signings({ cells, size })?.periods.at(-1)?.total;
          expect(last?.count).toBe(list.reduce((sum, { count }) => sum + count, 0));
          expect(last?.amounts).toEqual(total);
        }
      }),
    );
  });
  it('do not depend on the order of the cells', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 20 }), (list) => {
        const cells = list.map(({ month, count, minor, currency }) =>
          cell(month, count, minor?.toString(), currency),
        );
        expect(series({ cells: cells.toReversed() })).toEqual(series({ cells }));
      }),
    );
  });
});

describe('the projects that wait', () => {
  it('are the distance between two lines, with exits counted separately', () => {
    const { waiting } = series({
      events: ['start', 'signing', 'registration'],
      standing: [
        { reached: 'signed', is_open: true, count: 12 },
        { reached: 'signed', is_open: false, count: 1 },
        { reached: 'registered', is_open: true, count: 22 },
        { reached: 'operation', is_open: true, count: 68 },
        { reached: 'lead', is_open: true, count: 9 },
      ],
    });
    expect(waiting).toEqual([
      { from: 'signing', to: 'registration', waiting: 12, left: 1, amounts: [] },
      { from: 'registration', to: 'start', waiting: 22, left: 0, amounts: [] },
    ]);
  });
});

describe('calendar periods', () => {
  it('follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom('month', 'quarter', 'half_year', 'year' as const),
        (from, length, size) => {
          const [first, last] = [addMonths('1999-03', from), addMonths('1999-03', from + length)];
          const periods = listPeriods(first, last, size, 1000);
          expect((periods[0]?.start ?? '') <= `${first}-01`).toBe(true);
          expect((periods.at(-1)?.end ?? '') >= monthEnd(last)).toBe(true);
          for (const [at, { start }] of periods.slice(1).entries())
            expect(addMonths((periods[at]?.end ?? '').slice(0, 7), 1)).toBe(start.slice(0, 7));
          expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
        },
      ),
    );
  });
});
