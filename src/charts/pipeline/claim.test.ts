import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { logicalWidths } from '#charts/kit/definition.ts';
import { pipeline } from './definition.ts';
import { pipelineLayout } from './layout.ts';
import { pipelineSeries } from './series.ts';

const row = (
  stage: StageTotals['stage'],
  median: number,
  more: Partial<StageTotals> = {},
): StageTotals => ({
  stage,
  count: 110,
  undisclosed: 10,
  amounts: [{ minor: '1000000000000', currency: 'CNY' }],
  dots: [{ code: 'A', name: 'A', money: { minor: '1000', currency: 'CNY' } }],
  spread: {
    currency: 'CNY',
    count: 100,
    not_above_zero: 0,
    classes: [{ from: '100', to: '100000000000', count: 100 }],
    quantiles: { low: '100', middle: String(median), high: '90000000000' },
  },
  ...more,
});
const of = (rows: readonly StageTotals[], zone: Partial<Overview['zone']> = {}): Overview => ({
  ...sampleOverview,
  zone: { ...sampleOverview.zone, ...zone },
  headline: { before: {} },
  strip: {
    groups: [{ group: 'pipeline', count: 220, undisclosed: 20, amounts: [], rows }],
    excluded: 0,
    data_status: 'reported',
  },
});
const titles = (overview: Overview): readonly string[] =>
  languages.map((language) => pipeline.words(overview, { language, options: {} }).title);
const plain = [
  '0个项目已落户，220个储备在谈',
  '立地済み0件、商談・準備中220件',
  '0 established, 220 in the pipeline',
];

test('the title states how many times the median of one stage is that of another', () => {
  const overview = of([
    row('signed', 11_900_000_000),
    row('construction', 22_700_000_000),
    row('negotiation', 7_600_000_000),
  ]);
  expect(titles(overview)).toEqual([
    '在建项目投资中位数约为在谈项目的3倍',
    '建設中の中央値は商談中の約3倍',
    'The median project under construction is about three times that in negotiation',
  ]);
  expect(titles(of(overview.strip.groups[0]?.rows ?? [], { fictional: true }))).toEqual([
    '示例：在建项目投资中位数约为在谈项目的3倍',
    '例示：建設中の中央値は商談中の約3倍',
    'Example: the median project under construction is about three times that in negotiation',
  ]);
  const [, , fraction] = titles(of([row('lead', 1000), row('signed', 2400)]));
  expect(fraction).toMatch(
    /^The median project at the signed stage is about 2\.4 times that at the lead stage$/,
  );
});

test('a register of small groups, one stage, close medians, hidden medians or mostly unknown amounts has no such title', () => {
  const spread = row('lead', 1000).spread;
  if (spread === undefined) throw new Error('the row has a spread');
  const { quantiles: _hidden, ...classes } = spread;
  const few = { ...spread, count: 60 };
  for (const rows of [
    [row('lead', 1000)],
    [row('lead', 1000), row('signed', 1400)],
    [row('lead', 1000), row('signed', 3000, { spread: classes })],
    [row('lead', 1000), row('signed', 3000, { spread: few })],
    [row('lead', 1000), row('signed', 3000, { count: 300, undisclosed: 200 })],
  ])
    expect(titles(of(rows))).toEqual(plain);
  expect(titles(of([row('lead', 1000), row('unknown', 3000)])).at(-1)).toBe(
    '220 in the pipeline, 110 without a stage',
  );
});

test('the plot counts every amount, and a note gives the number of projects without one', () => {
  const rows = [row('lead', 1000), row('signed', 3000)];
  const notes = languages.map(
    (language) => pipeline.words(of(rows), { language, options: {} }).notes,
  );
  expect(notes.map((all) => all.at(-1))).toEqual([
    '图中计入200个项目的金额，另有20个无金额',
    '図には200件の金額を数え、ほか20件は金額なし',
    '200 amounts are counted; 20 more projects have none',
  ]);
  const complete = pipeline.words(
    {
      ...of(rows),
      strip: {
        ...of(rows).strip,
        groups: of(rows).strip.groups.map((group) => ({ ...group, undisclosed: 0 })),
      },
    },
    { language: 'en', options: {} },
  );
  expect(complete.notes.at(-1)).toBe('200 amounts are counted');
});

test('the columns of the bounds of a size name their currency, and a row of the file its unit', () => {
  const overview = of([row('lead', 1000), row('signed', 3000)]);
  const columns = languages.map((language) =>
    pipeline
      .toTable(overview, { language, options: {} })
      .columns.slice(1, 3)
      .map(({ label }) => label),
  );
  expect(columns).toEqual([
    ['规模下限（CNY）', '规模上限（CNY）'],
    ['規模の下限（CNY）', '規模の上限（CNY）'],
    ['Size from (CNY)', 'Size to (CNY)'],
  ]);
  expect(pipeline.words(overview, { language: 'en', options: {} }).exact_unit).toBe('CNY');
});

test('median and middle 8 in 10 are in columns where there is room, without touching, else below the stage', () => {
  const overview = of([row('lead', 1_000_000_000), row('signed', 3_000_000_000)]);
  for (const language of languages) {
    const series = pipelineSeries(overview, language);
    for (const width of logicalWidths) {
      const { spread, count, plot, sum } = pipelineLayout(series, width, 400);
      expect(spread === undefined).toBe(width < 700);
      if (spread === undefined) continue;
      const cells = series.groups.flatMap(({ rows }) =>
        rows.map((one) => one.spread?.cells ?? ['', '']),
      );
      const widest = ([0, 1] as const).map((at) =>
        Math.max(...cells.map((cell) => textWidth(cell[at] ?? '', 12, true))),
      );
      expect(spread[0] - (widest[0] ?? 0)).toBeGreaterThan(count);
      expect(spread[1] - (widest[1] ?? 0)).toBeGreaterThan(spread[0]);
      expect(spread[1]).toBeLessThan(sum);
      expect(plot.right - plot.left).toBeGreaterThan(width / 4);
    }
  }
});
