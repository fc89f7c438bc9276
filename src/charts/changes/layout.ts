import { textWidth } from '#charts/frame/font-advances.ts';
import { linear } from '#charts/frame/scale.ts';
import type { ChangesRow, ChangesSeries } from './series.ts';

const head = 26;
const least = 24;
const tightest = 18;
const gap = 12;
/** A head between rows. */
const between = 20;
const headsOf = (rows: readonly ChangesRow[]): number => rows.filter((row) => row.head !== undefined).length;

export interface PlacedRow {
  readonly row: ChangesRow;
  readonly middle: number;
  /** The baseline of the head over it, where it has one. */
  readonly headAt: number;
  readonly left: number;
  readonly right: number;
  /** Where the value stands: behind the bar. */
  readonly value: number;
}
export interface ChangesLayout {
  readonly counts: number;
  readonly zero: number;
  readonly thick: number;
  readonly groups: readonly { readonly title: string; readonly note: string; readonly top: number; readonly rows: readonly PlacedRow[] }[];
}

export const changesHeight = (series: ChangesSeries): number =>
  series.groups.length === 0
    ? 60
    : series.groups.reduce((sum, { rows }) => sum + head + rows.length * least + headsOf(rows) * between + gap, 0);

/** Rows of 18 px are the tightest that can be read. */
export const changesLeast = (series: ChangesSeries): number =>
  series.groups.reduce((sum, { rows }) => sum + head + rows.length * tightest + headsOf(rows) * between + gap, 0);

/** Places of all bars: names, then counts, then the bars with their values behind them. */
export function changesLayout(series: ChangesSeries, width: number, height: number): ChangesLayout {
  const rows = series.groups.flatMap((group) => group.rows);
  const names = Math.max(0, ...rows.map(({ label }) => textWidth(label, 12)));
  const counts = names + 12 + Math.max(24, ...rows.map(({ count }) => textWidth(count, 12)));
  const values = Math.max(0, ...rows.map(({ value }) => textWidth(value, 12)));
  const x = linear(series.least, series.most, counts + 14, Math.max(counts + 40, width - values - 12));
  const used = series.groups.length * (head + gap) + headsOf(rows) * between;
  const step = rows.length === 0 ? least : Math.max(tightest, Math.min(40, (height - used) / rows.length));
  let top = 0;
  const groups = series.groups.map((group) => {
    const start = top;
    const placed = group.rows.map((row, index): PlacedRow => {
      const above = start + head + step * index + between * headsOf(group.rows.slice(0, index + 1));
      const [left, right] = [x(Math.min(row.from, row.to)), x(Math.max(row.from, row.to))];
      return { row, middle: above + step * 0.5, headAt: above - 6, left, right: Math.max(right, left + 1.5), value: right + 7 };
    });
    top += head + step * group.rows.length + between * headsOf(group.rows) + gap;
    return { title: group.title, note: group.note, top: start, rows: placed };
  });
  return { counts, zero: x(0), thick: Math.min(16, step * 0.62), groups };
}
