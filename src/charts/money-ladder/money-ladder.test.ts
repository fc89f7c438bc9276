import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { groupsUnit, valueText } from '#charts/kit/text/units.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { CellRow } from '#domain/analysis/cell.ts';
import {
  type LadderPairRow,
  ladderRungs,
  makeMoneyLadder,
  type MoneyLadder,
} from '#domain/analysis/money-ladder.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { languages } from '#domain/values/language.ts';
import { moneyLadderChart } from './definition.ts';
import { layLadder } from './layout.ts';
import { ladderOfficeChart } from './office-chart.ts';

type Amounts = readonly (string | undefined)[];
/** Groups of five projects each, with the sums of their rungs. */
const make = (
  groups: Readonly<Record<string, Amounts>>,
  pairs: readonly LadderPairRow[] = [],
  unit = 'CNY',
): MoneyLadder =>
  makeMoneyLadder({
    as_of: '2021-04-16',
    by: 'industry',
    filters: {},
    zones: {},
    left_out: {},
    base_currency: 'CNY',
    pairs,
    rows: Object.entries(groups).flatMap(([key, amounts]) =>
      ladderRungs.map((part, at): CellRow => {
        const value = amounts[at];
        return {
          key,
          part,
          count: 5,
          value: value ?? '0',
          ...(value === undefined ? {} : { unit }),
        };
      }),
    ),
  });
const overviewOf = (money_ladder: MoneyLadder): Overview => ({ ...sampleOverview, money_ladder });
const context = { language: 'en', options: {} } as const;
const sample = make({
  eco: ['3110000000', '1410000000', '440000000', '510000000'],
  material: ['1370000000', '600000000', '250000000', undefined],
});

