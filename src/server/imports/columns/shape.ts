import { compact } from '#domain/values/compact.ts';
import { currencyNamed } from '#domain/values/currency/currency-names.ts';
import { currencyCodes } from '#domain/values/currencies.ts';
import { parseAmount } from '#domain/values/reading/amount.ts';
import { hasCurrencyLetters } from '#server/imports/values/currency-letters.ts';
import { parseDate } from '#server/imports/values/date.ts';
import { latinDigits } from '#server/imports/values/digits.ts';
import {
  findDecimalSign,
  normaliseNumberText,
  parseNumber,
  type DecimalSign,
} from '#server/imports/values/number.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import { findMissingReason, isStageOrStatus } from '#server/imports/vocabulary/words.ts';

/** A sample of a column's filled cells; `full` if no row is blank in it. */
export interface ColumnCells {
  readonly cells: readonly Cell[];
  readonly filled: number;
  readonly full: boolean;
}

/** Samples the filled cells of columns in one pass: the first 50 of each, then every nth one. */
export function sampleColumns<T extends { readonly index: number }>(
  rows: readonly Row[],
  columns: readonly T[],
): { readonly column: T; readonly data: ColumnCells }[] {
  const samples = columns.map((column) => ({ column, cells: [] as Cell[], filled: 0 }));
  const step = Math.max(1, Math.floor(rows.length / 2000));
  for (const [i, row] of rows.entries()) {
    const own = row.cells;
    for (const sample of samples) {
      const cell = own[sample.column.index] ?? '';
      if (cell === '' || (typeof cell === 'string' && cell.trim() === '')) continue;
      sample.filled += 1;
      if (i % step === 0 || sample.cells.length < 50) sample.cells.push(cell);
    }
  }
  return samples.map(({ column, cells, filled }) => ({
    column,
    data: { cells, filled, full: filled === rows.length },
  }));
}

/** Whether cells are running numbers such as 1, 2, 3, 1, 2, 4: they may restart and have gaps. */
export const isSequence = (cells: readonly Cell[]): boolean =>
  cells.slice(0, 50).every((c, i) => {
    const [first, before, n] = [cells[0], cells[i - 1], c].map((cell) =>
      Number(latinDigits(String(cell ?? '').normalize('NFKC'))),
    ) as [number, number, number];
    return (
      Number.isInteger(n) &&
      first <= 1 &&
      (i === 0 || n === first || (n > before && n <= before + 3))
    );
  });
/** The kinds of a column's cells, as shares from 0 to 1. */
export interface Shape {
  readonly numeric: number;
  /** Numbers with decimals. */
  readonly decimals: number;
  /** Numbers, and amounts with a unit or currency. */
  readonly amounts: number;
  readonly dates: number;
  readonly distinct: number;
  /** Average number of characters of a cell. */
  readonly length: number;
  readonly digits: number;
  readonly words: number;
  /** Codes and names of currencies. */
  readonly currencies: number;
  readonly links: number;
  /** Texts with two words of at least three letters. */
  readonly names: number;
  readonly phrases: number;
}

const share = (cells: readonly Cell[], test: (text: string, cell: Cell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter((c) => test(String(c).trim(), c)).length / cells.length;
/** A code of letters and a number, whose letters may be those of a currency, as KZ or RM. */
const letterCode = /^\p{L}{1,5}[-–_/]\p{Nd}/u;
/** Whether a text is an amount. 5 mil. lei is one, though leu is the name of two currencies. */
function isAmount(text: string, sign: DecimalSign | undefined): boolean {
  if (letterCode.test(text)) return false;
  const plain = normaliseNumberText(text);
  if (hasCurrencyLetters(plain)) return true;
  const amount = parseAmount(plain, {
    unit: '1',
    currency: 'CNY',
    ...compact({ decimal: sign === ',' ? 'comma' : undefined }),
  });
  return amount.kind === 'rejected'
    ? amount.reason === 'currency_unknown'
    : amount.kind !== 'missing';
}
function hasDecimals(cell: Cell): boolean {
  const number = parseNumber(cell);
  return (
    number.kind === 'value' &&
    number.value.scale > 0 &&
    number.value.digits % 10n ** BigInt(number.value.scale) !== 0n
  );
}
const knownCodes = new Set(currencyCodes);
const isCurrencyName = (text: string): boolean =>
  knownCodes.has(text.toUpperCase()) || currencyNamed(text) !== undefined;
const isNumber = (cell: Cell): boolean => parseNumber(cell).kind === 'value';

/** Measures the filled cells. Words for missing values such as n/a don't count. */
export function measureShape({ cells: all }: ColumnCells): Shape {
  const cells = all.filter((cell) => findMissingReason(String(cell)) === undefined);
  const texts = cells.map((c) => String(c).trim());
  const sign = findDecimalSign(cells);
  return {
    numeric: share(cells, (_, c) => isNumber(c)),
    decimals: share(cells, (_, c) => hasDecimals(c)),
    amounts: share(cells, (t, c) => isNumber(c) || isAmount(t, sign)),
    dates: share(
      cells,
      (t, c) =>
        typeof c === 'string' && !isNumber(c) && ['date', 'ambiguous'].includes(parseDate(t).kind),
    ),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    length: texts.length === 0 ? 0 : texts.reduce((n, t) => n + t.length, 0) / texts.length,
    digits: share(cells, (t) => /\p{Nd}/u.test(t)),
    words: share(cells, isStageOrStatus),
    currencies: share(cells, isCurrencyName),
    names: share(cells, (t) => /\p{L}{3,}\s+\p{L}{3,}/u.test(t)),
    phrases: share(cells, (t) => /\S\s+\S|[\u3040-\u9fff\uac00-\ud7af]{3}/.test(t)),
    links: share(cells, (t) => /^https?:/i.test(t)),
  };
}
