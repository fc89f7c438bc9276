import { reportWords } from '#report/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import type { ReportTable } from '#domain/report/report.ts';
import { gridLayout, naturalWidth } from '#server/exports/formats/pptx/slide-grid.ts';
import type { Slide, SlideTable } from '#server/exports/formats/pptx/slide.ts';

/**
 * The most readable columns with wrapped texts, and the space for a table below a title of two
 * lines, in points.
 */
const maxColumns = 7;
const room = { width: 888, height: 306 } as const;

/**
 * Splits columns into parts of about the same number, or keeps one part when all fit unwrapped.
 * Each part starts with the first column, which names the rows.
 */
function columnParts(table: ReportTable): readonly (readonly number[])[] {
  const others = table.columns.slice(1).map((_, index) => index + 1);
  const parts =
    naturalWidth(table) <= room.width
      ? 1
      : Math.max(1, Math.ceil(others.length / (maxColumns - 1)));
  const size = Math.ceil(others.length / parts);
  return Array.from({ length: parts }, (_, part) => [
    0,
    ...others.slice(part * size, (part + 1) * size),
  ]);
}

/** Splits rows into parts that fit on a slide with any part of the columns. */
function rowParts(tables: readonly SlideTable[], rows: number): readonly (readonly number[])[] {
  const layouts = tables.map((table) => gridLayout(table, room.width).heights);
  const parts: number[][] = [[]];
  let used = layouts.map(([head = 0]) => head);
  for (let row = 0; row < rows; row += 1) {
    const next = used.map((height, at) => height + (layouts[at]?.[row + 1] ?? 0));
    if (parts.at(-1)?.length !== 0 && next.some((height) => height > room.height)) {
      parts.push([]);
      used = layouts.map(([head = 0], at) => head + (layouts[at]?.[row + 1] ?? 0));
    } else used = next;
    parts.at(-1)?.push(row);
  }
  return parts;
}

/**
 * Makes slides of a table. Columns and rows that do not fit continue on the next slides, and each
 * slide says what follows.
 */
export function tableSlides(
  title: string,
  table: ReportTable,
  language: Language,
  common: Pick<Slide, 'subtitle' | 'foot' | 'notes' | 'band' | 'address'>,
): readonly Slide[] {
  const words = reportWords[language];
  const { columns, rows, more } = table;
  const parts = columnParts(table);
  const cut = (of: readonly number[], body: readonly (readonly string[])[]): SlideTable => ({
    columns: of.flatMap((at) => columns[at] ?? []),
    rows: body.map((row) => of.map((at) => row[at] ?? '')),
  });
  const chunks = rowParts(
    parts.map((of) => cut(of, rows)),
    rows.length,
  );
  return chunks.flatMap((chunk, index) => {
    const body = chunk.flatMap((row) => [rows[row] ?? []]);
    const rowsLeft =
      rows.length - chunks.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0);
    return parts.map((of, part): Slide => {
      const columnsLeft = parts.slice(part + 1).reduce((sum, { length }) => sum + length - 1, 0);
      const notes = [
        ...(columnsLeft > 0 ? [words.columnsNext(columnsLeft)] : []),
        ...(columnsLeft === 0 && rowsLeft > 0 ? [words.rowsNext(rowsLeft)] : []),
        ...(columnsLeft === 0 && rowsLeft === 0 && more !== undefined ? [more] : []),
      ];
      return { ...common, title, grid: cut(of, body), foot: [...notes, ...common.foot] };
    });
  });
}
