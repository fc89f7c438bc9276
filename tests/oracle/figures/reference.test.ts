import { describe, expect, test } from 'vitest';
import { forecastBand } from './forecast.ts';
import { parseDecimal, toNumber } from './fraction.ts';
import { makeTargetRow } from './targets-table.ts';
import { foldEditions } from './edition-history.ts';
import { countUndated, type Edition, firstKnownDay, type Row, stateOn } from './register.ts';

/** The reference itself gives what domain.md 5.4 and the review of the figures state. */
describe('the reference', () => {
  const companies = [14, 15, 17, 19, 21, 24, 26, 29, 32, 35, 37, 41];
  const input = {
    indicator: { id: 'companies', kind: 'stock', counted: true, covers: 'month' },
    target: {
      comparator: '>',
      value: parseDecimal('200'),
      deadline: '2025-12-31',
      baselineDate: '2020-04-27',
    },
    rules: { path: 'straight', checkpoints: [], thresholds: { ahead: 105, on: 95, slightly: 80 } },
    values: companies.map((value, i) => ({
      month: `${2020 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`,
      value: parseDecimal(String(value)),
    })),
  } as const;

  test('gives the targets table of the sample: 41 companies of more than 200', () => {
    const row = makeTargetRow(input, '2021-04-16');
    const round = (digits: number, value = row.plan): number =>
      Number(toNumber(value ?? parseDecimal('0')).toFixed(digits));
    expect([
      round(3, row.share),
      round(3, row.elapsed),
      round(1, row.plan),
      round(1, row.gap),
    ]).toEqual([0.205, 0.162, 44.1, -3.1]);
    expect([round(2, row.attainment), round(2, row.required), round(1, row.current)]).toEqual([
      0.93, 2.81, 2.5,
    ]);
    expect(row.verdict).toBe('slightly_behind');
  });

  test('gives the band of the review: 183.5, 126 to 241', () => {
    const band = forecastBand({ values: companies, months: 57, kind: 'stock', counted: true });
    expect(band).toMatchObject({
      p10: expect.closeTo(126.491203, 5),
      p50: 183.5,
      p90: expect.closeTo(240.508797, 5),
    });
  });

  test('keeps the dated stages of a row whose present stage has no date', () => {
    const row: Row = {
      code: 'P1',
      industry: 'eco',
      stage: 'full_capacity',
      stageDates: {
        lead: '2020-03-06',
        negotiation: '2020-07-22',
        signed: '2020-10-16',
        registered: '2021-02-21',
        construction: '2021-08-16',
        operation: '2021-12-12',
      },
      status: 'active',
      money: null,
    };
    const edition: Edition = { day: '2022-01-29', scope: 'whole', rows: [row] };
    const [history] = foldEditions([edition]);
    const on = (day: string) => history && stateOn(history, day);
    expect([on('2020-01-01')?.stage, on('2021-07-09')?.stage, on('2022-01-28')?.stage]).toEqual([
      undefined,
      'registered',
      'operation',
    ]);
    expect(on('2022-01-29')).toMatchObject({ stage: 'full_capacity', since: undefined });
  });

  test('finds who left, and lets no older edition end or revive a project', () => {
    const row = (stage: Row['stage']): Row => ({
      code: 'P1',
      industry: 'eco',
      stage,
      stageDates: {},
      status: 'active',
      money: null,
    });
    const editions: Edition[] = [
      { day: '2021-01-31', scope: 'whole', rows: [row('signed')] },
      { day: '2021-02-28', scope: 'part', rows: [] },
      { day: '2021-03-31', scope: 'whole', rows: [row('negotiation')] },
      { day: '2021-04-30', scope: 'whole', rows: [] },
    ];
    expect(firstKnownDay(editions.toReversed())).toBe('2021-01-31');
    expect(foldEditions(editions.toReversed())).toEqual(foldEditions(editions));
    const [history] = foldEditions(editions);
    const on = (day: string) => history && stateOn(history, day);
    const days = ['2021-01-30', '2021-01-31', '2021-03-30', '2021-03-31', '2021-04-30'];
    expect(days.map((day) => on(day)?.stage)).toEqual([
      undefined,
      'signed',
      'signed',
      'negotiation',
      'negotiation',
    ]);
    expect(days.map((day) => on(day)?.status)).toEqual([
      undefined,
      'active',
      'active',
      'active',
      'unlisted',
    ]);
    const countOn = (day: string) =>
      countUndated(
        history === undefined ? [] : [history],
        editions.map((edition) => edition.day),
        day,
      );
    expect(['2021-01-30', '2021-01-31', '2021-02-10'].map(countOn)).toEqual([1, 0, 0]);
    const late: Edition = { day: '2021-02-15', scope: 'whole', rows: [] };
    expect(foldEditions([...editions, late])).toEqual(foldEditions(editions));
  });
});
