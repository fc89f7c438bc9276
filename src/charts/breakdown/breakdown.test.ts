import { describe, expect, test } from 'vitest';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { type Breakdown, type BreakdownScope, makeBreakdown } from '#domain/analysis/breakdown.ts';
import type { CellRow } from '#domain/analysis/cell.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { addDecimal } from '#domain/values/decimal.ts';
import { type Language, languages } from '#domain/values/language.ts';
import { breakdownChart } from './definition.ts';
import { breakdownOfficeChart } from './office-chart.ts';
import { layBreakdown } from './layout/layout.ts';

type Row = readonly [key: string, part: string, value: string | undefined, unit?: string];
const rowOf = ([key, part, value, unit = 'CNY']: Row): CellRow => ({
  key,
  part,
  count: 1,
  value: value ?? '0',
  ...(value === undefined ? {} : { unit }),
});
const scope: BreakdownScope = {
  as_of: '2021-04-16',
  measure: 'total_investment',
  by: 'industry',
  stack: 'stage',
  filters: {},
  zones: {},
};
const make = (rows: readonly Row[], more: Partial<BreakdownScope> = {}): Breakdown =>
  makeBreakdown({
    ...scope,
    ...more,
    base_currency: 'CNY',
    left_out: { on_hold: 1 },
    projects: {},
    rows: rows.map(rowOf),
  });
const overviewOf = (breakdown: Breakdown): Overview => ({ ...sampleOverview, breakdown });
const context = (options: ChartOptions = {}, language: Language = 'en') => ({ language, options });
const titleOf = (breakdown: Breakdown, options?: ChartOptions, language?: Language): string =>
  breakdownChart.words(overviewOf(breakdown), context(options, language)).title;

const rows: readonly Row[] = [
  ['eco', 'construction', '900000000'],
  ['eco', 'negotiation', '900000000'],
  ['eco', 'lead', '800000000'],
  ['material', 'construction', '600000000'],
  ['material', 'lead', undefined],
  ['ict', 'registered', '250000000'],
];

describe('the block of projects without an amount', () => {
  // seen to fail: "0" stood beside "—"
  test('counts the projects of each stage group, with 0 for none', () => {
    const breakdown = make([
      ...rows,
      ['eco', 'lead', '7', 'USD'],
      ['material', 'negotiation', undefined],
    ]);
    const { blocks, heads } = breakdownChart.toSeries(overviewOf(breakdown), context());
    const block = blocks.at(-1);
    expect(block?.unit).toBe('Projects without an amount');
    expect(heads).toEqual(['Established', 'Pipeline', 'All']);
    expect(block?.rows.map(({ name, columns, total }) => [name, ...columns, total.text])).toEqual([
      ['Materials', '0', '2', '2'],
    ]);
    expect([...(block?.total.columns ?? []), block?.total.total.text]).toEqual(['0', '2', '2']);
    expect(block?.rows[0]?.total.lines).toEqual([{ label: 'All', value: '2 without a value' }]);
  });
});

describe('the title of a breakdown', () => {
  test('names the largest group, and states that over half of it is not signed', () => {
    expect(titleOf(make(rows))).toBe(
      'Energy saving holds 75% of planned investment; over half of it is not signed',
    );
    expect(titleOf(make(rows), {}, 'zh-CN')).toBe('节能环保占计划总投资的75%，其中过半尚未签约');
    expect(titleOf(make(rows), { form: 'matrix' }, 'ja')).toBe(
      '省エネ・環境が計画投資額の75%を占める',
    );
  });

  test('names the groups that are building, in small multiples', () => {
    expect(titleOf(make(rows), { form: 'multiples' })).toBe(
      'Two of three industries are building; ICT has only reached: registered',
    );
  });

  test('makes no claim about few projects, two equal groups, years or two currencies', () => {
    const plain = 'Planned investment by industry';
    expect(titleOf(make(rows.slice(0, 4)))).toBe(plain);
    const alike = rows.map(([key, part]): Row => [key === 'ict' ? 'bio' : 'eco', part, '5']);
    expect(titleOf(make([...alike, ['bio', 'lead', '5'], ['bio', 'lead', '15']]))).toBe(plain);
    expect(titleOf(make([...rows, ['eco', 'lead', '7', 'USD']]))).toBe(plain);
    expect(titleOf(make(rows, { by: 'year' }))).toBe('Planned investment by year of signing');
  });

  test('states that nothing is disclosed, and that there is nothing', () => {
    expect(titleOf(make([['eco', 'lead', undefined]]))).toBe(
      'Planned investment: the only project states none',
    );
    expect(titleOf(make([]))).toBe('Planned investment: no project on this day');
  });

  test('begins with a word for an invented zone', () => {
    const zone = { ...sampleOverview.zone, fictional: true };
    const { title } = breakdownChart.words({ ...overviewOf(make(rows)), zone }, context());
    expect(title).toMatch(/^Example: /);
  });
});

