import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { chart } from '#charts/breakdown/analysis-chart.ts';
import { chart as ladder } from '#charts/money-ladder/analysis-chart.ts';
import type { BreakdownSeries } from '#charts/breakdown/data/series.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import type { LadderSeries } from '#charts/money-ladder/series.ts';
import { type Breakdown, makeBreakdown } from '#domain/analysis/breakdown.ts';
import {
  type LadderPairRow,
  type MoneyLadder,
  makeMoneyLadder,
} from '#domain/analysis/money-ladder.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isPair, layPair } from './layout.ts';

const context = { language: 'en', options: {} } as const;
const currencies = ['CNY', 'JPY', 'USD'];
/** Twelve industries in three currencies; `step` makes the sides differ in order and in zeros. */
const make = (step: number): Breakdown =>
  makeBreakdown({
    as_of: '2021-04-16',
    measure: 'total_investment',
    by: 'industry',
    stack: 'stage',
    filters: {},
    zones: {},
    base_currency: 'CNY',
    left_out: {},
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

// seen to fail: on a phone one whole side was below the other, and only its first block had its name
describe.each([340, 1100] as const)('at a width of %i px', (width) => {
  const readPoints = () => {
    const series = chart.toSeries(overview, context);
    return chart.focus.points(series, width, chart.height(width, series));
  };

  test('both sides of a currency are together, under their names', async () => {
    const series = chart.toSeries(overview, context);
    const { View } = await chart.loadView();
    const height = chart.height(width, series);
    const svg = renderToStaticMarkup(
      createElement(View, { series, width, height, id: 'x', language: 'en', live: false }),
    );
    const names = ['Lead', 'Signed', 'Lead', 'Signed', 'Lead', 'Signed'];
    const heads = [...svg.matchAll(/<text[^>]*font-size="13"[^>]*>([^<]+)</g)];
    expect(heads.map(([, name]) => name)).toEqual(names);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the focus goes through both sides of a currency before the next one', () => {
    const sides = readPoints().map(({ title }) => title.split(' · ')[0]);
    const turns = sides.filter((side, at) => side !== sides[at - 1]);
    expect(turns).toEqual(['Lead', 'Signed', 'Lead', 'Signed', 'Lead', 'Signed']);
  });

  test('the second side of a currency is beside the first, or below it', () => {
    const series = chart.toSeries(overview, context);
    const tops = readPoints().flatMap(({ title, y }, at, all) =>
      title.split(' · ')[0] === all[at - 1]?.title.split(' · ')[0] ? [] : [y],
    );
    for (const [at, top] of tops.entries())
      if (at % 2 === 1 && width > 640) expect(top).toBe(tops[at - 1]);
      else expect(top).toBeGreaterThan(tops[at - 1] ?? 0);
    expect(chart.height(width, series)).toBeGreaterThan(tops.at(-1) ?? 0);
  });
});

test('a currency of one side only has no drawing on the other side', () => {
  const draw = (...keys: readonly string[]) => ({ name: keys.join(), series: keys });
  const { placed } = layPair({ sides: [draw('CNY', 'USD'), draw('CNY')] }, 340, {
    heightOf: () => 100,
    divide: ({ series }) => series.map((key) => ({ key, series: [key] })),
  });
  expect(placed.map(({ side }) => [side.name, ...side.series])).toEqual([
    ['CNY,USD', 'CNY'],
    ['CNY', 'CNY'],
    ['CNY,USD', 'USD'],
  ]);
  for (const [at, { y }] of placed.entries())
    if (at > 0) expect(y).toBeGreaterThan((placed[at - 1]?.y ?? 0) + 100);
});

interface LadderValues {
  readonly step: number;
  /** The smallest amount of an industry. */
  readonly least?: number;
  readonly pairs?: readonly LadderPairRow[];
}
const makeLadder = ({ step, least = 1_000_000, pairs = [] }: LadderValues): MoneyLadder =>
  makeMoneyLadder({
    as_of: '2021-04-16',
    by: 'industry',
    filters: {},
    zones: {},
    base_currency: 'CNY',
    left_out: {},
    pairs,
    rows: Array.from({ length: 12 }, (_, at) => ({
      key: `i${at}`,
      part: 'total_investment',
      count: 1,
      value: String(least * (1 + ((at * step) % 12))),
      unit: currencies[(at * step) % 3] ?? 'CNY',
    })),
  });

test('both sides of a ladder have the same rows of each currency', () => {
  const series = ladder.toSeries(
    {
      ...overview,
      money_ladder: makeLadder({ step: 5 }),
      compared: {
        versus: { kind: 'group', field: 'stage', values: ['signed'] },
        base: ['lead'],
        parts: { money_ladder: makeLadder({ step: 7 }) },
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

// seen to fail: one side had 3.00亿元 and the other 4万元
test('the notes of both sides of a ladder have one unit', () => {
  const make = (step: number, least: number): MoneyLadder => {
    const shortfall = String(least * 3);
    const pair = {
      key: 'i1',
      of: 'total_investment',
      has: 'contracted_amount',
      unit: 'CNY',
    } as const;
    const amounts = { value: '0', base: shortfall, over: 0, excess: '0', short: 1, shortfall };
    return makeLadder({ step, least, pairs: [{ ...pair, ...amounts, count: 1 }] });
  };
  const chinese = { language: 'zh-CN', options: {} } as const;
  const [own, other] = [make(5, 1_000_000_000), make(7, 10_000_000)];
  const days = { versus: { kind: 'day', day: '2020-12-31' }, base: [] } as const;
  const { compared: _, ...alone } = overview;
  const write = (ladders: Partial<Overview>): string =>
    writeWords(ladder, { ...alone, ...ladders }, chinese).notes.join();
  expect(write({ money_ladder: other })).toContain('3,000万元');
  const both = write({ money_ladder: own, compared: { ...days, parts: { money_ladder: other } } });
  expect(both).toContain('30亿元');
  expect(both).toContain('0.3亿元');
});
