import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { ReportTable } from '#domain/report/report.ts';
import { listWords, type WordRules } from './cell-words.ts';
import { cellWidth, listPhrases, wrapCell } from './phrases.ts';

/**
 * The measures of a table, all in one unit: the width of the table, the gap between two columns,
 * and the narrowest width that still holds a word.
 */
export interface ColumnRoom {
  readonly size: number;
  readonly room: number;
  readonly gap: number;
  readonly least: number;
  /** No column is wider than its texts by more than this. */
  readonly spare: number;
  /** The additional width of text in other programs, as a share. */
  readonly stretch?: number;
}
type Columns = Pick<ReportTable, 'columns' | 'rows'>;

/** A text of a column with its width. */
interface Cell {
  readonly text: string;
  readonly bold: boolean;
  readonly width: number;
}
/**
 * A column: its widest texts, the width of the widest, and the narrowest width that breaks no word.
 */
interface Column {
  readonly cells: readonly Cell[];
  readonly ideal: number;
  readonly least: number;
}
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

/** Counts the lines of a column at a width. */
const countLines = ({ cells }: Column, width: number, { size, stretch = 0 }: ColumnRoom): number =>
  Math.max(
    1,
    ...cells.map((cell) =>
      cell.width <= width
        ? 1
        : wrapCell(cell.text, width, { size, stretch, bold: cell.bold }).length,
    ),
  );

/**
 * Finds the narrowest width between two limits at which a column has no more than some number of
 * lines.
 */
function narrowest(column: Column, lines: number, upTo: number, room: ColumnRoom): number {
  let [low, high] = [column.least, upTo];
  for (let step = 0; step < 9; step += 1) {
    const middle = (low + high) / 2;
    if (countLines(column, middle, room) <= lines) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Cuts the ideal widths at a common level, so that all columns fit. No column is narrower than its
 * least width.
 */
function cutToLevel(columns: readonly Column[], available: number): readonly number[] {
  const cut = (level: number): readonly number[] =>
    columns.map(({ ideal, least }) => Math.max(least, Math.min(ideal, level)));
  let [low, high] = [0, Math.max(...columns.map(({ ideal }) => ideal))];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (cut(middle).reduce((sum, width) => sum + width, 0) > available) high = middle;
    else low = middle;
  }
  return cut(low);
}

/**
 * Moves width that a column does not need for its number of lines to columns that then save a line.
 */
function tighten(
  columns: readonly Column[],
  cut: readonly number[],
  available: number,
  room: ColumnRoom,
): readonly number[] {
  const lines = columns.map((column, at) => countLines(column, cut[at] ?? 0, room));
  const widths = columns.map((column, at) =>
    narrowest(column, lines[at] ?? 1, Math.max(column.least, cut[at] ?? 0), room),
  );
  let spare = available - widths.reduce((sum, width) => sum + width, 0);
  for (let step = 0; step < columns.length * 3; step += 1) {
    const [best] = columns
      .flatMap((column, at) => {
        const [count = 1, width = 0] = [lines[at], widths[at]];
        if (count === 1) return [];
        const wider = narrowest(column, count - 1, column.ideal, room);
        return wider - width <= spare ? [{ at, wider, more: wider - width }] : [];
      })
      // the column with the most lines decides the height of the rows
      .toSorted((a, b) => (lines[b.at] ?? 0) - (lines[a.at] ?? 0) || a.more - b.more);
    if (best === undefined) break;
    widths[best.at] = best.wider;
    lines[best.at] = countLines(columns[best.at] as Column, best.wider, room);
    spare -= best.more;
  }
  // wider fonts of other programs widen each column by the same share
  const share = Math.max(0, spare) / widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width * (1 + share));
}

/** A row of more lines is too tall if other columns can give its text the room. */
const mostLines = 5;

/**
 * Finds the widths with which no column has more lines than needed, if that makes tall rows lower.
 *
 * @param cut - the widths at a common level
 */
function lowerTallRows(
  columns: readonly Column[],
  cut: readonly number[],
  available: number,
  room: ColumnRoom,
): readonly number[] {
  const tallest = Math.max(...columns.map((column, at) => countLines(column, cut[at] ?? 0, room)));
  for (let lines = mostLines; lines < tallest; lines += 1) {
    const widths = columns.map((column) => narrowest(column, lines, column.ideal, room));
    if (widths.reduce((sum, width) => sum + width, 0) <= available) return widths;
  }
  return cut;
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

/** Finds the widths of columns: as wide as their texts where all fit, else free width saves lines. */
function fitColumns(
  columns: readonly Column[],
  available: number,
  room: ColumnRoom,
): readonly number[] {
  const total = columns.reduce((sum, { ideal }) => sum + ideal, 0);
  if (total <= available) {
    const spare = (available - total) / columns.length;
    return columns.map(({ ideal }) => ideal + Math.min(spare, room.spare));
  }
  const cut = cutToLevel(columns, available);
  return tighten(columns, lowerTallRows(columns, cut, available, room), available, room);
}

/** Weights of the squared number of extra lines of a cell, relative to a line of row height. */
const [wordLine, figureLine] = [0.1, 0.8] as const;

/**
 * Scores a table with these widths: its row heights plus a penalty for extra lines, larger for
 * figures.
 *
 * @returns lines
 */
function weighTable(
  { columns, rows }: Columns,
  widths: readonly number[],
  { size, stretch = 0 }: ColumnRoom,
): number {
  const countCell = (text: string, at: number, bold: boolean): number =>
    Math.max(1, wrapCell(text, widths[at] ?? 0, { size, stretch, bold }).length);
  const weigh = (cells: readonly string[], bold: boolean): number => {
    const lines = columns.map((_, at) => countCell(cells[at] ?? '', at, bold));
    const further = lines.reduce(
      (sum, count, at) =>
        sum + (count - 1) ** 2 * (columns[at]?.right === true ? figureLine : wordLine),
      0,
    );
    return Math.max(...lines) + further;
  };
  return (
    weigh(
      columns.map(({ label }) => label),
      true,
    ) + rows.reduce((sum, cells) => sum + weigh(cells, false), 0)
  );
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
        return { widths, weight: weighTable(table, widths, room) };
      }),
    );
  const ofPhrases = listLayouts(true);
  const layouts = ofPhrases.length > 0 ? ofPhrases : listLayouts(false);
  // of equal weights the first has the largest reserve
  const [best] = layouts.toSorted((one, other) => one.weight - other.weight);
  return best?.widths ?? [];
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
