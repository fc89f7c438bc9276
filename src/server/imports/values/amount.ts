import { compact } from '#domain/values/compact.ts';
import { parseAmount } from '#domain/values/reading/amount.ts';
import type { AmountRejection } from '#domain/values/reading/written-amount.ts';
import { type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import {
  isStorable,
  roundToMinor,
  toWire,
  type Currency,
  type RoundedMoney,
} from '#domain/values/money.ts';
import type { Amount } from '#domain/projects/project.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { sharedWords } from '#domain/values/reading/shared-currency-words.ts';
import { unitCurrency } from '#domain/values/reading/unit.ts';
import {
  currenciesWithLetters,
  hasCurrencyLetters,
  writeCurrencyCode,
} from './currency-letters.ts';
import { beginsWithOpenMark, type AmountUnit } from './unit.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';
import {
  findDecimalSign,
  parseNumber,
  normaliseNumberText,
  type NumberSign,
  type ExactDecimal,
} from './number.ts';

export type AmountFault =
  | AmountRejection
  | 'hashes'
  | 'range'
  | 'negative'
  | 'below_zero'
  | 'unsure_separator';
export interface ParsedCell {
  readonly amount: Amount;
  readonly fault?: AmountFault;
  /**
   * Stored amount − written amount, in major units. Set if the written amount was finer than the
   * minor unit.
   */
  readonly rounded?: Decimal;
}
/**
 * The properties of a column's amounts by header, sheet or answer. One unit is ten to the `power`.
 */
export interface AmountColumn {
  /** The power of ten of the unit in the number formats of the whole column. */
  readonly formatPower?: number;
  readonly power?: number;
  readonly currency?: Currency;
  /**
   * The currency, or word of several currencies, that header, sheet or formats name. Absent if an
   * answer gives the currency, or the row has a unit of its own.
   */
  readonly stated?: Pick<AmountUnit, 'currency' | 'shared'>;
  readonly unitText?: string;
  readonly sign?: NumberSign;
}

function toMinor(
  value: ExactDecimal,
  power: number,
  currency: Currency,
): RoundedMoney | 'too_large' {
  const read = roundToMinor(scaleByTen(value.digits.toString(), power - value.scale), currency);
  return isStorable(read.money) ? read : 'too_large';
}

/** Accepts an amount. A negative one is a fault. */
const acceptAmount = (
  { money, difference }: RoundedMoney,
  amount: Omit<Amount, 'money'>,
): ParsedCell => ({
  amount: { money: toWire(money), ...amount },
  ...compact({
    fault: money.minor < 0n ? 'negative' : undefined,
    rounded: difference === '0' ? undefined : difference,
  }),
});

/**
 * Whether a text has one group of three digits after a point, as 1.250 € and R$ 1.250 do. In
 * 1.250亿元 the point is certainly a decimal sign, because of 亿.
 */
const hasUnsurePoint = (text: string): boolean =>
  /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/.test(text) && !/[百千万萬亿億兆만억조]/.test(text);
const hasUnsureComma = (text: string): boolean =>
  /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])/.test(text);

/** Rejects a negative investment. Its text stays, and no sum includes it. */
export const readInvestment = (cell: ParsedCell): ParsedCell =>
  cell.fault === 'negative'
    ? {
        amount: {
          missing: 'not_readable',
          ...compact({ text: cell.amount.text }),
        },
        fault: 'below_zero',
      }
    : cell;

/**
 * Parses an amount of a register into minor units of its own currency, rounded half to even. Units
 * take precedence in the order cell, header, sheet, answer. A text that can't be read becomes
 * `not_readable` with its text and a fault, never 0 and never a guess. A range becomes "at least"
 * its low end.
 */
