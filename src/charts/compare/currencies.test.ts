import { expect, test } from 'vitest';
import { chart } from '#charts/breakdown/analysis-chart.ts';
import { chart as ladder } from '#charts/money-ladder/analysis-chart.ts';
import type { BreakdownSeries } from '#charts/breakdown/data/series.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import type { LadderSeries } from '#charts/money-ladder/series.ts';
import { type Breakdown, makeBreakdown } from '#domain/analysis/breakdown.ts';
import { type MoneyLadder, makeMoneyLadder } from '#domain/analysis/money-ladder.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isPair } from './layout.ts';

const context = { language: 'en', options: {} } as const;
const currencies = ['CNY', 'JPY', 'USD'];
/** Twelve industries in three currencies; `step` makes the sides differ in order and in zeros. */
const make = (step: number): Breakdown =>
  makeBreakdown({
    ...{ as_of: '2021-04-16', measure: 'total_investment', by: 'industry', stack: 'stage' },
    ...{ filters: {}, zones: {}, base_currency: 'CNY', left_out: {} },
    projects: {},
    rows: Array.from({ length: 12 }, (_, at) =>
      currencies.flatMap((unit, of) => {
        const value = ((at * step + of) % 12) * 10_000_000;
        return value === 0
          ? []
          : [{ key: `i${at}`, part: 'lead', count: 1, value: String(value), unit }];
      }),
    ).flat(),
  });
const overview: Overview = {
  ...sampleOverview,
  as_of: '2021-04-16',
  breakdown: make(5),
  compared: {
    versus: { kind: 'group', field: 'stage', values: ['signed'] },
    base: ['lead'],
    parts: { breakdown: make(7) },
  },
};
const readSides = (): readonly BreakdownSeries[] => {
  const series = chart.toSeries(overview, context);
  if (!isPair(series)) throw new Error('It stands alone.');
  return series.sides.map((side) => side.series as BreakdownSeries);
};

test('both sides have the same few rows of each currency', () => {
  const [a, b] = readSides().map(({ blocks }) =>
    blocks.map(({ rows }) => rows.map(({ name }) => name)),
  );
  expect(a).toEqual(b);
  expect(a?.map((rows) => rows.length)).toEqual([6, 4, 4]);
  for (const rows of a ?? []) expect(rows.at(-1)).toMatch(/^Other/);
});

test('the rows of a block add up to its total', () => {
  for (const { blocks } of readSides())
    for (const { rows, total } of blocks) {
      const sum = rows.reduce((all, row) => all + (row.total.value ?? 0), 0);
      expect(sum).toBeCloseTo(total.total.value ?? 0, 6);
    }
});

test('a folded row names the groups that it leaves out', () => {
  for (const { blocks } of readSides())
    for (const { rows } of blocks) {
      const of = rows.at(-1)?.total.figure.of;
      expect(of?.['named']?.split(',')).toHaveLength(rows.length - 1);
      expect(of?.['rest']).toBe('key');
    }
});

test('the notes state the concentration in the first currency only', () => {
  const notes = writeWords(chart, overview, context).notes.filter((note) => /HHI/.test(note));
  expect(notes.length).toBeGreaterThan(0);
  for (const note of notes) expect(note).toContain('CNY');
});

const makeLadder = (step: number): MoneyLadder =>
  makeMoneyLadder({
    ...{ as_of: '2021-04-16', by: 'industry', filters: {}, zones: {}, base_currency: 'CNY' },
    ...{ left_out: {}, pairs: [] },
    rows: Array.from({ length: 12 }, (_, at) => ({
      ...{ key: `i${at}`, part: 'total_investment', count: 1 },
      value: String(1_000_000 * (1 + ((at * step) % 12))),
      unit: currencies[(at * step) % 3] ?? 'CNY',
    })),
  });

test('both sides of a ladder have the same rows of each currency', () => {
  const series = ladder.toSeries(
    {
      ...overview,
      money_ladder: makeLadder(5),
      compared: {
        versus: { kind: 'group', field: 'stage', values: ['signed'] },
        base: ['lead'],
        parts: { money_ladder: makeLadder(7) },
      },
    },
    context,
  );
  if (!isPair(series)) throw new Error('It stands alone.');
  const [a, b] = series.sides.map((side) => (side.series as LadderSeries).blocks);
  const names = (blocks: typeof a) => blocks?.map(({ rows }) => rows.map(({ name }) => name));
  expect(names(a)).toEqual(names(b));
  expect(names(a)).toHaveLength(3);
  for (const { rows } of [...(a ?? []), ...(b ?? [])]) {
    const { figure } = rows.at(-1)?.rungs[0] ?? {};
    expect(figure?.of?.['named']?.split(',')).toHaveLength(8);
  }
});
