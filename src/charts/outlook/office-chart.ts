import { compact } from '#domain/values/compact.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import {
  drawnTable,
  type FrameCell,
  type OfficeChart,
  type OfficeSeries,
  writeMark,
} from '#charts/kit/office/office-chart.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { outlookChartLabels } from './labels/index.ts';
import { findAxisEnd, isCutAt } from './layout.ts';
import { outlookSeries, type OutlookChartRow } from './series.ts';

/** The least end of the axis of a slide, which has no other room behind the target. */
const leastAxis = 1.1;
/** Before the text beside a bar that continues beyond the axis. */
const arrow = '→ ';

/** The addition of each step to the previous one. */
function makeSeries(
  rows: readonly OutlookChartRow[],
  names: { readonly now: string; readonly signed: string; readonly all: string },
): readonly OfficeSeries[] {
  const step = (read: (row: OutlookChartRow) => number | undefined) =>
    rows.map((row) => {
      const value = read(row);
      return value === undefined ? null : writeMark(Math.max(0, value));
    });
  return [
    {
      name: names.now,
      colour: 'accent',
      hatched: rows.some(({ hatched }) => hatched),
      values: step(({ now }) => now?.share),
    },
    {
      name: names.signed,
      colour: 'stage-2',
      values: step(({ now, signed }) => signed && signed.share - (now?.share ?? 0)),
    },
    {
      name: names.all,
      colour: 'accent',
      hollow: true,
      dashed: true,
      values: step(({ signed, all }) => all && all.share - (signed?.share ?? 0)),
    },
  ];
}

/** Writes what is missing or exceeds the target, above the values of the steps. */
function writeResult(row: OutlookChartRow, axisEnd: number): FrameCell {
  const { missing, beyond, over, note, now, signed, all } = row;
  const gap = missing ?? over;
  return {
    text: `${isCutAt(row, axisEnd) ? arrow : ''}${gap ?? beyond ?? note ?? ''}`,
    bold: gap !== undefined,
    under: [now?.label, signed?.label, all?.label].filter((text) => text !== undefined).join(' · '),
    ...compact({ colour: gap === undefined ? undefined : 'behind' }),
  };
}

/**
 * Makes a bar for each target in three steps as shares of it, with the line of 100 %.
 * @returns undefined without a target that can be drawn
 */
export function outlookOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { rows, target } = outlookSeries(overview, language);
  if (rows.length === 0) return undefined;
  const heads = outlookChartLabels[language].columns;
  const series = makeSeries(rows, heads);
  const isOver = rows.some(({ beyond }) => beyond !== undefined);
  const axisEnd = Math.max(leastAxis, findAxisEnd(rows));
  return {
    kind: 'bar',
    stacked: true,
    across: 'row',
    gap: 90,
    unit: 'share',
    axis: { min: 0, max: axisEnd, step: 0.25, strong: 1 },
    frame: {
      before: [{ head: heads.name, width: 190 }],
      after: [{ head: isOver ? heads.missingOrOver : heads.missing, width: 270 }],
      rows: rows.map((row) => ({
        cells: [{ text: row.name, bold: true, under: row.target }, writeResult(row, axisEnd)],
      })),
      marks: [{ at: 1, text: target }],
    },
    key: [
      { label: heads.now, colour: 'accent', shape: 'square' },
      { label: heads.signed, colour: 'stage-2', shape: 'square' },
      { label: heads.all, colour: 'accent', shape: 'box' },
    ],
    table: drawnTable(
      heads.name,
      rows.map(({ name }) => name),
    ),
    series,
  };
}
