import type { Language } from '#domain/values/language.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import type { Currency } from '#domain/values/money.ts';
import { inBrackets } from '#server/exports/tables/column-labels.ts';
import type { FileColumn, FileRow } from '#server/exports/tables/table.ts';
import {
  moneyUnit,
  powerWord,
  rowUnit,
  type SheetUnit,
} from '#server/exports/formats/xlsx/money-units.ts';
import type { UsedCurrencies } from '#server/projects/register/currency-store.ts';
import { sameWords } from '#domain/labels/index.ts';

/** A column of a sheet. */
export interface SheetColumn {
  readonly column: FileColumn;
  /** The index of its cell in the rows of the table. */
  readonly at: number;
  readonly heading: string;
  /** The power of ten of the amounts of a row. Omitted for columns without amounts. */
  readonly power?: (row: FileRow) => number;
  /** Whether the amount of a row counts things one by one. */
  readonly isCount?: (row: FileRow) => boolean;
  /** The unit of a row, for the column that names it. */
  readonly unit?: (row: FileRow) => SheetUnit | undefined;
}
/** The money of a workbook: its language, its base currency and the currencies of each measure. */
export interface SheetMoney {
  readonly language: Language;
  readonly base_currency: Currency;
  readonly used: UsedCurrencies;
}

const headWith = (column: FileColumn, unit: string, language: Language): string =>
  unit === '' ? column.label[language] : inBrackets(column.label, sameWords(unit))[language];

/**
 * Makes the column of an amount with its unit in the heading: 万元 if the projects have one currency.
 * Otherwise the heading has 万, and the next column has the currency.
 */
function headMeasure(column: FileColumn, at: number, money: SheetMoney): SheetColumn {
  const { language, base_currency, used } = money;
  const currencies = column.measure === undefined ? [] : used[column.measure];
  const only = currencies.length > 1 ? undefined : (currencies[0] ?? base_currency);
  const { power, word } = moneyUnit(only ?? base_currency, language);
  const unit = only === undefined ? powerWord(power, language) : word;
  return { column, at, heading: headWith(column, unit, language), power: () => power };
}

/**
 * Arranges the columns of a table for a sheet. The cells of amounts are in the unit that the
 * heading or the row names. The currency of a measure is beside its amount, or left out if there is
 * only one.
 */
export function layColumns(
  columns: readonly FileColumn[],
  money: SheetMoney,
): readonly SheetColumn[] {
  const { language, used } = money;
  const find = (id: string | undefined): number => columns.findIndex((one) => one.id === id);
  const beside = new Map(
    columns.flatMap(({ measure, unit_in }) =>
      measure === undefined ? [] : [[find(unit_in), used[measure].length > 1] as const],
    ),
  );
  const isLarge = (unit_in: string | undefined): boolean =>
    columns.some((one) => one.unit_in === unit_in && one.large === true);
  const unitOf = (row: FileRow, unit_in: string | undefined): SheetUnit | undefined => {
    const id = row[find(unit_in)] ?? null;
    return id === null ? undefined : rowUnit(id, language, isLarge(unit_in));
  };
  return columns.flatMap((column, at): readonly SheetColumn[] => {
    if (column.csv_only === true || beside.has(at)) return [];
    const plain = { column, at, heading: column.label[language] };
    if (column.measure !== undefined) {
      const currencyAt = find(column.unit_in);
      const currency = columns[currencyAt];
      const next =
        currency !== undefined && beside.get(currencyAt) === true
          ? [{ column: currency, at: currencyAt, heading: currency.label[language] }]
          : [];
      return [headMeasure(column, at, money), ...next];
    }
    if (column.kind === 'amount')
      return [
        {
          ...plain,
          power: (row) => unitOf(row, column.unit_in)?.power ?? 0,
          isCount: (row) => isCounted(row[find(column.unit_in)] ?? ''),
        },
      ];
    const isUnit = columns.some(({ unit_in }) => unit_in === column.id);
    return isUnit && !column.id.endsWith('currency')
      ? [{ ...plain, unit: (row) => unitOf(row, column.id) }]
      : [plain];
  });
}