export function parseAmountCell(cell: Cell, column: AmountColumn): ParsedCell {
  const raw = typeof cell === 'number' ? String(cell) : normaliseNumberText(cell);
  const unreadable = (fault: AmountFault): ParsedCell => ({
    amount: { missing: 'not_readable', text: raw },
    fault,
  });
  const blank: Amount = {
    missing: 'not_reported',
    ...compact({ text: raw === '' ? undefined : raw }),
  };
  if (typeof cell === 'string') {
    const reason = findMissingReason(raw);
    if (reason) return { amount: { ...blank, missing: reason } };
    if (/^#+$/.test(raw)) return unreadable('hashes');
  }
  const unit = column.unitText === undefined ? {} : { unit: column.unitText };
  const plain = parseNumber(cell, column.sign);
  if (plain.kind === 'value' && !plain.percent) {
    if (column.currency === undefined) return unreadable('currency_unknown');
    if (column.power === undefined) return unreadable('unit_unknown');
    const read = toMinor(plain.value, column.power, column.currency);
    if (typeof read === 'string') return unreadable(read);
    return plain.unsure
      ? unreadable('unsure_separator')
      : acceptAmount(read, { text: raw, ...unit });
  }
  if (beginsWithOpenMark(raw) && column.currency !== 'CAD') return unreadable('unit_unknown');
  // a proof in the cell itself takes precedence over its column
  const sign = (typeof cell === 'string' ? findDecimalSign([cell]) : undefined) ?? column.sign;
  const context = compact({
    unit: column.power === undefined ? undefined : `1${'0'.repeat(column.power)}`,
    currency: column.currency,
    decimal: sign === ',' ? ('comma' as const) : undefined,
  });
  const amount = parseAmount(writeCurrencyCode(raw, column.currency), context);
  if (amount.kind === 'missing') return { amount: { ...blank, missing: amount.reason } };
  if (amount.kind === 'rejected') return unreadable(amount.reason);
  const isProven = sign === '.' || sign === ',';
  if (!isProven && (hasUnsurePoint(raw) || (sign === 'unproven' && hasUnsureComma(raw))))
    return unreadable('unsure_separator');
  if (amount.kind === 'range') {
    const low = acceptAmount(
      { money: amount.low, difference: '0' },
      { qualifier: 'at_least', text: raw, ...unit },
    );
    return low.fault === undefined ? { ...low, fault: 'range' } : low;
  }
  const words = amount.qualifier === undefined ? {} : { qualifier: amount.qualifier };
  return acceptAmount(
    { money: amount.money, difference: amount.rounded ?? '0' },
    { text: raw, ...unit, ...words },
  );
}

/** Makes the column for rows below a heading with a unit of its own. */
export function applySection(column: AmountColumn, unit: AmountUnit | undefined): AmountColumn {
  if (unit === undefined) return column;
  const { currency: _, ...rest } = column;
  const currency = unitCurrency(unit, column.currency);
  return {
    ...rest,
    power: unit.power,
    unitText: unit.text,
    ...compact({ currency }),
  };
}

/** The properties of amounts that an answer can add. */
export type OpenPart = 'currency' | 'unit' | 'decimal_sign';
/** One currency for each shared word, to test whether an amount is readable in any of them. */
const examples: readonly Currency[] = [
  'CNY',
  ...Object.values(sharedWords).map(({ among }) => among[0] as Currency),
];

/**
 * Lists the properties that an answer must add to make a cell readable.
 * @returns undefined if no answer can
 */
export function listOpenParts(
  cell: Cell,
  column: AmountColumn,
  fault: AmountFault | undefined,
): readonly OpenPart[] {
  if (fault === 'unsure_separator') return ['decimal_sign'];
  const isOpen = (of: AmountFault | undefined): boolean =>
    of === 'currency_unknown' || of === 'unit_unknown';
  if (!isOpen(fault)) return [];
  const explainFault = (more: AmountColumn): AmountFault | undefined =>
    parseAmountCell(cell, { ...more, ...column }).fault;
  const candidates = hasCurrencyLetters(normaliseNumberText(String(cell)))
    ? currenciesWithLetters
    : examples;
  const currency = candidates.find((code) => !isOpen(explainFault({ power: 0, currency: code })));
  if (currency === undefined) return [];
  return [
    ...(isOpen(explainFault({ power: 0 })) ? (['currency'] as const) : []),
    ...(isOpen(explainFault({ currency })) ? (['unit'] as const) : []),
    ...(explainFault({ power: 0, currency }) === 'unsure_separator'
      ? (['decimal_sign'] as const)
      : []),
  ];
}
