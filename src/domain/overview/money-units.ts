import { classOfRank, quantileRanks } from '#domain/projects/amount-spread.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal, roundHalfUp, scaleByTen } from '#domain/values/decimal.ts';
import { countDecimals } from '#domain/values/digit-places.ts';
import { displayUnit, formatMoney, type FormatOptions } from '#domain/values/format.ts';
import { investmentFigures } from './headline-figures.ts';
import type { Language } from '#domain/values/language.ts';
import {
  fromWire,
  isCurrency,
  type Qualifier,
  toMajor,
  type WireMoney,
} from '#domain/values/money.ts';
import type { Overview } from './overview.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';

/**
 * The two display units of a currency on a page. Each is an amount in major units whose multiple
 * the other amounts take.
 */
export interface MoneyUnits {
  /** For sums: the largest sum. */
  readonly sum: string;
  /** For single projects: the median amount; the smallest sum where no single amount is shown. */
  readonly single: string;
}

const findSize = (value: string): number => Math.abs(Number(value));
const listMajors = (amounts: readonly WireMoney[], currency: string): readonly string[] =>
  amounts
    .filter((money) => money.currency === currency && !/^-?0*$/.test(money.minor))
    .map((money) => toMajor(fromWire(money)));

/** An amount that counts once for each of some projects. */
interface CountedAmount {
  readonly money: WireMoney;
  readonly count: number;
}
const countOnce = (money: WireMoney): CountedAmount => ({ money, count: 1 });

/** The median of amounts of one currency in major units; '0' without any. */
function findMiddle(amounts: readonly CountedAmount[], currency: string): string {
  const sizes = amounts
    .flatMap(({ money, count }) => listMajors([money], currency).map((major) => ({ major, count })))
    .toSorted((a, b) => findSize(a.major) - findSize(b.major));
  let rest = Math.floor(sizes.reduce((sum, { count }) => sum + count, 0) / 2);
  for (const { major, count } of sizes) {
    if (rest < count) return major;
    rest -= count;
  }
  return '0';
}

/**
 * The median of amounts of one currency in major units, so that most numbers of a column are short;
 * '0' without any.
 */
export const middleAmount = (amounts: readonly WireMoney[], currency: string): string =>
  findMiddle(amounts.map(countOnce), currency);

/** The largest of decimals by absolute value; '0' without any. */
export const largestValue = (values: readonly string[]): string =>
  values.reduce((most, value) => (findSize(value) > findSize(most) ? value : most), '0');

/** The largest amount of one currency in major units by absolute value; '0' without any. */
export const largestAmount = (amounts: readonly WireMoney[], currency: string): string =>
  largestValue(listMajors(amounts, currency));

const findSmallest = (values: readonly string[]): string =>
  values.reduce(
    (least, value) => (least === '0' || findSize(value) < findSize(least) ? value : least),
    '0',
  );

/**
 * Lists the single amounts of a stage in a currency. A stage with more projects than dots counts
 * its median once per project.
 */
function listAmounts({ dots, spread }: StageTotals, currency: string): readonly CountedAmount[] {
  if (spread?.currency !== currency)
    return dots.flatMap(({ money }) => (money?.currency === currency ? [countOnce(money)] : []));
  const [, half] = quantileRanks(spread.count);
  const minor = spread.quantiles?.middle ?? classOfRank(spread.classes, half)?.from ?? '0';
  return spread.count === 0 ? [] : [{ money: { minor, currency }, count: spread.count }];
}

type Source = Pick<Overview, 'strip' | 'headline' | 'established' | 'actions'>;

/** The display units of a page that shows the register of an overview. */
export function moneyUnits(
  { strip, headline, established, actions }: Source,
  currency: string,
): MoneyUnits {
  const figures = investmentFigures(headline).filter(({ unit }) => unit === currency);
  const sums = strip.groups.flatMap(({ amounts, rows }) => [
    ...amounts,
    ...rows.flatMap((row) => row.amounts),
  ]);
  const sum = [largestAmount(sums, currency), ...figures.map(({ value }) => value)].reduce(
    (most, value) => (findSize(value) > findSize(most) ? value : most),
  );
  // a shared view may list projects without drawing them
  const drawnAmounts = strip.groups.flatMap(({ rows }) =>
    rows.flatMap((row) => listAmounts(row, currency)),
  );
  const singles =
    drawnAmounts.length > 0
      ? drawnAmounts
      : [...established, ...(actions?.items ?? [])].flatMap(({ money }) =>
          money === undefined ? [] : [countOnce(money)],
        );
  const single = findMiddle(singles, currency);
  // a shared view may show only sums: the smaller ones take the second unit
  return {
    sum,
    single:
      single === '0'
        ? findSmallest([...listMajors(sums, currency), ...figures.map(({ value }) => value)])
        : single,
  };
}

