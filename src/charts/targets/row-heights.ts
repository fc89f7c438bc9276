import { textWidth } from '#charts/frame/font-advances.ts';
import type { TargetRow } from './series.ts';

/** Least heights of a row in a wide drawing: with a line for a second currency, and without. */
export const wideLeast = ({ beside }: TargetRow): number => (beside === undefined ? 42 : 64);
/** Least heights of a row whose lanes stand under its words, and of one that has words alone. */
export const stackedLeast = ({ now }: TargetRow): number => (now === undefined ? 66 : 108);

/** Heights of rows in a room: each has what it needs, and a part of what is left over, up to a most. */
export function rowHeights(least: readonly number[], room: number, most: number): readonly number[] {
  const over = (room - least.reduce((sum, one) => sum + one, 0)) / Math.max(1, least.length);
  return least.map((one) => (over < 0 ? one + over : Math.max(one, Math.min(most, one + over))));
}

/** Height of a line of words, and of a row that is two lanes or one line with what it means. */
export const compactLine = 16;
const [lanes, short] = [56, 36];

/** A row of the compact ledger: what of its words needs a line of its own, and the height that they need. */
export interface CompactRow {
  readonly row: TargetRow;
  readonly targetBeside: boolean;
  readonly verdictStacked: boolean;
  readonly least: number;
}
/** Room for words, left of both lanes. */
export const compactLeft = (width: number): number => Math.min(240, width * 0.42);

export function compactRows(rows: readonly TargetRow[], width: number): readonly CompactRow[] {
  const room = compactLeft(width) - 10;
  return rows.map((row) => {
    const name = textWidth(row.name, 13, true);
    const targetBeside = name <= room && (row.target === '' || name + 9 + textWidth(row.target, 13) <= room);
    const verdictStacked = textWidth(row.verdict.prefix, 13) + textWidth(row.verdict.words, 13, true) + 19 > compactLeft(width);
    const lines = 3 + (targetBeside ? 0 : 1) + (row.beside === undefined ? 0 : 1) + (verdictStacked && row.verdict.prefix !== '' ? 1 : 0);
    return { row, targetBeside, verdictStacked, least: row.now === undefined ? short : Math.max(lanes, lines * compactLine + 12) };
  });
}

/** Height under which the compact ledger can't be pressed. */
export const compactLeast = (rows: readonly TargetRow[], width: number): number =>
  compactRows(rows, width).reduce((sum, { least }) => sum + least, 0);
