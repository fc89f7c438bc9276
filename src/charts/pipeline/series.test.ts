import { describe, expect, it } from 'vitest';
import { logicalWidths } from '#charts/kit/definition.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { renderPlot } from '#charts/static/render-to-svg.tsx';
import { serverDocument } from '#charts/static/document.ts';
import { makeSecondaryCurrency } from '#domain/overview/secondary-currency.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDot, StageTotals } from '#domain/projects/register-view.ts';
import { pipeline } from './definition.ts';
import { pipelineLayout } from './layout.ts';
import { pipelineSeries } from './series.ts';

const dot = (code: string, minor?: string, currency = 'CNY', name = code): ProjectDot => ({
  code,
  name,
  industry: 'eco',
  ...(minor === undefined ? { missing: 'not_readable' } : { money: { minor, currency } }),
});
const withRow = (row: StageTotals, group: 'pipeline' | 'unknown' = 'pipeline'): Overview => ({
  ...sampleOverview,
  strip: {
    ...sampleOverview.strip,
    groups: [
      { group, count: row.count, undisclosed: row.undisclosed, amounts: row.amounts, rows: [row] },
    ],
  },
});
/** A row of 10,000 leads, most of them only as a distribution. */
const manyRow: StageTotals = {
  stage: 'lead',
  count: 10_000,
  undisclosed: 90,
  amounts: [],
  dots: Array.from({ length: 240 }, (_, at) => dot(`L${at}`, '500000000000')),
  spread: {
    currency: 'CNY',
    count: 9900,
    not_above_zero: 10,
    classes: [
      { from: '160000000', to: '1600000000', count: 400 },
      { from: '1600000000', to: '16000000000', count: 3000 },
      { from: '16000000000', to: '40000000000', count: 3500 },
      { from: '40000000000', to: '400000000000', count: 2600 },
      { from: '400000000000', to: '630000000000', count: 400 },
    ],
    quantiles: { low: '4000000000', middle: '25000000000', high: '160000000000' },
  },
};
const context = { language: 'en', options: {} } as const;

