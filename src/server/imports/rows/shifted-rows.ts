import { decimalSign, parseNumber } from '#server/imports/values/number.ts';
import { parseDate } from '#server/imports/values/date.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { dateFields, isMeasure, numberFields } from '#server/imports/vocabulary/field-kinds.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { isTick, missingReason } from '#server/imports/vocabulary/words.ts';

const ofNumbers: ReadonlySet<Field> = new Set<Field>(numberFields);
const ofDays: ReadonlySet<Field> = new Set<Field>(dateFields);
const saysNothing = (cell: Cell): boolean =>
  cell === '' || missingReason(String(cell)) !== undefined;
const isNumber = (cell: Cell): boolean =>
  parseNumber(cell, decimalSign([cell])).kind === 'value' || /^\D{0,4}\d/.test(String(cell));
const isDay = (cell: Cell): boolean =>
  isTick(String(cell)) || ['date', 'ambiguous'].includes(parseDate(cell).kind);

/** Whether a row holds words where its columns hold numbers or days, or a number cut at its thousands: its cells stand in other columns than they should. */
export const isShifted = (columns: readonly Column[], { cells }: Row): boolean =>
  columns.some(({ field, index }) => {
    const cell = cells[index] ?? '';
    if (field === undefined || saysNothing(cell)) return false;
    // 3,400 without quotes is 3 and 400
    const isCut =
      /^\d{1,3}$/.test(String(cell)) && /^\d{3}(?:\.\d+)?$/.test(String(cells[index + 1] ?? ''));
    if (isMeasure(field) || ofNumbers.has(field)) return isCut || !isNumber(cell);
    return ofDays.has(field) && !isDay(cell);
  });
