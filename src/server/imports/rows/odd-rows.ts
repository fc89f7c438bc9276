import type { Column } from '#server/imports/columns/column.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import { numberFields } from '#domain/projects/fields.ts';
import { isMeasure, dateFields } from '#server/imports/vocabulary/field-kinds.ts';
import type { ColouredTexts, Row, Cell } from '#server/imports/read/table.ts';
import { readSectionUnit } from '#server/imports/structure/sections.ts';
import type { SortedRows } from '#server/imports/structure/rows.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import { findDecimalSign, parseNumber } from '#server/imports/values/number.ts';
import { parseDate } from '#server/imports/values/date.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { isTick, findMissingReason } from '#server/imports/vocabulary/words.ts';

const ofNumbers: ReadonlySet<Field> = new Set<Field>(numberFields);
const ofDays: ReadonlySet<Field> = new Set<Field>(dateFields);
const saysNothing = (cell: Cell): boolean =>
  cell === '' || findMissingReason(String(cell)) !== undefined;
const isNumber = (cell: Cell): boolean =>
  parseNumber(cell, findDecimalSign([cell])).kind === 'value' || /^\D{0,4}\d/.test(String(cell));
const isDay = (cell: Cell): boolean =>
  isTick(String(cell)) || ['date', 'ambiguous'].includes(parseDate(cell).kind);

/**
 * Whether the cells of a row have moved to other columns: it has words in columns of numbers or
 * days, or a number that was split at its thousands separator.
 */
const isShifted = (columns: readonly Column[], { cells }: Row): boolean =>
  columns.some(({ field, index }) => {
    const cell = cells[index] ?? '';
    if (field === undefined || saysNothing(cell)) return false;
    // an unquoted 3,400 became 3 and 400
    const isCut =
      /^\d{1,3}$/.test(String(cell)) && /^\d{3}(?:\.\d+)?$/.test(String(cells[index + 1] ?? ''));
    if (isMeasure(field) || ofNumbers.has(field)) return isCut || !isNumber(cell);
    return ofDays.has(field) && !isDay(cell);
  });

const filledCount = (row: Row): number =>
  row.cells.reduce<number>((n, c) => (c === '' ? n : n + 1), 0);
const countFields = (row: Row): number => row.fields ?? row.cells.length;
/** The least number of columns of a table that holds more than names. */
const wideTable = 4;

/** Reports hidden columns that the importer reads. */
function reportHiddenColumns(
  columns: readonly Column[],
  problems: ImportContext['problems'],
): void {
  for (const { isHidden, how, index, key, field } of columns)
    if (isHidden === true && how !== 'ignored' && key !== '')
      problems.add(field === undefined ? 'hidden_column_kept' : 'hidden_column', {
        index,
        header: key,
      });
}

/** Reports columns whose cells differ in colour, since the colour may have a meaning. */
function reportColouredTexts(
  rows: readonly Row[],
  texts: readonly ColouredTexts[],
  columns: readonly Column[],
  problems: ImportContext['problems'],
): void {
  if (texts.length === 0) return;
  const numbers = new Set(rows.map(({ number }) => number));
  for (const { column, cells } of texts) {
    const of = columns.find(({ index }) => index === column);
    const own = cells.filter(({ row }) => numbers.has(row));
    const filledCount = rows.filter((row) => (row.cells[column] ?? '') !== '').length;
    const differs = new Set(own.map(({ fill }) => fill)).size > 1 || own.length < filledCount;
    if (own[0] !== undefined && of !== undefined && differs)
      problems.add(
        'coloured_texts',
        { row: own[0].row, index: column, header: of.key },
        { count: own.length },
      );
  }
}

/**
 * Makes the check that reports unusual rows: too many cells, shifted cells, only a name, formulas
 * without a value.
 */
export function createRowCheck(
  rows: readonly Row[],
  { header, table, problems }: ImportContext,
  columns: readonly Column[],
): (row: Row) => void {
  const width = header.columns.length;
  const most = header.fields ?? width;
  let [shiftedCount, full] = [0, 0];
  for (const row of rows) {
    if (countFields(row) > most) shiftedCount += 1;
    if (filledCount(row) >= 3) full += 1;
  }
  const areShifted = shiftedCount > 0 && shiftedCount < rows.length / 2;
  const names = new Set(columns.filter((c) => c.field === 'project_name').map((c) => c.index));
  const isFull = width >= wideTable && full >= rows.length * 0.6;
  const hiddenNumbers = new Set(table.hidden ?? []);
  const hiddenRows =
    hiddenNumbers.size === 0 ? [] : rows.filter((row) => hiddenNumbers.has(row.number));
  if (hiddenRows[0] !== undefined)
    problems.add('hidden_rows', { row: hiddenRows[0].number }, { count: hiddenRows.length });
  reportHiddenColumns(columns, problems);
  if (table.isTransposed === true) problems.add('was_turned');
  if (header.isMissing === true) problems.add('header_missing', { row: header.row + 1 });
  for (const { row, column } of table.strayQuotes ?? [])
    problems.add('stray_quote', { row, index: column });
  for (const { column, row, count } of table.coloured ?? []) {
    const of = columns.find(({ index }) => index === column);
    if (row > header.row && of !== undefined)
      problems.add('coloured_cells', { row, index: column, header: of.key }, { count });
  }
  reportColouredTexts(rows, table.colouredTexts ?? [], columns, problems);
  const empty = Map.groupBy(table.uncomputed ?? [], ({ row }) => row);
  return (row) => {
    const isLong = areShifted && countFields(row) > most;
    // a long row whose cells fit has just blank cells at its end
    if ((isLong || row.cells.length > width) && isShifted(columns, row))
      problems.add('row_shifted', { row: row.number });
    else if (row.cells.length > width)
      problems.add('row_too_wide', {
        row: row.number,
        index: width,
        value: String(row.cells.slice(width).find((c) => c !== '') ?? ''),
      });
    if (isFull && filledCount(row) === 1) {
      const at = row.cells.findIndex((c) => c !== '');
      if (names.has(at))
        problems.add('name_only', { row: row.number, index: at, value: String(row.cells[at]) });
    }
    for (const { column } of empty.get(row.number) ?? []) {
      const of = columns.find((c) => c.index === column && c.how !== 'ignored');
      if (of !== undefined)
        problems.add('formula_empty', { row: row.number, index: column, header: of.key });
    }
  };
}

/**
 * Reads the unit in the heading above each row. The heading's unit applies. Warns if a header names
 * another one.
 * @returns a function that returns undefined for a row without such a heading
 */
export function readSectionUnits(
  sortedRows: SortedRows,
  columns: readonly Column[],
  { problems }: ImportContext,
): (row: number) => AmountUnit | undefined {
  const units = new Map(
    sortedRows.headings.flatMap(({ text, row }) => {
      const unit = readSectionUnit(text);
      if (unit === undefined) return [];
      const other = columns.find(
        (c) => isMeasure(c.field) && c.unit !== undefined && c.unit.power !== unit.power,
      );
      if (other?.unit !== undefined)
        problems.add(
          'section_unit',
          { row: row.number, value: text },
          { unit: unit.text, header: other.unit.text },
        );
      return [[text, unit] as const];
    }),
  );
  return (row) => {
    const heading = units.size === 0 ? undefined : sortedRows.sections.get(row);
    return heading === undefined ? undefined : units.get(heading.text);
  };
}
