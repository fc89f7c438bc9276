import { compact } from '#domain/values/compact.ts';
import { currencyNamed } from '#domain/values/currency/currency-names.ts';
import { currencyCodes } from '#domain/values/currencies.ts';
import { parseAmount } from '#domain/values/reading/amount.ts';
import { parseDate } from '#server/imports/values/date.ts';
import { findDecimalSign, parseNumber, type DecimalSign } from '#server/imports/values/number.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import {
  findWordKey,
  findMissingReason,
  stageWords,
  statusWords,
} from '#server/imports/vocabulary/words.ts';

/** A sample of a column's filled cells; `full` if no row is blank in it. */
export interface ColumnCells {
  readonly cells: readonly Cell[];
  readonly filled: number;
  readonly full: boolean;
}

/** Samples the filled cells of a column: the first 50, then every nth one. */
export function sampleCells(rows: readonly Row[], index: number): ColumnCells {
  const cells: Cell[] = [];
  let filledCount = 0;
  let full = true;
  const step = Math.max(1, Math.floor(rows.length / 2000));
  for (let i = 0; i < rows.length; i += 1) {
    const cell = rows[i]?.cells[index] ?? '';
    if (cell === '' || (typeof cell === 'string' && cell.trim() === '')) {
      full = false;
      continue;
    }
    filledCount += 1;
    if (i % step === 0 || cells.length < 50) cells.push(cell);
  }
  return { cells, filled: filledCount, full };
}

/** Whether cells are running numbers such as 1, 2, 3, 1, 2, 4: they may restart and have gaps. */
export const isSequence = (cells: readonly Cell[]): boolean =>
  cells.slice(0, 50).every((c, i) => {
    const [first, before, n] = [cells[0], cells[i - 1], c].map((cell) =>
      Number(String(cell ?? '').normalize('NFKC')),
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
  readonly phrases: number;
}

const share = (cells: readonly Cell[], test: (text: string, cell: Cell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter((c) => test(String(c).trim(), c)).length / cells.length;
const isAmount = (text: string, sign: DecimalSign | undefined): boolean =>
  ['money', 'range'].includes(
    parseAmount(text, {
      unit: '1',
      currency: 'CNY',
      ...compact({ decimal: sign === ',' ? 'comma' : undefined }),
    }).kind,
  );
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
    digits: share(cells, (t) => /\d/.test(t)),
    words: share(
      cells,
      (t) => findWordKey(stageWords, t) !== undefined || findWordKey(statusWords, t) !== undefined,
    ),
    currencies: share(cells, isCurrencyName),
    phrases: share(cells, (t) => /\S\s+\S|[\u3040-\u9fff\uac00-\ud7af]{3}/.test(t)),
    links: share(cells, (t) => /^https?:/i.test(t)),
  };
}
