import { inBrackets } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import {
  chooseAxis,
  drawnTable,
  figureWidth,
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  wordWidth,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import { officeLabels } from '#charts/kit/office/labels/index.ts';
import { bridgeUnit, type ChangesRow, type ChangesSeries, changesSeries } from './series.ts';
import { changesChartLabels } from './labels/index.ts';

/** A line of the bridge: the name of a group, or one of its rows. */
interface BridgeLine {
  readonly name: string;
  readonly note: string;
  readonly row?: ChangesRow;
}
const listLines = ({ groups }: ChangesSeries): readonly BridgeLine[] =>
  groups.flatMap(({ title, note, rows }) => [
    { name: title, note },
    ...rows.map((row) => ({ name: row.label, note: '', row })),
  ]);

/** Makes a base that is not drawn, and on it the totals, moves and losses. */
function makeSeries(
  lines: readonly BridgeLine[],
  { example }: ChangesSeries,
  names: Readonly<Record<ChangesRow['mark'], string>>,
): readonly OfficeSeries[] {
  const bars = (mark: ChangesRow['mark']) =>
    lines.map(({ row }) => (row?.mark === mark ? writeMark(Math.abs(row.to - row.from)) : null));
  return [
    {
      name: '·',
      colour: 'surface',
      hidden: true,
      values: lines.map(({ row }) =>
        row === undefined ? null : writeMark(Math.min(row.from, row.to)),
      ),
    },
    { name: names.filled, colour: 'accent', hatched: example, values: bars('filled') },
    { name: names.outline, colour: 'accent', hollow: true, values: bars('outline') },
    { name: names.lost, colour: 'axis', values: bars('lost') },
  ];
}

function makeFrame(
  lines: readonly BridgeLine[],
  heads: readonly [string, string, string],
): OfficeFrame {
  const [step, count, amount] = heads;
  const amounts = lines.map(({ note, row }) => row?.value ?? note);
  const width = figureWidth(amounts, wordWidth([amount], 130, 215));
  return {
    before: [
      { head: step, width: 235 },
      { head: count, width: 78, right: true },
    ],
    after: [{ head: amount, width, right: true }],
    rows: lines.map(({ name, note, row }) => {
      const total = row === undefined || row.kind === 'opening' || row.kind === 'closing';
      return {
        band: row === undefined,
        cells: [
          { text: name, bold: total },
          { text: row?.count ?? '', bold: total },
          row === undefined
            ? { text: note, colour: 'ink-2' as const }
            : { text: row.value, bold: total },
        ],
      };
    }),
  };
}

/**
 * Makes the bridge of each group as bars that begin where the previous one ended. Their base is a
 * series that is not drawn.
 * @returns undefined without a compared day
 */
export function changesOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  if (overview.bridge === undefined) return undefined;
  const text = changesChartLabels[language];
  const series = changesSeries(overview, language);
  const lines = listLines(series);
  if (lines.length === 0) return undefined;
  const unit = bridgeUnit(overview, language);
  const { gained: filled, moved: outline, lost } = officeLabels[language];
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 60,
    unit: { id: 'projects', like: '1' },
    axis: { ...chooseAxis(series.most, series.least), bare: true },
    frame: makeFrame(lines, [
      text.columns.step,
      text.columns.count,
      `${text.columns.amount}${inBrackets(unit.word, language)}`,
    ]),
    key: [
      { label: filled, colour: 'accent', shape: 'square' },
      { label: outline, colour: 'accent', shape: 'box' },
      { label: lost, colour: 'axis', shape: 'square' },
    ],
    table: drawnTable(
      text.columns.step,
      lines.map(({ name }) => name),
    ),
    series: makeSeries(lines, series, { filled, outline, lost }),
  };
}