// seen to fail: a title with 30% of all over a note with 39.5%, whose base nothing named
describe('the notes of a breakdown', () => {
  const noteOf = (rows: readonly Row[], language: Language): string | undefined =>
    breakdownChart
      .words(overviewOf(make(rows)), context({}, language))
      .notes?.find((note) => note.includes('75') || note.includes('HHI'));
  test.each([
    ['en', '3 groups by industry, of the stated only: largest 75.4%'],
    ['ja', '産業分野別の3区分（記載のある案件のみ）の集中度：最大75.4%'],
    ['zh-CN', '按产业分的3组（不含未填写的项目）的集中度：最大占75.4%'],
  ] as const)('%s: name their base where projects state no group', (language, text) => {
    const unstated: Row = ['', 'lead', '1000000000'];
    expect(noteOf([...rows, unstated], language)).toContain(text);
    expect(noteOf(rows, language)).not.toContain(text.slice(0, text.indexOf('75')));
    expect(noteOf([...rows, ['', 'lead', undefined]], language)).toBe(noteOf(rows, language));
    expect(titleOf(make([...rows, unstated]))).toContain('58% of planned investment');
  });
});

describe('the table of a breakdown', () => {
  test('sums to its last row and to its total column, and links to the projects', () => {
    const table = breakdownChart.toTable(overviewOf(make(rows)), context());
    const at = (id: string): number => table.columns.findIndex((column) => column.id === id);
    const parts = table.columns.filter(({ id }) => id.startsWith('of_')).map(({ id }) => at(id));
    for (const row of table.rows)
      expect(parts.map((part) => row[part] ?? '0').reduce(addDecimal, '0')).toBe(
        row[at('value')] ?? '0',
      );
    const [total, ...groups] = table.rows.toReversed();
    for (const column of [...parts, at('value'), at('projects'), at('without_value')])
      expect(groups.map((row) => row[column] ?? '0').reduce(addDecimal, '0')).toBe(total?.[column]);
    const leads = table.leads ?? [];
    expect(leads[0]?.[parts[0] ?? 0]).toEqual({
      status: ['active'],
      industry: ['eco'],
      stage: ['construction'],
    });
    expect(leads.at(-1)?.[0]).toEqual({ status: ['active'] });
  });

  test('leaves unstated values empty, and writes 0 where there is no project', () => {
    const breakdown = make([...rows, ['bio', 'signed', undefined]]);
    const table = breakdownChart.toTable(overviewOf(breakdown), context());
    const bio = table.rows.find(([name]) => name === 'Bioengineering') ?? [];
    const cell = (id: string) => bio[table.columns.findIndex((column) => column.id === id)];
    expect([cell('of_signed'), cell('of_lead'), cell('value')]).toEqual([null, '0', null]);
  });
});

