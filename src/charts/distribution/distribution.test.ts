import { describe, expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { type Distribution, makeDistribution, mostDots } from '#domain/analysis/distribution.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { languages } from '#domain/values/language.ts';
import { sizeComparison } from './comparison.ts';
import { distributionChart } from './definition.ts';
import { laySizes } from './layout.ts';
import { distributionOfficeChart } from './office-chart.ts';
import { sizeSeries } from './series.ts';

type Sizes = readonly (number | undefined)[];
const edges = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800];
const binOf = (value: number): number => {
  const power = Math.floor(Math.log10(value));
  const lead = Math.floor((value / 10 ** power) * 100);
  return power * 10 + edges.findLastIndex((edge) => edge <= lead);
};
/** Makes the part from the sizes of the projects of each stage. */
function make(stages: Partial<Readonly<Record<Stage, Sizes>>>, unit = 'CNY'): Distribution {
  const all = Object.entries(stages).flatMap(([stage, sizes = []]) => {
    const above = sizes.flatMap((size) => (size === undefined || size <= 0 ? [] : [size]));
    const ascending = above.toSorted((a, b) => a - b);
    return sizes.map((size, at) => ({
      stage,
      size,
      at,
      sorted: ascending,
      isFew: ascending.length <= mostDots,
    }));
  });
  return makeDistribution({
    as_of: '2021-04-16',
    measure: 'total_investment',
    filters: {},
    base_currency: 'CNY',
    left_out: {},
    counts: all.map(({ stage, size }) => ({
      stage,
      count: 1,
      unit: size === undefined ? null : unit,
      bin: size === undefined || size <= 0 ? null : binOf(size),
    })),
    ranked: Object.keys(stages).flatMap((stage) =>
      (all.find((one) => one.stage === stage)?.sorted ?? []).map((size, at) => ({
        stage,
        unit,
        rank: at + 1,
        value: String(size),
      })),
    ),
    projects: all.flatMap(({ stage, size, at, isFew }) =>
      size === undefined || size <= 0 || !isFew
        ? []
        : [{ stage, unit, code: `${stage}${at}`, name: `${stage} ${at}`, value: String(size) }],
    ),
  });
}
const overviewOf = (distribution: Distribution): Overview => ({ ...sampleOverview, distribution });
const context = { language: 'en', options: {} } as const;
const titleOf = (own: Distribution) => distributionChart.words(overviewOf(own), context).title;
const many = (from: number, count: number): Sizes =>
  Array.from({ length: count }, (_, at) => Math.round(from * 10 ** ((at % 20) / 10)));
const draw = (own: Distribution, width: number) =>
  laySizes(distributionChart.toSeries(overviewOf(own), context), width);

