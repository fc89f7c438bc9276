import { type ChartTable, readColumn } from '#charts/kit/table.ts';
import { dayNumber, toDate } from '#domain/values/date.ts';
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

const readDays = (table: ChartTable): readonly number[] =>
  readColumn(table, 'date').map((date) => dayNumber(date ?? '1970-01-01'));

/** Adds a row on a day between two others. Its plan is on the line between theirs. */
function insertDay(table: ChartTable, day: number): ChartTable {
  const days = readDays(table);
  const at = days.findIndex((one) => one > day);
  const [before, after] = [days[at - 1], days[at]];
  if (before === undefined || after === undefined || before === day) return table;
  const plan = table.columns.some(({ id }) => id === 'plan') ? readColumn(table, 'plan') : [];
  const [from, to] = [plan[at - 1] ?? null, plan[at] ?? null];
  const share = (day - before) / (after - before);
  const between =
    from === null || to === null ? null : Number(from) + (Number(to) - Number(from)) * share;
  const cells: Readonly<Record<string, string | null>> = {
    date: toDate(day),
    plan: toText(between),
  };
  const row = table.columns.map(({ id }) => cells[id] ?? null);
  return { ...table, rows: table.rows.toSpliced(at, 0, row) };
}

/**
 * Adds a row on the day of each break of a series: a chart of a slide has places for its rows only,
 * and a break is between two months.
 *
 * @throws Error if the table has no column of days
 */
export const insertBreaks = (table: ChartTable, breaks: readonly number[]): ChartTable =>
  breaks.map(Math.round).reduce(insertDay, table);

/**
 * Reads the values of a table that a slide draws.
 *
 * @throws Error if the table has no column of values or of days
 */
export function readDrawing(
  table: ChartTable,
  series: ProgressSeries,
  scale: number,
): ProgressDrawing {
  const values = readColumn(table, 'value');
  const last = values.findLastIndex((value) => value !== null);
  return { series, table, values, last, days: readDays(table), scale };
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
/** Writes blocks of lines with an empty line between them. Some programs drop a line of spaces. */
export const joinBlocks = (...blocks: readonly string[]): string =>
  blocks.filter((block) => block !== '').join('\n\u00a0\n');
