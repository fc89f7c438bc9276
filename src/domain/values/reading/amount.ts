import { compact } from '#domain/values/compact.ts';
import { missingReasons, type MissingReason } from '#domain/values/data-status.ts';
import { type Decimal, addDecimal, negateDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { foldCharacters } from './fold-characters.ts';
import {
  type Currency,
  isStorable,
  type Money,
  type Qualifier,
  type RoundedMoney,
  roundToMinor,
} from '#domain/values/money.ts';
import { missingWords, qualifiersAfter, qualifiersBefore } from './amount-words.ts';
import { sharedWords } from './shared-currency-words.ts';
import { type AmountUnit, parseUnit, sharedCurrency, unitCurrency, yuanCurrency } from './unit.ts';
import { withoutChineseNumerals } from './chinese-numerals.ts';

/** What is known about a cell before it is read. */
export interface AmountContext {
  /** Unit of the column or sheet, as 万元; a unit in the cell wins. */
  readonly unit?: string;
  /** Currency for units that name none. */
  readonly currency?: Currency;
  /** Which mark stands before the fraction; `point` unless declared. */
  readonly decimal?: 'point' | 'comma';
}
export type AmountRefusal =
  | 'not_a_number'
  | 'ambiguous_separator'
  | 'unit_unknown'
  | 'currency_unknown'
  | 'chinese_trillion'
  | 'too_large'
  | 'range_reversed';
export type ParsedAmount =
  | {
      readonly kind: 'money';
      readonly money: Money;
      readonly qualifier?: Qualifier;
      /** Money kept − amount written, in major units, where that was finer than the minor unit. */
      readonly rounded?: Decimal;
    }
  /** Two bounds; the middle is never taken for a value. */
  | {
      readonly kind: 'range';
      readonly low: Money;
      readonly high: Money;
      readonly qualifier?: Qualifier;
    }
  | { readonly kind: 'missing'; readonly reason: MissingReason }
  | { readonly kind: 'refused'; readonly reason: AmountRefusal };

/** Full width to half width, every blank one space, every minus a hyphen. */
export const plainCell = (text: string): string =>
  foldCharacters(text.replace(/[−‐‑‒﹣－]/g, '-'))
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();

/** Why a cell has no value, when its text says so: empty, —, 待定, 面议, 無, n/a. Nothing for anything else; 0 is a value. */
export function missingReason(text: string): MissingReason | undefined {
  const cell = plainCell(text).toLowerCase();
  return missingReasons.find((reason) => missingWords[reason].includes(cell));
}

/** The number that a text writes with grouping and a decimal mark; exact. Exponents are taken, as spreadsheets write them. */
export function parseNumber(
  text: string,
  decimal: 'point' | 'comma' = 'point',
): Decimal | 'not_a_number' | 'ambiguous_separator' | 'too_large' {
  const cell = plainCell(text);
  const [, sign = '', body = '', exponent = '0'] =
    /^([+-]?) ?(\d[\d.,' ’]*)(?:[eE]([+-]?\d{1,4}))?$/.exec(cell) ?? [];
  if (body === '') return 'not_a_number';
  const [group, mark] = decimal === 'point' ? [',', '.'] : ['.', ','];
  const escaped = (c: string): string => (c === '.' ? '\\.' : c);
  const shape = new RegExp(
    `^(\\d+|\\d{1,3}(${escaped(group)}\\d{3})+|\\d{1,3}( \\d{3})+|\\d{1,3}(['’]\\d{3})+)(${escaped(mark)}\\d+)?$`,
  );
  // 1,25,00,000: groups of two before the last three, as India writes them
  const isIndian = decimal === 'point' && /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(body);
  if (!isIndian && !shape.test(body)) return 'ambiguous_separator';
  const power = Number(exponent);
  const digits = body.replaceAll(group, '').replace(/[ '’]/g, '').replace(mark, '.');
  if (Math.abs(power) > 30 || digits.length > 40) return 'too_large';
  const value = scaleByTen(digits, power);
  return sign === '-' ? negateDecimal(value) : value;
}

const refused = (reason: AmountRefusal): ParsedAmount => ({ kind: 'refused', reason });
const afterNumber = qualifiersAfter.map(
  ([word, qualifier]) =>
    [
      new RegExp(`(\\S)\\s*${word === '+' ? '\\+' : word}(?=[百千万萬亿億兆元円美日人]|\\s*$)`),
      qualifier,
    ] as const,
);

/** The words around a number taken off, with the first of them. */
function takeQualifiers(text: string): { readonly rest: string; readonly qualifier?: Qualifier } {
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

interface Written {
  readonly value: Decimal;
  readonly prefix: string;
  readonly unit: string;
}

/** One written amount, in the parts of 3億8598万円 too: the value before the last unit's words, and the words around it. */
function readWritten(text: string, decimal: 'point' | 'comma'): Written | AmountRefusal {
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
): Written | AmountRefusal {
  let total: Decimal = '0';
  let previous = Number.POSITIVE_INFINITY;
  let money = '1';
  for (const [i, number] of numbers.entries()) {
    const value = parseNumber(number[0].trim(), decimal);
    if (value === 'not_a_number' || value === 'ambiguous_separator' || value === 'too_large')
      return value;
    const words = text.slice(number.index + number[0].length, numbers[i + 1]?.index).trim();
    const last = i === numbers.length - 1;
    // 1亿2000: two thousand, or two thousand 万, as people say it? After 万 four digits are the rest of the number.
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
/** The unit of one part of 1兆2000億円: 兆 is 10^12 beside the yen that stands at the end. */
function unitIn(words: string, text: string): ReturnType<typeof parseUnit> {
  const unit = parseUnit(words);
  return unit === 'ambiguous' && words === '兆' && text.includes('円') ? { power: 12 } : unit;
}

type ReadWords = ReturnType<typeof parseUnit>;
const nameOf = (unit: ReadWords): Pick<AmountUnit, 'currency' | 'shared'> =>
  unit === undefined || unit === 'ambiguous' ? {} : unit;

/** The currency of one written amount: the words beside the number win over the column's. Undefined where they contradict one another or leave it open. */
function currencyOf(
  written: Written,
  [before, after]: readonly [ReadWords, ReadWords],
  column: Currency | undefined,
): Currency | undefined {
  const [prefix, suffix] = [nameOf(before), nameOf(after)];
  const said =
    prefix.currency ??
    (prefix.shared === undefined
      ? undefined
      : sharedCurrency(prefix.shared, suffix.currency ?? column));
  const yuan = yuanCurrency(written.unit, said ?? column);
  if (yuan !== undefined) return said ?? yuan;
  if (suffix.currency !== undefined)
    return said === undefined || said === suffix.currency ? suffix.currency : undefined;
  if (suffix.shared !== undefined)
    return sharedCurrency(
      suffix.shared,
      said ??
        column ??
        (suffix.shared === 'dollar' && written.unit.endsWith('ドル') ? 'USD' : undefined),
    );
  return written.prefix === '' || (prefix.currency === undefined && prefix.shared === undefined)
    ? column
    : said;
}
/** The money of one written amount. A unit after the number stands for itself; a currency before it leaves the column's multiple in force. */
function toMoney(written: Written, context: AmountContext): RoundedMoney | AmountRefusal {
  const column = context.unit === undefined ? undefined : parseUnit(context.unit);
  const before: ReadWords = written.prefix === '' ? { power: 0 } : parseUnit(written.prefix);
  const after = written.unit === '' ? undefined : parseUnit(written.unit);
  const currency = currencyOf(
    written,
    [before, after],
    unitCurrency(nameOf(column), context.currency),
  );
  if (before === undefined || (written.unit !== '' && after === undefined)) return 'unit_unknown';
  const yenTrillion = currency === 'JPY' && written.unit === '兆';
  if (
    (after === 'ambiguous' && !yenTrillion) ||
    before === 'ambiguous' ||
    (after === undefined && column === 'ambiguous')
  )
    return 'chinese_trillion';
  const chosen =
    after === 'ambiguous'
      ? { power: 12 }
      : (after ?? unitBefore(before, column === 'ambiguous' ? undefined : column));
  if (chosen === undefined) return 'unit_unknown';
  if (currency === undefined) return 'currency_unknown';
  const read = roundToMinor(scaleByTen(written.value, chosen.power), currency);
  return isStorable(read.money) ? read : 'too_large';
}
/** Of an amount without words after its number: a multiple before it, else the column's, else the currency before it alone. */
const unitBefore = (before: AmountUnit, column: AmountUnit | undefined): AmountUnit | undefined =>
  before.power > 0
    ? before
    : (column ??
      (before.currency === undefined && before.shared === undefined ? undefined : before));

/** No amount is longer, with all its words. */
const longestAmount = 1000;

/**
 * The amount that a cell or field writes, exact, with its words (约, 近, 超, 以上, about …), or why there is none.
 * The unit is the cell's, else the column's; never guessed. Accounting brackets and the Japanese △ mean minus.
 */
export function parseAmount(text: string, context: AmountContext = {}): ParsedAmount {
  const reason = missingReason(text);
  if (reason !== undefined) return { kind: 'missing', reason };
  const cell = plainCell(text);
  if (cell.length > longestAmount) return refused('not_a_number');
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
  const written = readWritten(rest, decimal);
  if (typeof written === 'string') return refused(written);
  const read = toMoney(
    negative === undefined ? written : { ...written, value: negateDecimal(written.value) },
    context,
  );
  if (typeof read === 'string') return refused(read);
  return {
    kind: 'money',
    money: read.money,
    ...words,
    ...compact({ rounded: read.difference === '0' ? undefined : read.difference }),
  };
}

const currencyIn = (words: string, column: Currency | undefined): Currency | undefined =>
  yuanCurrency(words, column) ?? unitCurrency(nameOf(parseUnit(words)), column);

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
  if (typeof left === 'string') return refused(left);
  if (typeof right === 'string') return refused(right);
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
  if (typeof low === 'string') return refused(low);
  if (typeof high === 'string') return refused(high);
  const [from, to] = [low.money, high.money];
  if (from.currency !== to.currency || from.minor > to.minor) return refused('range_reversed');
  return { kind: 'range', low: from, high: to, ...words };
}