describe('the money ladder', () => {
  test('states how much of the plan is contracted and paid in', () => {
    const titleOf = (ladder: MoneyLadder) =>
      moneyLadderChart.words(overviewOf(ladder), context).title;
    expect(titleOf(sample)).toBe('45% of planned investment is contracted, 15% is paid in');
    expect(titleOf(make({ eco: ['100', '50', '13', undefined] }))).toBe(
      'Half of planned investment is contracted, 13% is paid in',
    );
    expect(titleOf(make({ eco: ['100', undefined, '13', '20'] }))).toBe(
      '13% of planned investment is paid in, 20% is completed',
    );
    expect(titleOf(make({ eco: [undefined, undefined, undefined, undefined] }))).toBe(
      'Money ladder: no project states an amount',
    );
    expect(titleOf(make({}))).toBe('Money ladder: no project on this day');
  });

  test('gives an amount that nobody states no room and no mark in the key of a slide', () => {
    const slide = ladderOfficeChart(
      overviewOf(make({ eco: ['100', undefined, '13', undefined] })),
      context,
    );
    expect(slide?.series.map(({ name }) => name)).toEqual(['Planned', 'Paid in', '·']);
    expect(slide?.key?.map(({ label }) => label)).toEqual(['Planned', 'Paid in']);
    expect(slide?.frame?.after.map(({ head }) => head)).toHaveLength(ladderRungs.length);
  });

  // seen to fail: the four bars of a group stood below each other
  test('nests the bars of a group on a slide as its picture does, and draws no bar for the total', () => {
    const overview = overviewOf(sample);
    const slide = ladderOfficeChart(overview, context);
    if (slide?.kind !== 'scatter') throw new Error('no scatter');
    const names = slide.series.map(({ name }) => name);
    expect(names).toEqual(['Planned', 'Completed', 'Paid in', 'Contracted', '·']);
    const [outline, completed, paid, contracted] = slide.series;
    const spread = (one: typeof outline): readonly (readonly number[])[] => {
      const values = one?.values ?? [];
      const thick = one?.row_thickness ?? 0;
      const rows = values.flatMap((value) => (value === null ? [] : [Number(value)]));
      return Array.from({ length: slide.rows }, (_, row) =>
        rows
          .filter((value) => Math.floor(value) === slide.rows - 1 - row)
          .flatMap((value) => [value - thick / 2, value + thick / 2]),
      ).map((own) => (own.length === 0 ? [] : [Math.min(...own), Math.max(...own)]));
    };
    const [wide, middle, thin] = [spread(contracted), spread(paid), spread(completed)];
    expect(spread(outline).slice(0, 2)).toEqual(
      wide.slice(0, 2).map((ends) => ends.map((end) => expect.closeTo(end, 2))),
    );
    expect(wide.at(-1)).toEqual([]);
    for (const [row, [low = 0, high = 0]] of thin.entries()) {
      if (thin[row]?.length === 0) continue;
      expect(low).toBeGreaterThan(middle[row]?.[0] ?? Infinity);
      expect(high).toBeLessThan(middle[row]?.[1] ?? -Infinity);
      expect(middle[row]?.[0]).toBeGreaterThan(wide[row]?.[0] ?? Infinity);
      expect(middle[row]?.[1]).toBeLessThan(wide[row]?.[1] ?? -Infinity);
    }
    const [block] = moneyLadderChart.toSeries(overview, context).blocks;
    expect(paid?.places?.filter((place) => place !== null && place !== '0')).toEqual(
      block?.rows.map(({ rungs }) => String(rungs[2]?.value)),
    );
    expect(block?.rows[1]?.rungs[3]?.value).toBeUndefined();
    expect(thin[1]).toEqual([]);
  });

  test('prints an unreported value as a dash, and an excess over paid in bold', () => {
    const { blocks } = moneyLadderChart.toSeries(overviewOf(sample), context);
    const [eco, material] = blocks[0]?.rows ?? [];
    expect(eco?.rungs.map(({ text, bold }) => [text, bold])).toEqual([
      ['3.11', false],
      ['1.41', false],
      ['0.44', false],
      ['0.51', true],
    ]);
    expect(material?.rungs.at(-1)).toMatchObject({ text: '—', bold: false });
    expect(material?.rungs.at(-1)).not.toHaveProperty('value');
  });

  // seen to fail: 0.4 兆, 0.4 兆 and 0.3 兆
  test('takes the unit in which the smallest group that matters has two digits', () => {
    const yen = overviewOf(
      make(
        {
          eco: ['1300000000000', '420000000000', '410000000000', '260000000000'],
          ict: ['95000000000', undefined, undefined, '4000000000'],
        },
        [],
        'JPY',
      ),
    );
    const inJapanese = { language: 'ja', options: {} } as const;
    const [block] = moneyLadderChart.toSeries(yen, inJapanese).blocks;
    expect(block?.unit).toBe('億円');
    expect(block?.rows.map(({ rungs }) => rungs.map(({ text }) => text))).toEqual([
      ['13,000', '4,200', '4,100', '2,600'],
      ['950', '—', '—', '40'],
    ]);
    const { columns } = moneyLadderChart.toTable(yen, inJapanese);
    expect(columns.find(({ id }) => id === 'paid_in')).toMatchObject({ unit: '億円', scale: 8 });
    const slide = ladderOfficeChart(yen, inJapanese);
    expect(slide?.unit).toMatchObject({ id: 'JPY', like: '1000000000' });
    const [english] = moneyLadderChart.toSeries(yen, context).blocks;
    expect(english?.rows[0]?.rungs.map(({ text }) => text)).toEqual(['1,300', '420', '410', '260']);
    expect(english?.unit).toBe('JP¥ bn');
  });

  // seen to fail: 0.4 兆 and 0.4 兆, and 3.0 兆 below 2.97 兆 on the page
  test('sums of 兆 have the two decimals that they have in sentences', () => {
    const most = { most: '2970000000000', groups: ['1700000000000', '420000000000'] };
    for (const language of languages) {
      const unit = groupsUnit('JPY', language, most);
      expect(['2970000000000', ...most.groups].map((value) => valueText(value, unit))).toEqual([
        '2.97',
        '1.70',
        '0.42',
      ]);
    }
  });

  test('writes no sum that matters with one digit, in any language', () => {
    const digitsOf = (text: string) => text.replaceAll(/\D/g, '').replace(/^0+/, '').length;
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10n ** 7n, max: 10n ** 14n }),
        // a share of 50 would be below 5 % where it is rounded down
        fc.array(fc.integer({ min: 51, max: 1000 }), { minLength: 1, maxLength: 6 }),
        (most, parts) => {
          const groups = [1000, ...parts].map((part) => String((most * BigInt(part)) / 1000n));
          const total = groups.reduce((sum, value) => sum + BigInt(value), 0n);
          for (const language of languages) {
            const unit = groupsUnit('JPY', language, { most: String(total), groups });
            for (const value of groups)
              expect(digitsOf(valueText(value, unit)), value).toBeGreaterThan(1);
          }
        },
      ),
    );
  });

  test('compares rungs of the same projects, with excess and shortfall', () => {
    const pair: LadderPairRow = {
      key: 'eco',
      of: 'paid_in',
      has: 'fai_done_total',
      unit: 'CNY',
      count: 4,
      value: '510000000',
      base: '440000000',
      over: 3,
      excess: '90000000',
      short: 1,
      shortfall: '20000000',
    };
    const ladder = make({ eco: ['3110000000', '1', '440000000', '510000000'] }, [pair]);
    expect(moneyLadderChart.words(overviewOf(ladder), context).notes).toContain(
      'Completed against paid in, 4 projects that state both: 115.9%; above in 3 by CN¥0.09bn, below in 1 by CN¥0.02bn',
    );
    const table = moneyLadderChart.toTable(overviewOf(ladder), context);
    const over = table.columns.findIndex(({ id }) => id === 'completed_above_paid_in');
    expect(table.rows[0]?.[over]).toBe('3');
  });

  test('draws a bar beyond the outline, and stays inside at every width', () => {
    const ladder = make({
      eco: ['100', '150', '-20', '40'],
      ict: [undefined, '5', '0', undefined],
    });
    for (const language of languages)
      for (const width of [340, 440, 560, 880]) {
        const series = moneyLadderChart.toSeries(overviewOf(ladder), { language, options: {} });
        const { shapes, height } = layLadder(series, width);
        for (const shape of shapes) {
          if (shape.kind === 'bar') expect(shape.x + shape.width).toBeLessThanOrEqual(width + 1);
          if (shape.kind !== 'text') continue;
          const wide = textWidth(shape.text, shape.size ?? 12, shape.bold);
          const left = shape.x - (shape.anchor === 'end' ? wide : 0);
          expect(left, shape.text).toBeGreaterThanOrEqual(-1);
          expect(left + wide, shape.text).toBeLessThanOrEqual(width + 2);
          expect(shape.y).toBeLessThanOrEqual(height);
        }
      }
  });
});
