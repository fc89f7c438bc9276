import { compact } from '#domain/values/compact.ts';
import type { SharedName } from '#domain/values/reading/shared-currency-words.ts';
import { unitCurrency } from '#domain/values/reading/unit.ts';
import { parseCurrencyAnswer, readTextAnswer, parseUnitPower } from '#server/imports/answers.ts';
import { minorDigits, type Currency } from '#domain/values/money.ts';
import { parseAmountCell, type AmountColumn } from '#server/imports/values/amount.ts';
import { isInMajorUnits } from '#server/imports/values/magnitude.ts';
import {
  parseNumber,
  removeCounter,
  toDouble,
  type ExactDecimal,
} from '#server/imports/values/number.ts';
import {
  isThousandOrMillion,
  parseUnit,
  proveMark,
  type AmountUnit,
} from '#server/imports/values/unit.ts';
import type { Cell } from '#server/imports/read/table.ts';
import type { Column } from './column.ts';
import { isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import { findSheetUnit } from '#server/imports/structure/titles/sheet-unit.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Chooses the currency of a column. A currency that every number format names overrides header,
 * sheet and answer. If only some formats name one, header and sheet take precedence.
 */
function chooseCurrency(
  { unit, currency }: Column,
  format: AmountUnit | undefined,
  sheet: Currency | undefined,
  answer: Currency | undefined,
): Currency | undefined {
  if (currency?.isWhole === true && format !== undefined)
    return unitCurrency(format, unitCurrency(unit ?? {}, sheet ?? answer));
  return unitCurrency(
    unit ?? {},
    sheet ?? (format === undefined ? undefined : unitCurrency(format, answer)) ?? answer,
  );
}

/** The currency of a column without an answer, or else its word of several currencies. */
const toStated = (
  currency: Currency | undefined,
  unit: AmountUnit | undefined,
): AmountColumn['stated'] => {
  if (currency !== undefined) return { currency };
  return unit?.shared === undefined ? undefined : { shared: unit.shared };
};

/**
 * Reports number formats whose currency differs from that of header or sheet, and columns in which
 * only some formats name a currency.
 */
export function noteFormatCurrencies(
  columns: readonly Column[],
  amounts: ReadonlyMap<number, AmountColumn>,
  { problems, header }: ImportContext,
): void {
  const sheet = findSheetUnit(header.titles);
  for (const { index, key, unit, currency } of columns) {
    const read = amounts.get(index)?.currency;
    if (currency === undefined || read === undefined) continue;
    const unitCode = unitCurrency(unit ?? {}, sheet?.currency);
    const place = { index, header: key };
    if (currency.isWhole && unitCode !== undefined && unitCode !== read)
      problems.add('format_currency', place, {
        format: currency.words,
        header: unitCode,
        currency: read,
      });
    else if (!currency.isWhole && unitCode === undefined)
      problems.add('format_currency_some', place, { currency: read });
  }
}

/** The rows that show the size of amounts. */
const sampleRows = 2000;
const listCells = (index: number, { table, header }: ImportContext): readonly Cell[] =>
  table.rows
    .slice(header.first, header.first + sampleRows)
    .flatMap(({ cells }) =>
      cells[index] === undefined || cells[index] === '' ? [] : cells[index],
    );

/** Finds the currency of the first row that its column of currencies names. */
function findRowCurrency(columns: readonly Column[], context: ImportContext): Currency | undefined {
  const column = columns.find(({ field }) => field === 'currency');
  const cells = column === undefined ? [] : listCells(column.index, context);
  return cells.map((cell) => parseUnit(String(cell))?.currency).find((one) => one !== undefined);
}

/** Whether the numbers of a column are certainly in units of a currency, by their size. */
function areMajor(
  { index, sign }: Column,
  currency: Currency | undefined,
  context: ImportContext,
): boolean {
  if (currency === undefined) return false;
  const numbers = listCells(index, context).flatMap((cell) => {
    const number = parseNumber(cell, sign);
    return number.kind === 'value' && !number.unsure ? [number.value] : [];
  });
  const sizes = numbers
    .map(toDouble)
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const areCents = numbers.every(({ scale }) => scale <= minorDigits(currency));
  const withCents = sizes.filter((size) => !Number.isInteger(size)).length;
  return isInMajorUnits(
    sizes[Math.floor(sizes.length / 2)] ?? 0,
    currency,
    areCents && withCents * 2 > sizes.length,
  );
}

/**
 * Makes the function that finds the power of ten of a unit.
 * @returns a function that returns undefined without a unit, and for M$ if the file does not say
 *   what it means
 */
function createPowerFinder({
  header,
}: ImportContext): (unit: AmountUnit | undefined) => number | undefined {
  const words = [...header.titles, ...header.columns.map(({ key }) => key)].join(' ');
  return (unit) =>
    unit !== undefined && isThousandOrMillion(unit.text) ? proveMark(words) : unit?.power;
}

/**
 * Reads unit and currency of each amount column: from the header, else from the sheet's line, else
 * from the answers, and the unit else by the size of the amounts.
 */
export function readAmountColumns(
  columns: readonly Column[],
  context: ImportContext,
): Map<number, AmountColumn> {
  const sheet = findSheetUnit(context.header.titles);
  const power = parseUnitPower(readTextAnswer(context.request.answers, 'unit'));
  const findPower = createPowerFinder(context);
  const currency = parseCurrencyAnswer(readTextAnswer(context.request.answers, 'currency'));
  return new Map(
    columns
      .filter((c) => isMeasure(c.field))
      .map((c) => {
        const format = c.currency === undefined ? undefined : parseUnit(c.currency.words);
        const own =
          c.currency?.isWhole === true && (format?.power ?? 0) > 0 ? format?.power : undefined;
        // an amount whose format names a currency is in units of that currency
        const unit = c.unit ?? sheet;
        const hasPlainFormat = format !== undefined && unit === undefined;
        const p = own ?? findPower(unit) ?? power ?? (hasPlainFormat ? 0 : undefined);
        const ofSheet = unitCurrency(sheet ?? {}, undefined);
        const cur = chooseCurrency(c, format, ofSheet, currency);
        const isMajor =
          p === undefined &&
          unit === undefined &&
          areMajor(c, cur ?? findRowCurrency(columns, context), context);
        return [
          c.index,
          compact({
            power: isMajor ? 0 : p,
            formatPower: own,
            currency: cur,
            unitText: unit?.text,
            stated: toStated(chooseCurrency(c, format, ofSheet, undefined), unit),
            sign: c.sign,
          }),
        ];
      }),
  );
}

/**
 * Lists the properties of amounts that neither header nor sheet but an answer gives. Users can
 * change such an answer.
 */
export function listAnsweredAmounts(
  columns: readonly Column[],
  context: ImportContext,
): ('unit' | 'currency')[] {
  const sheet = findSheetUnit(context.header.titles);
  const amounts = columns.filter((c) => isMeasure(c.field));
  const findPower = createPowerFinder(context);
  return [
    ...(readTextAnswer(context.request.answers, 'unit') !== undefined &&
    amounts.some((c) => findPower(c.unit ?? sheet) === undefined)
      ? (['unit'] as const)
      : []),
    ...(readTextAnswer(context.request.answers, 'currency') !== undefined &&
    amounts.some((c) => (c.unit?.currency ?? sheet?.currency) === undefined)
      ? (['currency'] as const)
      : []),
  ];
}

/**
 * Converts a cell to the unit of its amount column: 2.8亿元 is 28,000 in a column of 万元, and so is
 * 2.8 below a heading with 亿元.
 * @returns undefined if the cell is no amount, or has another currency
 */
export function toColumnUnit(
  cell: Cell,
  column: AmountColumn | undefined,
  section?: AmountUnit,
): ExactDecimal | undefined {
  const plain = parseNumber(removeCounter(cell), column?.sign);
  if (plain.kind === 'value') {
    if (plain.percent) return undefined;
    const more =
      section === undefined || column?.power === undefined ? 0 : section.power - column.power;
    return more >= 0
      ? { digits: plain.value.digits * 10n ** BigInt(more), scale: plain.value.scale }
      : { digits: plain.value.digits, scale: plain.value.scale - more };
  }
  if (column?.power === undefined || column.currency === undefined) return undefined;
  const { money } = parseAmountCell(cell, column).amount;
  return money?.currency === column.currency
    ? { digits: BigInt(money.minor), scale: column.power + minorDigits(column.currency) }
    : undefined;
}

/**
 * Finds the first unit of an amount column that may mean thousands or millions: M$.
 * @returns undefined if no heading has one, or if the file says what it means
 */
export function findOpenMark(
  columns: readonly Column[],
  context: ImportContext,
): string | undefined {
  const sheet = findSheetUnit(context.header.titles);
  const findPower = createPowerFinder(context);
  return columns
    .flatMap(({ field, unit = sheet }) => (isMeasure(field) ? (unit ?? []) : []))
    .find((unit) => findPower(unit) === undefined)?.text;
}

/** Lists the words in headers and formats that several currencies share. */
export const listSharedCurrencies = (columns: readonly Column[]): readonly SharedName[] =>
  columns.flatMap(({ unit, currency, field }) => [
    ...(unit?.shared === undefined ? [] : [unit.shared]),
    ...(isMeasure(field) && currency !== undefined
      ? [parseUnit(currency.words)?.shared ?? []].flat()
      : []),
  ]);
