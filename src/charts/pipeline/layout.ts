import type { FocusPoint } from '#charts/kit/focus.ts';
import { keepResults } from '#charts/kit/keep-results.ts';
import { compact } from '#domain/values/compact.ts';
import { textWidth, wrapSentence } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import { type PlacedDot, placeDots } from './beeswarm.ts';
import type { PipelineGroup, PipelineSeries, StageRow } from './series-types.ts';
import {
  type Columns,
  hasKeysBelow,
  isStacked,
  isUnitAbove,
  type PlacedKey,
  placeAxisLabels,
  placeColumns,
  placeWords,
} from './columns.ts';

const rowHeights = { least: 28, most: 60 };
/** A row with a distribution has three lines of words. */
const spreadRow = 54;

/**
 * Finds the heights of the axis, of the band of a group, and of a row: each has one more line where
 * the second currency is below the first. A band also has one for keys below its name.
 */
const findHeights = (
  series: PipelineSeries,
  width: number,
): { readonly axis: number; readonly band: number; readonly row: number } =>
  isStacked(series, width)
    ? { axis: 32, band: 35, row: 40 }
    : {
        axis: isUnitAbove(series, width) ? 34 : 18,
        band: hasKeysBelow(series, width) ? 35 : 21,
        row: width < 400 ? 34 : rowHeights.least,
      };

