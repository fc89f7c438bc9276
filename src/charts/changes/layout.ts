import type { FocusPoint } from '#charts/kit/focus.ts';
import { textWidth, wrapSentence } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import type { ChangesRow, ChangesSeries } from './series.ts';
import { isTotal } from '#domain/changes/bridge-steps.ts';

const head = 26;
/** Heights of a row: the usual one, and the smallest that is still readable. */
const rowHeights = { beside: { least: 24, tightest: 18 }, stacked: { least: 42, tightest: 36 } };
/** A narrower drawing has the bars below their words. */
const leastSideBySide = 480;
/** The share of the width that names may take beside the bars. */
const mostNames = 0.42;
const findRowHeights = (width: number) =>
  rowHeights[width < leastSideBySide ? 'stacked' : 'beside'];
const gap = 12;
/** The height of a head between rows. */
const headHeight = 20;
const countHeads = (rows: readonly ChangesRow[]): number =>
  rows.filter((row) => row.head !== undefined).length;

export interface PlacedRow {
  readonly row: ChangesRow;
  readonly name: readonly string[];
  readonly middle: number;
  /** The baseline of its words. */
  readonly wordsAt: number;
  /** The baseline of the head above it, where it has one. */
  readonly headAt: number;
  readonly left: number;
  readonly right: number;
  /** The position of the value, behind the bar. */
  readonly value: number;
}
export interface ChangesLayout {
  readonly counts: number;
  readonly zero: number;
  readonly thick: number;
  readonly groups: readonly {
    readonly title: string;
    readonly note: string;
    readonly top: number;
    readonly rows: readonly PlacedRow[];
  }[];
}

/** Places the columns of words: the room of a name, and the end of the counts. */
function placeColumns(series: ChangesSeries, width: number): { names: number; counts: number } {
  const rows = series.groups.flatMap((group) => group.rows);
  const countWidth = Math.max(24, ...rows.map(({ count }) => textWidth(count, 12)));
  if (width < leastSideBySide) return { names: width - countWidth - 12, counts: width };
  const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, 12, true)));
  const names = Math.min(longest + 1, width * mostNames);
  return { names, counts: names + 12 + countWidth };
}
const nameOf = (row: ChangesRow, room: number): readonly string[] =>
  nameLines(row.label, room, { bold: isTotal(row.kind) });

/** The height of all rows, with names of several lines, for a given height of a row of one line. */
const heightOf = (series: ChangesSeries, width: number, row: number): number => {
  const { names } = placeColumns(series, width);
  return series.groups.reduce(
    (sum, { rows }) =>
      sum +
      head +
      rows.reduce((high, one) => high + row + moreForName(nameOf(one, names)), 0) +
      countHeads(rows) * headHeight +
      gap,
    0,
  );
};
/** The text in place of bars, in lines that fit the drawing. */
export const emptyLines = ({ emptyText }: ChangesSeries, width: number): readonly string[] =>
  wrapSentence(emptyText, width, 12);
/** Finds the usual height of a drawing of the bridge at a width. @returns px */
export const changesHeight = (series: ChangesSeries, width: number): number =>
  series.groups.length === 0
    ? Math.max(60, 28 + 16 * emptyLines(series, width).length)
    : heightOf(series, width, findRowHeights(width).least);

/** Finds the height below which the rows of the bridge would overlap. @returns px */
export const changesLeast = (series: ChangesSeries, width: number): number =>
  heightOf(series, width, findRowHeights(width).tightest);

/** Places all bars: names, then counts, then the bars with their values behind them. */
export function changesLayout(series: ChangesSeries, width: number, height: number): ChangesLayout {
  const rows = series.groups.flatMap((group) => group.rows);
  const isStacked = width < leastSideBySide;
  const { least, tightest } = findRowHeights(width);
  const { names, counts } = placeColumns(series, width);
  const values = Math.max(0, ...rows.map(({ value }) => textWidth(value, 12)));
  const start = isStacked ? 0 : counts + 14;
  const x = linear(series.least, series.most, start, Math.max(start + 40, width - values - 12));
  const more = rows.reduce((sum, row) => sum + moreForName(nameOf(row, names)), 0);
  const usedHeight = series.groups.length * (head + gap) + countHeads(rows) * headHeight + more;
  const step =
    rows.length === 0
      ? least
      : Math.max(tightest, Math.min(isStacked ? 56 : 40, (height - usedHeight) / rows.length));
  let top = 0;
  const groups = series.groups.map((group) => {
    const from = top;
    top += head;
    const rows = group.rows.map((row): PlacedRow => {
      const name = nameOf(row, names);
      top += row.head === undefined ? 0 : headHeight;
      const above = top;
      const lines = moreForName(name);
      top += step + lines;
      const [left, right] = [x(Math.min(row.from, row.to)), x(Math.max(row.from, row.to))];
      const middle = above + (isStacked ? step * 0.7 + lines : step * 0.5);
      const wordsAt = isStacked ? above + step * 0.35 : middle + 4;
      return {
        row,
        name,
        middle,
        wordsAt,
        headAt: above - 6,
        left,
        right: Math.max(right, left + 1.5),
        value: right + 7,
      };
    });
    top += gap;
    return { title: group.title, note: group.note, top: from, rows };
  });
  return {
    counts,
    zero: x(0),
    thick: Math.min(16, step * (isStacked ? 0.36 : 0.62)),
    groups,
  };
}

/** The focus points: each bar. */
export const changesFocusPoints = (
  series: ChangesSeries,
  width: number,
  height: number,
): readonly FocusPoint[] =>
  changesLayout(series, width, height).groups.flatMap(({ title, rows }) =>
    rows.map(({ row, middle, left, right }) => ({
      x: (left + right) / 2,
      y: middle,
      half: (right - left) / 2,
      figure: row.figure,
      title: `${title} · ${row.label}`,
      lines: row.lines,
    })),
  );