describe('the drawing of a breakdown', () => {
  const many = Array.from(
    { length: 40 },
    (_, at): Row => [`Group ${at}`, at % 2 === 0 ? 'lead' : 'signed', String(1_000_000 * (at + 1))],
  );
  const cases: readonly (readonly [string, readonly Row[]])[] = [
    ['the sample', rows],
    ['one project', rows.slice(0, 1)],
    ['no project', []],
    ['nothing disclosed', [['eco', 'lead', undefined]]],
    ['a negative amount', [...rows, ['bio', 'signed', '-300000000']]],
    ['three currencies', [...rows, ['bio', 'lead', '5', 'JPY'], ['eco', 'lead', '7', 'USD']]],
    ['forty groups', many],
  ];
  describe.each(cases)('of %s', (_name, cells) => {
    test.each(['stacked', 'grouped', 'multiples', 'matrix'])('as %s stays inside', (form) => {
      const overview = overviewOf(make(cells));
      for (const language of languages)
        for (const width of [340, 440, 560, 880]) {
          const series = breakdownChart.toSeries(overview, context({ form }, language));
          const { shapes, height, points } = layBreakdown(series, width);
          for (const shape of shapes) {
            if (shape.kind === 'bar') {
              expect(shape.x).toBeGreaterThanOrEqual(-0.5);
              expect(shape.x + shape.width).toBeLessThanOrEqual(width + 1);
              expect(shape.y + shape.height).toBeLessThanOrEqual(height);
            }
            if (shape.kind !== 'text') continue;
            const wide = textWidth(shape.text, shape.size ?? 12, shape.bold);
            const left = shape.x - (shape.anchor === 'end' ? wide : 0);
            expect(left, `${shape.text} at ${width}`).toBeGreaterThanOrEqual(-1);
            expect(left + wide, `${shape.text} at ${width}`).toBeLessThanOrEqual(width + 2);
            if (language !== 'en') expect(shape.size ?? 12).toBeGreaterThanOrEqual(12);
          }
          for (const point of points) expect(point.y).toBeLessThanOrEqual(height);
        }
    });
  });

  // seen to fail: the ring behind the longest bar touched its number, and its words were left out
  test('the longest bar leaves room for the undisclosed part', () => {
    const inputs: readonly Row[] = [...rows, ['eco', 'signed', undefined]];
    for (const language of languages)
      for (const width of [320, 620, 1200]) {
        const series = breakdownChart.toSeries(overviewOf(make(inputs)), context({}, language));
        const { shapes } = layBreakdown(series, width);
        const [eco] = series.blocks[0]?.rows ?? [];
        const unknown = eco?.total.unknown ?? '';
        const texts = shapes.filter((shape) => shape.kind === 'text');
        const number = texts.find(({ text, bold }) => text === eco?.total.text && bold === true);
        const left = (number?.x ?? 0) - textWidth(number?.text ?? '', 12, true);
        const ring = shapes.filter((shape) => shape.kind === 'ring')[0];
        expect(unknown).not.toBe('');
        expect((ring?.x ?? Infinity) + 6).toBeLessThanOrEqual(width);
        if (width < 480) continue;
        const note = texts.find(({ text, x }) => text === unknown && x > (ring?.x ?? Infinity));
        expect((note?.x ?? Infinity) + textWidth(unknown, series.small)).toBeLessThan(left);
      }
  });

  test('stacks no negative amount: it draws bars side by side and notes it', () => {
    const overview = overviewOf(make([...rows, ['bio', 'signed', '-300000000']]));
    const series = breakdownChart.toSeries(overview, context());
    expect(series.form).toBe('grouped');
    expect(breakdownChart.words(overview, context()).subtitle).toContain('negative');
    expect(breakdownOfficeChart(overview, context())).toMatchObject({
      kind: 'bar',
      stacked: false,
    });
  });

  test('draws on a slide one chart for each currency, with its unit, and adds none', () => {
    const overview = overviewOf(make([...rows, ['eco', 'signed', '5000000', 'USD']]));
    const slide = breakdownOfficeChart(overview, context());
    const [dollars, unstated, ...others] = slide?.currencies ?? [];
    expect(others).toEqual([]);
    expect(unstated?.frame).toMatchObject({
      before: [{ head: 'Industry (Projects without an amount)' }],
      after: [{ head: 'Established' }, { head: 'Pipeline' }, { head: 'All' }],
    });
    expect(unstated?.frame?.rows.map(({ cells }) => cells[0]?.text)).toEqual([
      'Materials',
      'Total',
    ]);
    expect(unstated?.series.map(({ labels }) => labels)).toEqual([
      ['○ 1 without a value', '○ 1 without a value'],
    ]);
    expect([slide, dollars].map((chart) => chart?.unit)).toMatchObject([
      { id: 'CNY' },
      { id: 'USD' },
    ]);
    expect([slide, dollars].map((chart) => chart?.frame?.before[0]?.head)).toEqual([
      expect.stringMatching(/\(CN¥.*\)$/),
      expect.stringMatching(/\(US\$.*\)$/),
    ]);
    for (const chart of [slide, dollars]) expect(chart?.subtitle).toMatch(/CN¥.*US\$/);
    expect(breakdownOfficeChart(overviewOf(make(rows)), context())).not.toHaveProperty(
      'currencies',
    );
  });

  test('puts projects without an amount into a block of their own, where there are several currencies', () => {
    const twoCurrencies = make([...rows, ['eco', 'signed', '5000000', 'USD']]);
    for (const form of ['stacked', 'matrix', 'multiples']) {
      const { blocks } = breakdownChart.toSeries(overviewOf(twoCurrencies), context({ form }));
      expect(blocks.map(({ total }) => total.total.unknown)).toEqual([
        undefined,
        undefined,
        '1 without a value',
      ]);
      expect(blocks.at(-1)?.unit).toBe('Projects without an amount');
      expect(blocks.at(-1)?.rows.map(({ name }) => name)).toEqual(['Materials']);
      // it counts projects, whatever other projects of the group state
      expect(blocks.at(-1)?.rows.map(({ total }) => total.text)).toEqual(['1']);
      expect(blocks.at(-1)?.total.total.text).toBe('1');
      // seen to fail: a number of projects stood twice in a cell, "1 n 1"
      expect(blocks.map(({ total }) => total.total.count)).toEqual(['n 5', 'n 1', '']);
    }
  });

  test('draws eight groups and the others as one', () => {
    const [block] = breakdownChart.toSeries(overviewOf(make(many)), context()).blocks;
    expect(block?.rows.map(({ name }) => name)).toEqual([
      ...['Group 39', 'Group 38', 'Group 37', 'Group 36', 'Group 35', 'Group 34', 'Group 33'],
      ...['Group 32', 'Other (32)'],
    ]);
  });
});