export interface PlacedRow {
  readonly row: StageRow;
  readonly top: number;
  readonly middle: number;
  readonly label: readonly string[];
  readonly dots: readonly PlacedDot[];
  readonly name?: { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' };
  readonly last: boolean;
}
export interface PlacedGroup {
  readonly group: PipelineGroup;
  readonly top: number;
  /** The height of the band with its name. */
  readonly height: number;
  readonly rows: readonly PlacedRow[];
  readonly noteFits: boolean;
  readonly keys: readonly PlacedKey[];
}
export interface PipelineLayout {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** The middle of the label of each tick, where it has room. */
  readonly axis: readonly (number | undefined)[];
  readonly count: number;
  /** Right ends of the columns of median and middle 8 in 10, where there are such columns. */
  readonly spread?: readonly [number, number];
  /**
   * Right end of the sums, and of those of a second currency where there is one; `stacked`: it is
   * below the first.
   */
  readonly sum: number;
  readonly secondary?: number;
  readonly stacked: boolean;
  readonly x: (value: number) => number;
  readonly radius: number;
  /** The highest density of all distributions, the common scale of all rows. */
  readonly densest: number;
  readonly groups: readonly PlacedGroup[];
}

/** The text in place of projects, in lines that fit the drawing. */
export const emptyLines = ({ empty }: PipelineSeries, width: number): readonly string[] =>
  empty === undefined ? [] : wrapSentence(empty, width - 16, emptySize);
export const emptySize = 13;
export const emptyLine = 18;
/** Height of the text in place of projects, below the rows where there are any. */
const emptyHeight = (series: PipelineSeries, width: number): number => {
  const lines = emptyLines(series, width).length;
  if (lines === 0) return 0;
  return series.groups.length === 0 ? (lines - 1) * emptyLine : lines * emptyLine + 10;
};

/**
 * Breaks the name of a stage into lines, and computes by how much the longest name makes each row
 * higher.
 */
const labelOf = ({ label }: StageRow, { labelWidth }: Columns): readonly string[] =>
  nameLines(label, labelWidth - 4);
function findMore(series: PipelineSeries, width: number): number {
  const columns = placeColumns(series, width);
  const rows = series.groups.flatMap((group) => group.rows);
  // with two lines of words below it, a name needs the same room above the middle as below it
  const sides = series.logMin !== undefined && columns.spread === undefined ? 2 : 1;
  return sides * Math.max(0, ...rows.map((row) => moreForName(labelOf(row, columns))));
}

/** Finds the height that the rows need at their usual distance. @returns px */
export const pipelineHeight = keepResults((series: PipelineSeries, width: number): number => {
  const rows = series.groups.reduce((sum, { rows: own }) => sum + own.length, 0);
  const isCrowded = series.groups.some(({ rows: own }) => own.some(({ dots }) => dots.length > 24));
  const spread = series.logMin !== undefined;
  const { axis, band, row } = findHeights(series, width);
  return (
    axis +
    series.groups.length * band +
    Math.max(1, rows) * (findMore(series, width) + (spread ? spreadRow : isCrowded ? 44 : row)) +
    emptyHeight(series, width) +
    6
  );
});

/**
 * Places the name of the largest project right or left of its dot, where it touches no other dot
 * and no edge.
 */
function placeName(
  row: StageRow,
  dots: readonly PlacedDot[],
  zero: number,
  right: number,
): PlacedRow['name'] {
  const top = dots.find(({ dot }) => dot.name === row.top && dot.v !== null);
  if (top === undefined || row.top === undefined) return undefined;
  const width = textWidth(row.top, 12);
  const free = (from: number, to: number): boolean =>
    dots.every(
      (other) =>
        other === top || other.x + 8 < from || other.x - 8 > to || Math.abs(other.y - top.y) > 14,
    );
  if (top.x + 11 + width < right && free(top.x + 9, top.x + 13 + width))
    return { x: top.x + 11, text: row.top, anchor: 'start' };
  if (top.x - 12 - width > zero + 4 && free(top.x - 14 - width, top.x - 10))
    return { x: top.x - 12, text: row.top, anchor: 'end' };
  return undefined;
}

/**
 * Finds the smallest height: rows of 20 px hold two dots one above the other; two lines of words
 * need 32.
 * @returns px
 */
export const pipelineLeast = (series: PipelineSeries, width: number): number => {
  const { axis, band } = findHeights(series, width);
  const least = series.logMin !== undefined ? 50 : isStacked(series, width) ? 32 : 20;
  const row = least + findMore(series, width);
  return series.groups.reduce(
    (sum, { rows }) => sum + band + rows.length * row,
    axis + emptyHeight(series, width) + (series.groups.length === 0 ? emptyLine : 0) + 6,
  );
};

/** Makes the scale of amounts: a straight axis from 0, or a log axis. */
function amountScale(
  { logMin, max }: PipelineSeries,
  left: number,
  right: number,
): (value: number) => number {
  if (logMin === undefined) return linear(0, max, left, right);
  const place = linear(Math.log10(logMin), Math.log10(max), left, right);
  return (value) => place(Math.log10(value));
}

/** Places every dot and text for a drawing of this size; pure. */
export function pipelineLayout(
  series: PipelineSeries,
  width: number,
  height: number,
): PipelineLayout {
  const all = series.groups.flatMap(({ rows }) => rows);
  const columns = placeColumns(series, width);
  const { left, right, labelWidth, radius } = columns;
  const x = amountScale(series, left, right);
  const { axis, band } = findHeights(series, width);
  const rowHeight = Math.min(
    rowHeights.most + findMore(series, width),
    (height - axis - series.groups.length * band - emptyHeight(series, width) - 6) /
      Math.max(1, all.length),
  );
  let y = axis;
  const groups = series.groups.map((group): PlacedGroup => {
    const top = y;
    y += band;
    const rows = group.rows.map((row, index): PlacedRow => {
      const rowTop = y;
      y += rowHeight;
      const middle = rowTop + rowHeight / 2;
      const room = { zero: left, left: labelWidth + 4, middle, rowHeight, radius };
      const dots = placeDots(row, x, room);
      return {
        row,
        top: rowTop,
        middle,
        label: labelOf(row, columns),
        dots,
        last: index === group.rows.length - 1,
        ...compact({ name: placeName(row, dots, left, right + 8) }),
      };
    });
    return { group, top, height: band, rows, ...placeWords(group, columns) };
  });
  return {
    plot: { left, right, top: axis, bottom: y },
    axis: placeAxisLabels(series, columns, x),
    count: columns.count,
    sum: columns.sum,
    ...compact({
      spread: columns.spread,
      secondary: series.secondary === undefined ? undefined : width,
    }),
    stacked: columns.stacked,
    x,
    radius,
    densest: Math.max(
      ...all.flatMap(({ spread }) => (spread?.classes ?? []).map(({ density }) => density)),
    ),
    groups,
  };
}

/** The focus points: each project, row by row and by amount; a distribution is one. */
export const pipelineFocusPoints = (
  series: PipelineSeries,
  width: number,
  height: number,
): readonly FocusPoint[] => {
  const { groups, plot } = pipelineLayout(series, width, height);
  return groups.flatMap(({ rows }) =>
    rows.flatMap(({ row, dots, middle }): FocusPoint[] =>
      row.spread === undefined
        ? [...dots]
            .sort((a, b) => a.x - b.x)
            .map(({ x, y, dot: { name, lines, code } }) => ({
              x,
              y,
              title: name,
              lines,
              ...compact({ open: code }),
            }))
        : [
            {
              x: (plot.left + plot.right) / 2,
              y: middle,
              title: row.label,
              lines: row.spread.lines.map((value) => ({ label: '', value })),
              figure: {
                measure: 'size_point',
                of: {
                  counted: 'total_investment',
                  by: 'stage',
                  stack: 'none',
                  in: row.spread.currency,
                  key: row.stage,
                  point: 'median',
                },
              },
            },
          ],
    ),
  );
};
