import { toColumnUnit } from '#server/imports/columns/amount-columns.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import { checkTotals, type PrintedTotal } from '#server/imports/structure/rows.ts';
import type { AmountColumn } from '#server/imports/values/amount.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import { dateFields, textFields, wordFields } from '#server/imports/vocabulary/field-kinds.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import type { RegisterRows } from './register-rows.ts';

const fieldsWithoutSum: ReadonlySet<Field> = new Set<Field>([
  ...wordFields,
  ...textFields,
  ...dateFields,
]);

/** Compares the totals printed in a file with its rows, and reports those that differ. */
export function checkPrintedTotals(
  { problems, header }: ImportContext,
  { columns, sorted, names, codes }: RegisterRows,
  amounts: ReadonlyMap<number, AmountColumn>,
  unitOf: (row: number) => AmountUnit | undefined,
): PrintedTotal[] {
  const skippedColumns = new Set(
    columns.flatMap((c) =>
      c.how === 'ignored' || (c.field !== undefined && fieldsWithoutSum.has(c.field))
        ? c.index
        : [],
    ),
  );
  const signs = new Map(
    columns.flatMap((c) => (c.sign === undefined ? [] : [[c.index, { sign: c.sign }] as const])),
  );
  const isCounted = (index: number): boolean => names.includes(index) || codes.includes(index);
  const totals = checkTotals(
    sorted,
    header,
    (index) => (skippedColumns.has(index) ? 'left' : isCounted(index) ? 'counted' : 'added'),
    (cell, index, row) => toColumnUnit(cell, amounts.get(index) ?? signs.get(index), unitOf(row)),
    (row, index) => {
      const [section, column] = [unitOf(row), amounts.get(index)];
      return section === undefined || column?.power === undefined
        ? 0
        : section.power - column.power;
    },
  );
  for (const { row, column, printed, sum, agrees } of totals)
    if (!agrees)
      problems.add('printed_total', { row, header: column, value: printed }, { printed, sum });
  return totals;
}
