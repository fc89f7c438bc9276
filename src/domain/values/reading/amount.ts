import {
  type AmountContext,
  type AmountRejection,
  readWritten,
  pickCurrency,
  toMoney,
} from './written-amount.ts';
import { plainCell, missingReason } from './number.ts';
import { compact } from '#domain/values/compact.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import { type Decimal, negateDecimal } from '#domain/values/decimal.ts';
import type { Currency, Money, Qualifier } from '#domain/values/money.ts';
import { qualifiersAfter, qualifiersBefore } from './amount-words.ts';
import { parseUnit, unitCurrency, yuanCurrency } from './unit.ts';
import { withoutChineseNumerals } from './chinese-numerals.ts';
export type ParsedAmount =
  | {
      readonly kind: 'money';
      readonly money: Money;
      readonly qualifier?: Qualifier;
      /** Rounded amount − written amount, in major units. Omitted when nothing was rounded. */
      readonly rounded?: Decimal;
    }
  /** A range of two bounds. Its middle is never a value. */
  | {
      readonly kind: 'range';
      readonly low: Money;
      readonly high: Money;
      readonly qualifier?: Qualifier;
    }
  | { readonly kind: 'missing'; readonly reason: MissingReason }
  | { readonly kind: 'rejected'; readonly reason: AmountRejection };

const rejectText = (reason: AmountRejection): ParsedAmount => ({ kind: 'rejected', reason });
const afterNumber = qualifiersAfter.map(
  ([word, qualifier]) =>
    [
      new RegExp(`(\\S)\\s*${word === '+' ? '\\+' : word}(?=[百千万萬亿億兆元円美日人]|\\s*$)`),
      qualifier,
    ] as const,
);

/** A text without its qualifiers, and the first of them. */
interface PlainText {
  readonly rest: string;
  readonly qualifier?: Qualifier;
}

/**
 * Removes the qualifiers around a number: approx. 633, 300+.
 * @returns the rest with the first qualifier; without one, the text itself
 */
export function takeQualifiers(text: string): PlainText {
  let rest = text;
  let qualifier: Qualifier | undefined;
  const before = qualifiersBefore.find(([word]) => rest.toLowerCase().startsWith(word));
  if (before !== undefined) {
    rest = rest.slice(before[0].length).trim();
    qualifier = before[1];
  }
  for (const [pattern, meaning] of afterNumber) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '$1').trim();
    qualifier ??= meaning;
  }
  return qualifier === undefined ? { rest } : { rest, qualifier };
}

/** The largest number of characters of an amount with its words. */
const longestAmount = 1000;

/**
 * Reads the exact amount of a cell or field with its qualifier (约, 近, 超, 以上, about …). The unit is
 * that of the cell, else that of the column; it is never guessed. Accounting brackets and the
 * Japanese △ mean minus.
 * @returns why there is no amount, where none can be read
 */
export function parseAmount(text: string, context: AmountContext = {}): ParsedAmount {
  const reason = missingReason(text);
  if (reason !== undefined) return { kind: 'missing', reason };
  const cell = plainCell(text);
  if (cell.length > longestAmount) return rejectText('not_a_number');
  const negative =
    /^\((.+)\)$/.exec(cell)?.[1] ??
    /^[△▲](.+)$/.exec(cell)?.[1] ??
    /^-\s*(?=\D)(.+)$/.exec(cell)?.[1];
  const { rest, qualifier } = takeQualifiers(
    withoutChineseNumerals(negative === undefined ? cell : negative.trim()),
  );
  const words = qualifier === undefined ? {} : { qualifier };
  const decimal = context.decimal ?? 'point';
  const sides = /^(.*\d[^\d]*?)\s*(?:-|~|〜|–|—|至|到|\bto\b)\s*([^\d+-]*\d.*)$/i.exec(rest);
  if (
    sides?.[1] !== undefined &&
    sides[2] !== undefined &&
    negative === undefined &&
    !/[eE]$/.test(sides[1])
  )
    return readRange(sides[1], sides[2], { ...context, decimal }, words);
  const amount = readWritten(rest, decimal);
  if (typeof amount === 'string') return rejectText(amount);
  const read = toMoney(
    negative === undefined ? amount : { ...amount, value: negateDecimal(amount.value) },
    context,
  );
  if (typeof read === 'string') return rejectText(read);
  return {
    kind: 'money',
    money: read.money,
    ...words,
    ...compact({ rounded: read.difference === '0' ? undefined : read.difference }),
  };
}

const currencyIn = (words: string, column: Currency | undefined): Currency | undefined =>
  yuanCurrency(words, column) ?? unitCurrency(pickCurrency(parseUnit(words)), column);

function readRange(
  lowText: string,
  highText: string,
  context: AmountContext & { readonly decimal: 'point' | 'comma' },
  words: { readonly qualifier?: Qualifier },
): ParsedAmount {
  const [left, right] = [
    readWritten(lowText, context.decimal),
    readWritten(highText, context.decimal),
  ];
  if (typeof left === 'string') return rejectText(left);
  if (typeof right === 'string') return rejectText(right);
  // 5亿-10亿元: the left side has a multiple and takes its currency from the right.
  const shared =
    right.unit === '' || right.unit === left.unit
      ? context.currency
      : (currencyIn(right.unit, context.currency) ?? context.currency);
  const forLeft = shared === undefined ? context : { ...context, currency: shared };
  const low = toMoney(
    {
      ...left,
      unit: left.unit === '' ? right.unit : left.unit,
      prefix: left.prefix === '' ? right.prefix : left.prefix,
    },
    forLeft,
  );
  const high = toMoney(
    { ...right, prefix: right.prefix === '' ? left.prefix : right.prefix },
    context,
  );
  if (typeof low === 'string') return rejectText(low);
  if (typeof high === 'string') return rejectText(high);
  const [from, to] = [low.money, high.money];
  if (from.currency !== to.currency || from.minor > to.minor) return rejectText('range_reversed');
  return { kind: 'range', low: from, high: to, ...words };
}
