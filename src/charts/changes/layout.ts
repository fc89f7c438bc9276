import type { FocusPoint } from '#charts/kit/focus.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import type { ChangesRow, ChangesSeries } from './series.ts';

const head = 26;
/** Heights of a row as it is drawn at ease, and at the tightest that can be read. */
const rowHeights = { beside: { least: 24, tightest: 18 }, stacked: { least: 42, tightest: 36 } };
/** A narrower drawing has the bars under their words. */
const leastSideBySide = 480;
/** The share of the width that names may take beside the bars. */
const mostNames = 0.42;
const findRowHeights = (width: number) =>
  rowHeights[width < leastSideBySide ? 'stacked' : 'beside'];
const gap = 12;
/** A head between rows. */
const headHeight = 20;
const countHeads = (rows: readonly ChangesRow[]): number =>
  rows.filter((row) => row.head !== undefined).length;

export interface PlacedRow {
  readonly row: ChangesRow;
  readonly middle: number;
  /** The baseline of its words. */
  readonly wordsAt: number;
  /** The baseline of the head over it, where it has one. */
  readonly headAt: number;
  readonly left: number;
  readonly right: number;
  /** Where the value stands: behind the bar. */
  readonly value: number;
}
export interface ChangesLayout {
  readonly counts: number;
  /** The room of a name. */
  readonly names: number;
  readonly zero: number;
  readonly thick: number;
  readonly groups: readonly {
    readonly title: string;
    readonly note: string;
    readonly top: number;
    readonly rows: readonly PlacedRow[];
  }[];
}

export const changesHeight = (series: ChangesSeries, width: number): number =>
  series.groups.length === 0
    ? 60
    : series.groups.reduce(
        (sum, { rows }) =>
          sum +
          head +
          rows.length * findRowHeights(width).least +
          countHeads(rows) * headHeight +
          gap,
        0,
      );

export const changesLeast = (series: ChangesSeries, width: number): number =>
  series.groups.reduce(
    (sum, { rows }) =>
      sum +
      head +
      rows.length * findRowHeights(width).tightest +
      countHeads(rows) * headHeight +
      gap,
    0,
  );

/** Places of all bars: names, then counts, then the bars with their values behind them. */
export function changesLayout(series: ChangesSeries, width: number, height: number): ChangesLayout {
  const rows = series.groups.flatMap((group) => group.rows);
  const isStacked = width < leastSideBySide;
  const { least, tightest } = findRowHeights(width);
  const counted = Math.max(24, ...rows.map(({ count }) => textWidth(count, 12)));
  const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, 12, true)));
  const names = isStacked ? width - counted - 12 : Math.min(longest, width * mostNames);
  const counts = isStacked ? width : names + 12 + counted;
  const values = Math.max(0, ...rows.map(({ value }) => textWidth(value, 12)));
  const start = isStacked ? 0 : counts + 14;
  const x = linear(series.least, series.most, start, Math.max(start + 40, width - values - 12));
  const used = series.groups.length * (head + gap) + countHeads(rows) * headHeight;
  const step =
    rows.length === 0
      ? least
      : Math.max(tightest, Math.min(isStacked ? 56 : 40, (height - used) / rows.length));
  let top = 0;
  const groups = series.groups.map((group) => {
    const from = top;
    const placed = group.rows.map((row, index): PlacedRow => {
      const above =
        from + head + step * index + headHeight * countHeads(group.rows.slice(0, index + 1));
      const [left, right] = [x(Math.min(row.from, row.to)), x(Math.max(row.from, row.to))];
      const middle = above + step * (isStacked ? 0.7 : 0.5);
      const wordsAt = isStacked ? above + step * 0.35 : middle + 4;
      return {
        row,
        middle,
        wordsAt,
        headAt: above - 6,
        left,
        right: Math.max(right, left + 1.5),
        value: right + 7,
      };
    });
    top += head + step * group.rows.length + headHeight * countHeads(group.rows) + gap;
    return { title: group.title, note: group.note, top: from, rows: placed };
  });
  return {
    counts,
    names,
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