/**
 * The two units of each currency of a page; undefined where none can be chosen and each amount
 * takes its own.
 */
export type PageUnits = (currency: string) => MoneyUnits | undefined;
/** Units by overview. An overview never changes, and a page needs its units for every amount. */
const chosenUnits = new WeakMap<Source, Map<string, MoneyUnits | undefined>>();
/** The display units of each currency on a page that shows the register of an overview. */
export function pageUnits(overview: Source): PageUnits {
  const units = chosenUnits.get(overview) ?? new Map<string, MoneyUnits | undefined>();
  chosenUnits.set(overview, units);
  return (currency) => {
    if (!units.has(currency)) units.set(currency, unitsOrNone(overview, currency));
    return units.get(currency);
  };
}
/** An unreadable part of a reply must not break the other parts of the page. */
function unitsOrNone(overview: Source, currency: string): MoneyUnits | undefined {
  try {
    return moneyUnits(overview, currency);
  } catch {
    return undefined;
  }
}

/**
 * Finds the unit of an amount: the unit of sums from one of it on, else the unit of single
 * projects.
 *
 * @param value - in major units
 * @returns the amount whose multiple it takes, for the option `like` of formatValue; the value
 *   itself where its own unit fits
 */
export function largestMoney(
  value: string,
  { sum, single }: MoneyUnits,
  currency: string,
  language: Language,
): string {
  const findPower = (like: string): number => displayUnit(currency, like, language).power;
  const size = value.startsWith('-') ? value.slice(1) : value;
  const like = compareDecimal(size, scaleByTen('1', findPower(sum))) >= 0 ? sum : single;
  return findPower(value) === findPower(like) ? value : like;
}

/**
 * The format option for the units of a page; empty for values that are no money, or without units.
 */
export function formatInUnits(
  value: string,
  unit: string,
  units: PageUnits | undefined,
  language: Language,
): Pick<FormatOptions, 'like'> {
  const own = isCurrency(unit) ? units?.(unit) : undefined;
  return own === undefined ? {} : { like: largestMoney(value, own, unit, language) };
}
/**
 * Writes an amount in the units of a page.
 * @throws RangeError if `minor` is no integer
 */
export const moneyText = (
  money: WireMoney,
  units: PageUnits | undefined,
  language: Language,
  options: FormatOptions = {},
): string =>
  formatMoney(money, language, {
    ...options,
    ...formatInUnits(toMajor(fromWire(money)), money.currency, units, language),
  }).text;

const mostDigits = 2;
/**
 * Finds the digits after the point that an amount has in the multiple of another; at most two. An
 * amount that would round to 0 has them all.
 *
 * @param like - in major units
 * @returns digits after the point
 */
export function findAmountDigits(money: WireMoney, like: string, language: Language): number {
  const { power } = displayUnit(money.currency, like, language);
  const value = scaleByTen(toMajor(fromWire(money)), -power);
  const rounded = roundHalfUp(value, mostDigits);
  const isTiny = compareDecimal(rounded, '0') === 0 && compareDecimal(value, '0') !== 0;
  return isTiny ? mostDigits : countDecimals(rounded);
}

/** Writes an amount of a list, with its qualifier if it has one. */
export type MoneyWriter = (money: WireMoney, qualifier?: Qualifier) => string;

/**
 * Makes the writer of the amounts of a list in the units of a page. Amounts in one multiple of one
 * currency have equal digits.
 *
 * @param list - the amounts that stand one below the other
 */
export function makeMoneyWriter(
  list: readonly WireMoney[],
  units: PageUnits | undefined,
  language: Language,
): MoneyWriter {
  const findLike = (money: WireMoney): string => {
    const value = toMajor(fromWire(money));
    const own = units?.(money.currency);
    return own === undefined ? value : largestMoney(value, own, money.currency, language);
  };
  const findMultiple = (money: WireMoney): string =>
    `${money.currency} ${displayUnit(money.currency, findLike(money), language).power}`;
  const digits = new Map(
    [...Map.groupBy(list, findMultiple)].map(([multiple, group]) => [
      multiple,
      Math.max(...group.map((money) => findAmountDigits(money, findLike(money), language))),
    ]),
  );
  return (money, qualifier) =>
    moneyText(
      money,
      units,
      language,
      compact({ qualifier, digits: digits.get(findMultiple(money)) }),
    );
}
