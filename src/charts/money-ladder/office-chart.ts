import type { ChartContext } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  chooseAxis,
  joinCurrencies,
  type OfficeChart,
  type OfficeSeries,
  rowPlace,
  wordWidth,
} from '#charts/kit/office/office-chart.ts';
import type { MoneyLadder } from '#domain/analysis/money-ladder.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { nameKey } from '#charts/breakdown/data/names.ts';
import { type LadderBlock, ladderSeries, ladderUnit } from './series.ts';

/** Each rung, from the widest bar to the thinnest, and the share of a row that it takes. */
const looks = [
  { colour: 'ink-3', share: 0.56, shape: 'box' },
  { colour: 'stage-2', share: 0.56, shape: 'square' },
  { colour: 'stage-4', share: 0.31, shape: 'square' },
  { colour: 'ink', share: 0.12, shape: 'line' },
] as const;

/** The rows of a plot: those of the groups, then that of the total, which has no bar. */
const countPlotRows = ({ rows }: LadderBlock): number => rows.length + 1;

/** The amounts of a rung as bars from zero: outlines, or lines as thick as their share of a row. */
function drawRung(block: LadderBlock, name: string, at: number): OfficeSeries {
  const { colour, share, shape } = looks[at] ?? looks[3];
  const place = (row: number, shift: number): string =>
    rowPlace(countPlotRows(block), row, shift * share);
  const bars = block.rows.flatMap(({ rungs }, row) => {
    const value = rungs[at]?.value;
    return value === undefined || value === 0 ? [] : [{ end: String(value), row }];
  });
  const common = { name, colour, symbol: 'none' } as const;
  if (shape !== 'box')
    return {
      ...common,
      row_thickness: share,
      places: bars.flatMap(({ end }) => ['0', end, null]),
      values: bars.flatMap(({ row }) => [place(row, 0), place(row, 0), null]),
    };
  return {
    ...common,
    line: 1,
    places: bars.flatMap(({ end }) => ['0', end, end, '0', '0', null]),
    values: bars.flatMap(({ row }) => [
      ...[-0.5, -0.5, 0.5, 0.5, -0.5].map((shift) => place(row, shift)),
      null,
    ]),
  };
}

/** The line at zero, along the rows of the groups. */
const drawZero = (block: LadderBlock): OfficeSeries => ({
  name: '·',
  colour: 'axis',
  symbol: 'none',
  line: 1,
  places: ['0', '0'],
  values: [String(countPlotRows(block)), '1'],
});

/**
 * Up to four nested bars a group in one currency, as in the picture: an office program can give
 * bars of one chart no different heights, but lines of a scatter. An amount that no group states has
 * no mark in the key.
 */
function drawBlock(
  ladder: MoneyLadder,
  block: LadderBlock,
  heads: readonly string[],
  { language, several }: { language: Language; several: boolean },
): OfficeChart {
  const { rows, total, axis, unit } = block;
  const key = nameKey(ladder.by, language);
  const name = several ? `${key}${kitLabels[language].brackets(unit)}` : key;
  const values = rows.flatMap(({ rungs }) => rungs.map(({ value = 0 }) => value));
  const line = ({ name: row, rungs }: typeof total, isTotal: boolean) => ({
    cells: [
      { text: row, bold: isTotal },
      ...rungs.map(({ text, bold }) => ({ text, bold: bold || isTotal })),
    ],
  });
  const isKnown = (at: number): boolean => rows.some(({ rungs }) => rungs[at]?.value !== undefined);
  const rungs = heads.flatMap((head, at) =>
    isKnown(at) ? [{ head, at, ...(looks[at] ?? looks[3]) }] : [],
  );
  // the outline is above the bars and a thin bar above a thick one
  const order = rungs.toSorted((a, b) => (a.at === 0 ? -1 : b.at === 0 ? 1 : b.at - a.at));
  return {
    kind: 'scatter',
    rows: countPlotRows(block),
    unit: { id: axis.unit, like: String(ladderUnit(ladder, axis.unit, language).like) },
    axis: chooseAxis(Math.max(0, ...values), Math.min(0, ...values)),
    frame: {
      before: [{ head: name, width: wordWidth([name], 165, 225) }],
      after: heads.map((head) => ({ head, width: 76, right: true })),
      rows: [...rows.map((row) => line(row, false)), line(total, true)],
    },
    key: rungs.map(({ head: label, colour, shape }) => ({ label, colour, shape })),
    table: { columns: [], rows: [] },
    series: [...order.map(({ head, at }) => drawRung(block, head, at)), drawZero(block)],
  };
}

/**
 * The four amounts of each group as bars: one chart for each currency.
 * @returns undefined without groups
 */
export function ladderOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { money_ladder: ladder } = overview;
  if (ladder === undefined || ladder.units.length === 0) return undefined;
  const { blocks, heads } = ladderSeries(overview, language);
  const several = blocks.length > 1;
  return joinCurrencies(
    blocks.map((block) => drawBlock(ladder, block, heads.slice(-4), { language, several })),
  );
}