describe('project sizes', () => {
  test('the title compares the stage of the largest median with that of the smallest', () => {
    const five = (size: number): Sizes => [size, size, size, size, size];
    expect(titleOf(make({ construction: five(3e8), negotiation: five(1e8) }))).toBe(
      'The median project in “Under construction” is 3 times that in “In negotiation”',
    );
    expect(titleOf(make({ construction: five(12e7), negotiation: five(1e8) }))).toBe(
      'The median project is about as large in every stage',
    );
    expect(titleOf(make({ construction: five(3e8), negotiation: [1e8] }))).toBe(
      'Planned investment of single projects by stage',
    );
    expect(titleOf(make({ lead: [159e6] }))).toBe(
      'Planned investment of the only project: CN¥159mn',
    );
    expect(titleOf(make({ lead: [undefined, 0, -5] }))).toBe(
      'Planned investment: no project states one above zero',
    );
    expect(titleOf(make({}))).toBe('Planned investment: no project on this day');
  });

  test('up to 60 projects are dots, more are bins that sum to the stage', () => {
    const own = make({ lead: many(1e6, 61), signed: many(1e6, 60) });
    const [signing, lead] = distributionChart
      .toSeries(overviewOf(own), context)
      .blocks.flatMap(({ rows }) => rows);
    expect([signing?.dots.length, signing?.bins.length]).toEqual([60, 0]);
    expect(lead?.dots).toEqual([]);
    expect(lead?.bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(lead?.bins.some(({ strong }) => !strong)).toBe(true);
    const kinds = new Set(draw(own, 700).shapes.map(({ kind }) => kind));
    expect(kinds).toContain('dot');
  });

  test('a stage without known values keeps its row, and values off the axis are counted', () => {
    const own = make({ lead: [undefined, undefined], signed: [1e6, 0, -2, undefined] });
    const { rows } = distributionChart.toTable(overviewOf(own), context);
    expect(rows.map((row) => [row[0], row[2], row[3], row.at(-3), row.at(-2)])).toEqual([
      ['Signed', '4', '1', '2', '1'],
      ['Lead', '2', '0', '0', '2'],
      ['Total', '6', '1', '2', '3'],
    ]);
    const { notes } = distributionChart.words(overviewOf(own), context);
    expect(notes).toContain('Zero or less, not on the axis: 2');
    expect(notes).toContain('Without a value: 3');
    expect(draw(own, 560).points.map(({ title }) => title)).toEqual(['signed 0', 'Lead']);
  });

  test('the powers of ten in the table sum to the projects above zero', () => {
    const { columns, rows } = distributionChart.toTable(
      overviewOf(make({ lead: many(1e6, 70), operation: [2e9, 5e4] })),
      context,
    );
    const powers = columns.flatMap(({ id }, at) => (id.startsWith('from_') ? [at] : []));
    for (const row of rows)
      expect(powers.reduce((sum, at) => sum + Number(row[at]), 0)).toBe(Number(row[3]));
  });

  // seen to fail: in a tall picture a line with Colombian pesos twice was cut at the edge
  test.each(['CNY', 'COP'])(
    'words and marks of %s stay inside in every language and width',
    (unit) => {
      const own = make({ lead: many(1e3, 90), signed: [159e6], operation: many(5e9, 7) }, unit);
      for (const language of languages)
        for (const width of [340, 440, 560, 700, 1100]) {
          const series = distributionChart.toSeries(overviewOf(own), { ...context, language });
          const { shapes, height } = laySizes(series, width);
          for (const shape of shapes) {
            if (shape.kind !== 'text') continue;
            const size = textWidth(shape.text, shape.size ?? 12, shape.bold);
            const start =
              shape.x - { start: 0, middle: size / 2, end: size }[shape.anchor ?? 'start'];
            expect([shape.text, start >= -1, start + size <= width + 1]).toEqual([
              shape.text,
              true,
              true,
            ]);
            expect(shape.y).toBeLessThanOrEqual(height);
          }
        }
    },
  );

  test('beside another day both sides have one axis, one height and the same stages', () => {
    const [a, b] = [make({ lead: many(1e3, 90) }), make({ lead: [5e9], signed: [1e6] })];
    const [x, y] = sizeComparison.pair?.(overviewOf(a), overviewOf(b)) ?? [];
    if (x === undefined || y === undefined) throw new Error('no pair');
    const [left, right] = sizeComparison.align(
      distributionChart.toSeries(x, context),
      distributionChart.toSeries(y, context),
    );
    const ends = [left, right].map(({ blocks: [block] }) => [block?.from, block?.to, block?.top]);
    expect(ends[0]).toEqual(ends[1]);
    expect(left.blocks[0]?.rows.map(({ name }) => name)).toEqual(['Signed', 'Lead']);
  });

  test('an annotation is at its value on the log axis', () => {
    const [axis] = draw(make({ lead: many(1e6, 70) }), 560).axes;
    const [low = 0, middle = 0, high = 0] = ['1000000', '10000000', '100000000'].map((value) =>
      axis?.place(value),
    );
    expect(middle - low).toBeCloseTo(high - middle, 6);
    expect(axis?.place('0')).toBeUndefined();
  });

  // seen to fail: every cell and every tick repeated 元 and 美元
  test('a block names its currency once, in its head', () => {
    const own = make({ signed: [1e6, 2e7, 4e8] });
    for (const language of ['zh-CN', 'ja'] as const) {
      const [block] = sizeSeries(overviewOf(own), language).blocks;
      expect(block?.heading).toBe('元');
      const texts = [
        block?.ticks.map(({ text }) => text),
        block?.rows.map(({ columns }) => columns),
      ];
      expect(JSON.stringify(texts)).not.toMatch(/[元円]/);
      expect(JSON.stringify(texts)).toMatch(/[万億亿]/);
    }
  });

  test('a slide has one chart for each currency, with its unit', () => {
    const own = make({ signed: [100, 200, 400] });
    const [stage] = own.rows;
    if (stage === undefined) throw new Error('no stage');
    const lines = stage.lines.flatMap((line) => [line, { ...line, unit: 'USD' }]);
    const both = { ...own, units: ['CNY', 'USD'], rows: [{ ...stage, lines }] };
    const draw = (one: Distribution) => distributionOfficeChart(overviewOf(one), context);
    const [first, ...others] = [draw(both), ...(draw(both)?.currencies ?? [])];
    expect(others).toHaveLength(1);
    expect([first, ...others].map((chart) => chart?.frame?.before[0]?.head)).toEqual([
      expect.stringMatching(/CN¥/),
      expect.stringMatching(/US\$/),
    ]);
    expect(first?.subtitle).toMatch(/CN¥.*US\$/);
    expect(draw(own)).not.toHaveProperty('currencies');
  });

  // seen to fail: the projects outside the middle 8 in 10 were called “Projects”, as if all were
  test('the key of a slide names the marks that are drawn: dots of few projects, a bar of many', () => {
    const keyOf = (sizes: Sizes) =>
      distributionOfficeChart(overviewOf(make({ signed: sizes })), context)?.key?.map(
        ({ label, shape }) => `${label} ${shape}`,
      );
    expect(keyOf([100, 200, 400])).toEqual(['Median line', 'Projects circle']);
    expect(keyOf(many(100, mostDots))).toEqual(['Median line', '8 in 10 circle', 'Others circle']);
    expect(keyOf(many(100, mostDots + 1))).toEqual([
      'Median line',
      '8 in 10 square',
      'Others square',
    ]);
  });

  test('a slide writes the size beside the only project of a stage, inside the plot', () => {
    const overview = overviewOf(make({ lead: [2e6], signed: [3e8, 4e8], operation: [98e7] }));
    const labels = distributionOfficeChart(overview, context)?.series.filter(
      (one) => one.labels !== undefined,
    );
    const own = labels?.map(({ labels: texts = [], label_place, places }) => ({
      texts: texts.map((text) => text?.trim()),
      label_place,
      powers: places?.map(Number),
    }));
    expect(own).toEqual([
      { texts: ['2mn'], label_place: 'r', powers: [expect.closeTo(Math.log10(2e6), 9)] },
      { texts: ['980mn'], label_place: 'l', powers: [expect.closeTo(Math.log10(98e7), 9)] },
    ]);
  });

  // seen to fail: a slide of many projects had a band instead of the histogram of its picture
  test('a slide has the bars of its picture, each as high as its share of the projects', () => {
    const overview = overviewOf(make({ signed: [...many(1e6, 61), ...many(5e7, 30)] }));
    const [block] = distributionChart.toSeries(overview, context).blocks;
    const bins = block?.rows[0]?.bins ?? [];
    expect(bins.length).toBeGreaterThan(1);
    const bars = distributionOfficeChart(overview, context)
      ?.series.filter(({ thickness }) => thickness !== undefined)
      .flatMap(({ places = [], values = [] }) =>
        places.flatMap((place, at) =>
          at % 3 === 0
            ? [[Number(place), Number(values[at + 1]) - Number(values[at])] as const]
            : [],
        ),
      )
      .toSorted(([a], [b]) => a - b);
    expect(bars?.map(([place]) => place)).toEqual(
      bins.map(({ from, to }) => expect.closeTo((from + to) / 2, 3)),
    );
    const highest = Math.max(...(bars ?? []).map(([, height]) => height));
    expect(bars?.map(([, height]) => height / highest)).toEqual(
      bins.map(({ share }) => expect.closeTo(Math.max(0.036, share / (block?.top ?? 1)), 2)),
    );
  });
});

// seen to fail: in pesos, labels of the axis lay on each other beside wide columns
test.each(languages)('labels of the axis of pesos do not touch, in %s', (language) => {
  const own = make({ signed: many(1_000, 40), lead: many(20_000_000, 40) }, 'MXN');
  const series = distributionChart.toSeries(overviewOf(own), { language, options: {} });
  for (const width of [340, 520, 560, 640, 900, 1200]) {
    const labels = laySizes(series, width).shapes.flatMap((shape) =>
      shape.kind === 'text' && shape.anchor === 'middle'
        ? [{ middle: shape.x, half: textWidth(shape.text, shape.size ?? 12) / 2 }]
        : [],
    );
    // seen to fail: one label, beside which an axis of powers has no scale
    expect(labels.length).toBeGreaterThan(1);
    for (const [at, { middle, half }] of labels.entries()) {
      const before = labels[at - 1];
      if (before !== undefined)
        expect(middle - half).toBeGreaterThanOrEqual(before.middle + before.half + 8);
    }
  }
});

// seen to fail: the second currency had six stages on one side and six others on the other
test('both sides of a comparison have the same stages of each currency', () => {
  const [first, second] = [
    make({ lead: [100, 200], signed: [300] }, 'USD'),
    make({ lead: [500], construction: [100, 200] }, 'EUR'),
  ].map(overviewOf);
  if (first === undefined || second === undefined) throw new Error('no sides');
  const sides = sizeComparison.pair?.(first, second) ?? [];
  const stages = sides.map((side) =>
    distributionChart
      .toSeries(side, context)
      .blocks.map(({ unit, rows }) => [unit, ...rows.map(({ name }) => name)]),
  );
  expect(stages[0]).toEqual(stages[1]);
  expect(stages[0]?.map(([unit]) => unit)).toEqual(['US$', '€']);
  expect(stages[0]?.[1]).toHaveLength(3);
});
