import { parseNumber } from './number.ts';
import { type Decimal, addDecimal, scaleByTen } from '#domain/values/decimal.ts';
import {
  type Currency,
  isStorable,
  type RoundedMoney,
  roundToMinor,
} from '#domain/values/money.ts';
import { sharedWords } from './shared-currency-words.ts';
import {
  type AmountUnit,
  isMiliar,
  parseUnit,
  sharedCurrency,
  unitCurrency,
  yuanCurrency,
} from './unit.ts';

/** The context of a cell. */
export interface AmountContext {
  /** Unit of the column or sheet, as 万元; a unit in the cell wins. */
  readonly unit?: string;
  /** Currency for units that name none. */
  readonly currency?: Currency;
  /** The mark before the fraction; `point` by default. */
  readonly decimal?: 'point' | 'comma';
}
export type AmountRejection =
  | 'not_a_number'
  | 'ambiguous_separator'
  | 'unit_unknown'
  | 'currency_unknown'
  | 'chinese_trillion'
  | 'too_large'
  | 'range_reversed';

interface WrittenAmount {
  readonly value: Decimal;
  readonly prefix: string;
  readonly unit: string;
}

/**
 * Reads one written amount, also in parts as 3億8598万円: the value before the words of the last unit,
 * and the words around it.
 */
export function readWritten(
  text: string,
  decimal: 'point' | 'comma',
): WrittenAmount | AmountRejection {
  const numbers = [...text.matchAll(/[+-]?\d[\d.,' ’]*(?:[eE][+-]?\d+)?/g)];
  const [first] = numbers;
  if (first === undefined) return 'not_a_number';
  const prefix = text.slice(0, first.index).trim();
  if (numbers.length === 1) {
    const value = parseNumber(first[0].replace(/[ ,.']+$/, ''), decimal);
    return value === 'not_a_number' || value === 'ambiguous_separator' || value === 'too_large'
      ? value
      : { value, prefix, unit: text.slice(first.index + first[0].length).trim() };
  }
  return readCompound(text, numbers, prefix, decimal);
}

function readCompound(
  text: string,
  numbers: readonly RegExpExecArray[],
  prefix: string,
  decimal: 'point' | 'comma',
): WrittenAmount | AmountRejection {
  let total: Decimal = '0';
  let previous = Number.POSITIVE_INFINITY;
  let money = '1';
  for (const [i, number] of numbers.entries()) {
    const value = parseNumber(number[0].trim(), decimal);
    if (value === 'not_a_number' || value === 'ambiguous_separator' || value === 'too_large')
      return value;
    const words = text.slice(number.index + number[0].length, numbers[i + 1]?.index).trim();
    const last = i === numbers.length - 1;
    // is 1亿2000 two thousand, or two thousand 万, as people say it? After 万, four digits are the
    // rest of the number
    const isRest = last && previous === 4 && /^\d{4}$/.test(value);
    if (words === '' && !isRest) return last ? 'unit_unknown' : 'not_a_number';
    const unit = words === '' ? { power: 0 } : unitIn(words, text);
    if (unit === undefined || value.startsWith('-') !== (total.startsWith('-') && i > 0))
      return 'not_a_number';
    if (unit === 'ambiguous') return 'chinese_trillion';
    // 2亿3千: people say it for 2亿3000万
    if (last && previous >= 8 && unit.power > 0 && unit.power < 4) return 'unit_unknown';
    if (unit.power >= previous || (!last && (unit.power < 3 || unit.currency !== undefined)))
      return 'not_a_number';
    total = addDecimal(total, scaleByTen(value, unit.power));
    previous = unit.power;
    money = unit.currency ?? (unit.shared === undefined ? money : sharedWords[unit.shared].word);
    if (yuanCurrency(words, undefined) !== undefined) money = '元';
  }
  return { value: total, prefix, unit: money };
}
/** The unit of one part of 1兆2000億円: 兆 is 10^12 where the yen is at the end. */
function unitIn(words: string, text: string): ReturnType<typeof parseUnit> {
  const unit = parseUnit(words);
  return unit === 'ambiguous' && words === '兆' && text.includes('円') ? { power: 12 } : unit;
}

type ReadWords = ReturnType<typeof parseUnit>;
/** The currency of read words, or their shared word; empty where they name none. */
export const pickCurrency = (unit: ReadWords): Pick<AmountUnit, 'currency' | 'shared'> =>
  unit === undefined || unit === 'ambiguous' ? {} : unit;

/**
 * Finds the currency of a written amount: that of the words beside the number, else that of the
 * column. Undefined where they contradict each other or name none.
 */
function findCurrency(
  amount: WrittenAmount,
  [before, after]: readonly [ReadWords, ReadWords],
  column: Currency | undefined,
): Currency | undefined {
  const [prefix, suffix] = [pickCurrency(before), pickCurrency(after)];
  const prefixCurrency =
    prefix.currency ??
    (prefix.shared === undefined
      ? undefined
      : sharedCurrency(prefix.shared, suffix.currency ?? column));
  const yuan = yuanCurrency(amount.unit, prefixCurrency ?? column);
  if (yuan !== undefined) return prefixCurrency ?? yuan;
  if (suffix.currency !== undefined)
    return prefixCurrency === undefined || prefixCurrency === suffix.currency
      ? suffix.currency
      : undefined;
  if (suffix.shared !== undefined)
    return sharedCurrency(
      suffix.shared,
      prefixCurrency ??
        column ??
        (suffix.shared === 'dollar' && amount.unit.endsWith('ドル') ? 'USD' : undefined),
    );
  return amount.prefix === '' || (prefix.currency === undefined && prefix.shared === undefined)
    ? column
    : prefixCurrency;
}
/**
 * The money of one written amount. A unit after the number replaces that of the column; a currency
 * before the number leaves the column's multiple in force.
 */
export function toMoney(
  amount: WrittenAmount,
  context: AmountContext,
): RoundedMoney | AmountRejection {
  const column = context.unit === undefined ? undefined : parseUnit(context.unit);
  const before: ReadWords = amount.prefix === '' ? { power: 0 } : parseUnit(amount.prefix);
  const after = amount.unit === '' ? undefined : parseUnit(amount.unit);
  const currency = findCurrency(
    amount,
    [before, after],
    unitCurrency(pickCurrency(column), context.currency),
  );
  if (before === undefined || (amount.unit !== '' && after === undefined)) return 'unit_unknown';
  const yenTrillion = currency === 'JPY' && amount.unit === '兆';
  if (
    (after === 'ambiguous' && !yenTrillion) ||
    before === 'ambiguous' ||
    (after === undefined && column === 'ambiguous')
  )
    return 'chinese_trillion';
  const magnitude =
    after === 'ambiguous'
      ? { power: 12 }
      : (after ?? unitBefore(before, column === 'ambiguous' ? undefined : column));
  if (magnitude === undefined) return 'unit_unknown';
  if (currency === undefined) return 'currency_unknown';
  const power = currency === 'IDR' && isMiliar(amount.unit) ? 9 : magnitude.power;
  const read = roundToMinor(scaleByTen(amount.value, power), currency);
  return isStorable(read.money) ? read : 'too_large';
}
/**
 * The unit of an amount without words after its number: a multiple before it, else the column's
 * unit, else the currency before it alone.
 */
const unitBefore = (before: AmountUnit, column: AmountUnit | undefined): AmountUnit | undefined =>
  before.power > 0
    ? before
    : (column ??
      (before.currency === undefined && before.shared === undefined ? undefined : before));
