import { type ChartTable, readColumn } from '#charts/kit/table.ts';
import type { ProgressSeries } from '#charts/progress/series-types.ts';

/** One cell for each row of a table. */
export type Cells = readonly (string | null)[];

/** The rows of a chart with the values read from them. */
export interface ProgressDrawing {
  readonly series: ProgressSeries;
  readonly table: ChartTable;
  readonly values: Cells;
  /** Row of the last value; -1 without a value. */
  readonly last: number;
  readonly days: readonly number[];
  /** Exact value = displayed value × 10^scale. */
  readonly scale: number;
}

/**
 * Finds the first row with a value after each break of the series.
 * @throws Error if the table has no such column
 */
export function findBreakRows({
  series: { breaks },
  table,
  values,
}: ProgressDrawing): readonly number[] {
  if (breaks.length === 0) return [];
  const first = values.findIndex((value) => value !== null);
  return readColumn(table, 'series_break').flatMap((reason, at) =>
    reason !== null && at > first && values[at] !== null ? [at] : [],
  );
}

/**
 * Fills the rows up to a forecast: they are on the straight line from the last value to the day of
 * the forecast.
 */
export function fillAhead(
  { values, last, days }: ProgressDrawing,
  to: number,
  day: number,
): readonly (number | null)[] {
  const [from, start] = [days[last] ?? 0, Number(values[last])];
  return days.map((at, index) =>
    index < last || at > day ? null : start + ((to - start) * (at - from)) / (day - from),
  );
}
/** Writes a value with four decimals at most; null stays null. @returns null for a missing value */
export const toText = (value: number | null): string | null =>
  value === null ? null : String(Math.round(value * 1e4) / 1e4);

/** Places a text at one row. */
export const atRow = (rows: number, row: number, text: string): Cells =>
  Array.from({ length: rows }, (_, at) => (at === row ? text : null));
/** Writes texts in lines, without those that are empty. */
export const joinLines = (...lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined && line !== '').join('\n');
