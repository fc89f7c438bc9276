import { textWidth } from '#charts/kit/style/font-advances.ts';
import { listWords, type WordRules } from './cell-words.ts';
import {
  type Cell,
  type Column,
  type ColumnRoom,
  type Columns,
  fitColumns,
} from './fit-columns.ts';
import { lowerRows, weighTable } from './row-lines.ts';
import { cellWidth, listPhrases } from './phrases.ts';

/** Figures on one line, on two, or on any number. */
const figureLimits = [1, 2, undefined] as const;
/** The number of widest texts that decide the width of a column. */
const telling = 6;
/** The additional widths of words in much wider fonts, as shares: the first that fits is used. */
const wordReserves = [0.35, 0.3, 0.25, 0.2, 0.15] as const;
/** No word makes a column wider than this share of the table. */
const widestWord = 0.4;

const cellsOf = ({ columns, rows }: Columns, at: number, size: number): readonly Cell[] =>
  [
    { text: columns[at]?.label ?? '', bold: true },
    ...rows.map((row) => ({ text: row[at] ?? '', bold: false })),
  ]
    .map((cell) => ({ ...cell, width: textWidth(cell.text, size, cell.bold) }))
    .toSorted((a, b) => b.width - a.width);

function readColumn(
  table: Columns,
  at: number,
  { size, least, room, stretch = 0 }: ColumnRoom,
  reserve: number,
  rules: WordRules,
): Column {
  const all = cellsOf(table, at, size);
  const cells = all.slice(0, telling).map((cell) => ({
    ...cell,
    width: cellWidth(cell.text, { size, bold: cell.bold, stretch }) + 1,
  }));
  const share = { exact: 0, usual: stretch, reserved: reserve } as const;
  const right = table.columns[at]?.right === true;
  // the longest word may be in a short text, as in the heading
  const words = all.flatMap(({ text, bold }) =>
    listWords(text, { bold, right }, rules).map(
      ({ word, room: more }) => cellWidth(word, { size, bold, stretch: share[more] }) + 1,
    ),
  );
  return {
    cells,
    ideal: Math.max(least, ...cells.map(({ width }) => width)),
    least: Math.max(least, Math.min(room * widestWord, Math.max(0, ...words))),
  };
}

/**
 * Reads the columns with each reserve of words for which the table has room, the largest first.
 * Other programs may have wider fonts.
 *
 * @returns an empty list if the table has no room for the words and figures
 */
function readColumns(
  table: Columns,
  room: ColumnRoom,
  available: number,
  rules: WordRules,
): readonly (readonly Column[])[] {
  const { stretch = 0 } = room;
  const read = (reserve: number) =>
    table.columns.map((_, at) => readColumn(table, at, room, reserve, rules));
  const fits = (columns: readonly Column[]): boolean =>
    columns.reduce((sum, { least }) => sum + least, 0) <= available;
  const reserves = stretch === 0 ? [] : wordReserves.filter((reserve) => reserve > stretch);
  const fitting = reserves.map(read).filter(fits);
  if (fitting.length > 0) return fitting;
  const own = read(stretch);
  return (rules.figureLines === undefined && !rules.phrases) || fits(own) ? [own] : [];
}

/**
 * Finds the widths of the columns: as wide as their texts where all fit; else words stay whole, and
 * free width goes where it saves lines. A figure stays with its unit unless the table becomes
 * higher by that. Phrases in Chinese and Japanese stay whole where the table has room for all.
 */
export function columnWidths(table: Columns, room: ColumnRoom): readonly number[] {
  const available = room.room - room.gap * (table.columns.length - 1);
  const listLayouts = (phrases: boolean) =>
    figureLimits.flatMap((figureLines) =>
      readColumns(table, room, available, { figureLines, phrases }).map((columns) => {
        const widths = fitColumns(columns, available, room);
        return { columns, layout: weighTable(table, widths, room) };
      }),
    );
  const ofPhrases = listLayouts(true);
  const layouts = ofPhrases.length > 0 ? ofPhrases : listLayouts(false);
  // of equal weights the first has the largest reserve
  const [best] = layouts.toSorted((one, other) => one.layout.weight - other.layout.weight);
  return best === undefined
    ? []
    : lowerRows(table, best.columns, best.layout, { available, room }).widths;
}

/** Sizes of the texts of a table as shares of the usual one, the largest first. */
const textSizes = [1, 0.95, 0.9] as const;
/** Texts of a printed table are not smaller than this, in points. */
const smallestText = 8.5;

/** The size of the texts of a table and the widths of its columns, in points. */
export interface TableFit {
  readonly size: number;
  readonly widths: readonly number[];
}
/**
 * Finds the widths of the columns at the largest size at which phrases in Chinese and Japanese stay
 * whole. If none does, the usual size stays.
 */
export function fitTable(table: Columns, room: ColumnRoom): TableFit {
  const keepsPhrases = ({ size, widths }: TableFit): boolean =>
    table.columns.every(({ label }, at) =>
      [label, ...table.rows.map((row) => row[at] ?? '')].every((text, row) =>
        listPhrases(text).every(
          (phrase) =>
            cellWidth(phrase.trimEnd(), { size, bold: row === 0 }) <= (widths[at] ?? 0) + 1,
        ),
      ),
    );
  const fits = textSizes
    .map((share) => room.size * share)
    .filter((size) => size === room.size || size >= smallestText)
    .map((size) => ({ size, widths: columnWidths(table, { ...room, size }) }));
  return fits.find(keepsPhrases) ?? { size: room.size, widths: columnWidths(table, room) };
}