describe('the strip plot', () => {
  it.each([340, 440, 560] as const)(
    'has the second currency of every sum at a width of %s, below the first where there is no room beside it',
    (width) => {
      const beside = makeSecondaryCurrency(sampleOverview, 'JPY', [
        {
          base: 'JPY',
          quote: 'CNY',
          day: '2021-04-15',
          per_units: 100,
          rate: '6',
          source: 'A bank',
        },
      ]);
      if ('without' in beside) throw new Error('no rate');
      const overview = { ...sampleOverview, beside };
      const series = pipelineSeries(overview, 'zh-CN');
      const svg = renderPlot(serverDocument, {
        id: 'pipeline',
        series,
        width,
        height: pipeline.height(width, series),
        language: 'zh-CN',
        prefix: 'p',
      });
      const yen = series.groups.flatMap(({ secondary: sum, rows }) => [
        sum,
        ...rows.filter(({ empty }) => !empty).map((row) => row.secondary),
      ]);
      expect(yen.length).toBeGreaterThan(6);
      for (const sum of ['亿日元', ...yen]) expect(svg).toContain(`>${sum}</text>`);
      expect(pipelineLayout(series, width, 400).stacked).toBe(width < 480);
    },
  );
  it('draws one dot for each project of the sample and states the published sum', () => {
    const series = pipelineSeries(sampleOverview, 'zh-CN');
    expect(series.groups.map(({ label, count }) => `${label}${count}`)).toEqual([
      '已落户7',
      '储备在谈20',
    ]);
    expect(series.groups[0]?.sum).toBe('约28');
    expect(series.groups.flatMap(({ rows }) => rows.flatMap(({ dots }) => dots))).toHaveLength(27);
    expect(pipeline.toTable(sampleOverview, { language: 'zh-CN', options: {} }).rows).toHaveLength(
      27,
    );
  });

  it('keeps undisclosed amounts left of zero, out of the sums, and named in the table', () => {
    const overview = withRow({
      stage: 'lead',
      count: 2,
      undisclosed: 1,
      amounts: [{ minor: '10000000000', currency: 'CNY' }],
      dots: [dot('A', '10000000000'), dot('B')],
    });
    const series = pipelineSeries(overview, 'en');
    const layout = pipelineLayout(series, 440, 300);
    const [a, b] = layout.groups[0]?.rows[0]?.dots ?? [];
    expect(a?.x).toBeGreaterThan(layout.plot.left);
    expect(b?.x).toBeLessThan(layout.plot.left);
    expect(pipeline.toTable(overview, context).rows.at(-1)?.slice(5, 8)).toEqual([
      null,
      null,
      'Could not be read',
    ]);
  });

  it('never puts two currencies on one axis: a text names the other, and its project is not called undisclosed', () => {
    const overview = withRow({
      stage: 'signed',
      count: 2,
      undisclosed: 0,
      amounts: [
        { minor: '10000000000', currency: 'CNY' },
        { minor: '500000000', currency: 'JPY' },
      ],
      dots: [dot('A', '10000000000'), dot('B', '500000000', 'JPY')],
    });
    const [group] = pipelineSeries(overview, 'en').groups;
    expect(group?.rows[0]?.dots.map(({ v, other }) => [v, other])).toEqual([
      [0.1, undefined],
      [null, true],
    ]);
    expect(group).toMatchObject({ other: 'Other currency' });
    expect(group).not.toHaveProperty('undisclosed');
    const [note] = pipeline.words(overview, context).notes;
    expect(note).toContain('JP¥');
    expect(note).not.toContain('CN¥');
  });

  it('gives an unknown stage its own group', () => {
    const series = pipelineSeries(
      withRow(
        { stage: 'unknown', count: 1, undisclosed: 1, amounts: [], dots: [dot('X')] },
        'unknown',
      ),
      'ja',
    );
    expect(series.groups[0]?.label).toBe('段階未定');
    expect(series.groups[0]?.sum).toBe('—');
  });

  it('draws a stage of 10,000 projects as a distribution of all of them, inside its row and without touching its words', () => {
    const overview = withRow(manyRow);
    const series = pipelineSeries(overview, 'en');
    const [row] = series.groups[0]?.rows ?? [];
    expect(row?.dots).toEqual([]);
    expect(series.groups[0]?.undisclosed, 'no mark is explained that is not drawn').toBeUndefined();
    expect(row?.spread?.lines).toEqual(['Median 250mn', '8 in 10: 40mn–1.6bn']);
    expect(row?.spread?.classes.map(({ strong }) => strong)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    for (const width of logicalWidths) {
      const height = pipeline.height(width, series);
      const { plot, groups, x, spread } = pipelineLayout(series, width, height);
      for (const line of spread === undefined ? (row?.spread?.lines ?? []) : [row?.label ?? ''])
        expect(4 + textWidth(line, 12)).toBeLessThan(plot.left);
      expect(x(row?.spread?.classes[0]?.from ?? 0)).toBeCloseTo(plot.left, 3);
      expect(x(row?.spread?.classes.at(-1)?.to ?? 0)).toBeCloseTo(plot.right, 3);
      expect(groups[0]?.rows[0]?.middle).toBeLessThan(height);
      const svg = renderPlot(serverDocument, {
        id: 'pipeline',
        series,
        width,
        height,
        language: 'en',
        prefix: 'p',
      });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
    const { notes, subtitle } = pipeline.words(overview, context);
    expect(subtitle).toContain('log axis');
    expect(notes.join(' ')).toContain('all of them');
    expect(notes.join(' ')).toContain('10 amounts of zero or less');
  });

  it('counts every project of such a stage by size in its table, and lists them where all are shown', () => {
    const table = pipeline.toTable(withRow(manyRow), context);
    const counts = table.rows.map((cells) => Number(cells.at(-1)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect(table.rows.map(([size]) => size)).toEqual(
      expect.arrayContaining(['Zero or less', 'No amount']),
    );
    const dots = Array.from({ length: 61 }, (_, at) => dot(`P${at}`, '100000000'));
    const all = pipeline.toTable(withRow({ ...manyRow, count: 61, dots }), context);
    expect(all.rows).toHaveLength(61);
  });

  it('leaves out amounts where a link shows classes only, and states the class of the median', () => {
    const { spread } = manyRow;
    if (spread === undefined) throw new Error('the row has a spread');
    const { quantiles: _amounts, ...classes } = spread;
    const [row] =
      pipelineSeries(withRow({ ...manyRow, spread: classes }), 'en').groups[0]?.rows ?? [];
    expect(row?.spread?.lines).toEqual(['Median 160mn–400mn', '8 in 10: 16mn–4bn']);
    expect(row?.spread?.median).toBeUndefined();
    expect(row?.spread?.classes.filter(({ median }) => median)).toHaveLength(1);
  });

  it('names no project whose name would not fit', () => {
    const series = pipelineSeries(
      withRow({
        stage: 'lead',
        count: 1,
        undisclosed: 0,
        amounts: [{ minor: '10000000000', currency: 'CNY' }],
        dots: [dot('A', '10000000000', 'CNY', '长'.repeat(300))],
      }),
      'zh-CN',
    );
    expect(pipelineLayout(series, 700, 200).groups[0]?.rows[0]?.name).toBeUndefined();
  });

  it('draws an axis and a note when there are no projects', () => {
    const overview = withRow({ stage: 'lead', count: 0, undisclosed: 0, amounts: [], dots: [] });
    expect(pipelineSeries(overview, 'en').empty).toBe('No projects yet');
    expect(pipeline.words(overview, context).title).toContain('No projects yet');
  });

  // seen to fail: "No projects yet" above a note on 20 projects without a day of entry
  it('does not say that there are no projects where some may have been there', () => {
    const none = withRow({ stage: 'lead', count: 0, undisclosed: 0, amounts: [], dots: [] });
    const words = 'Counts are at least: 20 more projects may have been there';
    expect(pipelineSeries({ ...none, undated: 20 }, 'en').empty).toContain(words);
    expect(pipeline.words({ ...none, undated: 20 }, context).title).toContain(words);
    // seen to fail: an axis from 0 to 1 without a value
    expect(pipelineSeries({ ...none, undated: 20 }, 'en')).toMatchObject({ ticks: [], groups: [] });
  });

  it('draws zero as a value', () => {
    const series = pipelineSeries(
      withRow({
        stage: 'lead',
        count: 1,
        undisclosed: 0,
        amounts: [{ minor: '0', currency: 'CNY' }],
        dots: [dot('A', '0')],
      }),
      'en',
    );
    expect(series.groups[0]?.rows[0]?.dots[0]?.v).toBe(0);
  });
});

it('counts beyond a thousand are grouped in every word around the plot', () => {
  const overview = withRow({
    stage: 'lead',
    count: 14_000,
    undisclosed: 2000,
    amounts: [],
    dots: [dot('a')],
  });
  const words = pipeline.words(
    { ...overview, strip: { ...overview.strip, excluded: 2000 } },
    context,
  );
  expect(words.source).toContain('2,000 on hold or ended');
  expect(words.alt).toContain('Pipeline 14,000 (12,000 of 14,000 with an amount)');
  expect(pipelineSeries(overview, 'en').groups[0]?.note).toBe('12,000 of 14,000 with an amount');
});

it('a picture of a view without a currency names it', () => {
  const overview = withRow({ stage: 'lead', count: 3, undisclosed: 0, amounts: [], dots: [] });
  const groups = overview.strip.groups.map((group) => ({ ...group, held_back: ['JPY'] }));
  const shared = { ...overview, strip: { ...overview.strip, groups } };
  expect(
    languages.map((language) => pipeline.words(shared, { language, options: {} }).notes),
  ).toEqual([['日元金额不显示'], ['円建ての金額は非表示'], ['Amounts in JPY not shown']]);
});

// seen to fail: on a phone a long currency name left the dots no room, so that all stood on 0
it('keeps room for the dots beside a currency with a long name', () => {
  const base = pipelineSeries(sampleOverview, 'ja');
  const long = { ...base, unit: '億デンマーク・クローネ' };
  for (const width of [340, 358, 390, 440]) {
    const plots = [base, long].map((series) => pipelineLayout(series, width, 400).plot);
    const [short, own] = plots.map(({ left, right }) => right - left);
    expect(own).toBeGreaterThanOrEqual(short ?? 0);
    expect(plots[1]?.top).toBeGreaterThan(textWidth('8', 12) + 20);
  }
});
