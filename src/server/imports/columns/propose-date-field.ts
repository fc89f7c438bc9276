import type { IsoDate } from '#domain/values/date.ts';
import { parseDate } from '#server/imports/values/date.ts';
import {
  findDateNotation,
  writeUsualDate,
  type NotationOptions,
} from '#server/imports/values/date-notation.ts';
import { dateFields } from '#server/imports/vocabulary/field-kinds.ts';
import { isField, type Field } from '#server/imports/vocabulary/synonyms.ts';
import type { ColumnCells } from './shape.ts';

interface DateFieldOptions extends NotationOptions {
  /** The fields of other columns. */
  readonly usedFields: ReadonlySet<Field>;
  /** The last day that the register can be of. */
  readonly day: IsoDate;
}
interface DateFieldProposal {
  /** Omitted where the cells are no dates, or where other columns have both fields. */
  readonly field?: Field;
  /** Whether planned and actual are both possible. */
  readonly open: boolean;
}

/** Whether a field has the actual days of a milestone. */
export const isActualDate = (field: Field): boolean =>
  (dateFields as readonly Field[]).includes(field) && field.endsWith('_actual');

/**
 * Proposes planned or actual days for a heading that says neither, such as Start date. A day after
 * that of the register is planned, so one such day makes the column planned.
 */
export function proposeDateField(
  actual: Field,
  { cells }: ColumnCells,
  { usedFields, day, ...notation }: DateFieldOptions,
): DateFieldProposal {
  const dates = findDateNotation(cells, notation);
  const days = cells
    .map((cell) => parseDate(writeUsualDate(cell, dates)))
    .flatMap((result) => (result.kind === 'date' ? [result.date] : []));
  if (days.length * 2 < cells.length || days.length === 0) return { open: false };
  const plan = actual.replace(/_actual$/, '_plan');
  const free = [actual, ...(isField(plan) ? [plan] : [])].filter((field) => !usedFields.has(field));
  const field = days.some((date) => date > day) ? free.at(-1) : free[0];
  return field === undefined ? { open: false } : { field, open: free.length === 2 };
}
