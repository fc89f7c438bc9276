import { classOfRank, quantileRanks } from '#domain/projects/amount-spread.ts';
import { compareDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { displayUnit, formatMoney, type FormatOptions } from '#domain/values/format.ts';
import { investmentFigures } from './headline.ts';
import type { Language } from '#domain/values/language.ts';
import { fromWire, isCurrency, toMajor, type WireMoney } from '#domain/values/money.ts';
import type { Overview } from './overview.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';

/** The two units in which a page writes the amounts of a currency, each as an amount in major units whose multiple all others take. */
export interface MoneyUnits {
  /** Of sums: the largest one. */
  readonly sum: string;
  /** Of single projects: the middle one; the smallest sum where no single amount is shown. */
  readonly single: string;
}

const sizeOf = (value: string): number => Math.abs(Number(value));
const majorsOf = (amounts: readonly WireMoney[], currency: string): readonly string[] =>
  amounts
    .filter((money) => money.currency === currency && !/^-?0*$/.test(money.minor))
    .map((money) => toMajor(fromWire(money)));

/** The middle one of some amounts of a currency in major units, so that most of a column's numbers are short; '0' without any. */
export function middleAmount(amounts: readonly WireMoney[], currency: string): string {
  const sorted = majorsOf(amounts, currency).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return sorted[Math.floor(sorted.length / 2)] ?? '0';
}

/** The largest one of some amounts of a currency in major units, by its size alone; '0' without any. */
export const largestAmount = (amounts: readonly WireMoney[], currency: string): string =>
  majorsOf(amounts, currency).reduce(
    (most, value) => (sizeOf(value) > sizeOf(most) ? value : most),
    '0',
  );

const smallestOf = (values: readonly string[]): string =>
  values.reduce(
    (least, value) => (least === '0' || sizeOf(value) < sizeOf(least) ? value : least),
    '0',
  );

/** Single amounts of a stage in a currency; of one with more projects than are drawn, its middle one as often as there are projects. */
function amountsOf({ dots, spread }: StageTotals, currency: string): readonly WireMoney[] {
  if (spread?.currency !== currency)
    return dots.flatMap(({ money }) => (money?.currency === currency ? [money] : []));
  const [, half] = quantileRanks(spread.count);
  const minor = spread.quantiles?.middle ?? classOfRank(spread.classes, half)?.from ?? '0';
  return Array.from({ length: spread.count }, () => ({ minor, currency }));
}

type Source = Pick<Overview, 'strip' | 'headline' | 'established' | 'actions'>;

/** The units of a page that shows the register of an overview. */
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
    (most, value) => (sizeOf(value) > sizeOf(most) ? value : most),
  );
  // a shared view may list projects without drawing them
  const drawn = strip.groups.flatMap(({ rows }) => rows.flatMap((row) => amountsOf(row, currency)));
  const singles =
    drawn.length > 0
      ? drawn
      : [...established, ...(actions?.items ?? [])].flatMap(({ money }) => money ?? []);
  const single = middleAmount(singles, currency);
  // a shared view may show sums alone: the smaller ones take the second unit
  return {
    sum,
    single:
      single === '0'
        ? smallestOf([...majorsOf(sums, currency), ...figures.map(({ value }) => value)])
        : single,
  };
}

/** The two units of each currency of a page; undefined where they can't be chosen: then each amount has its own. */
export type PageUnits = (currency: string) => MoneyUnits | undefined;
/** Units by overview, whose parts never change: a page asks for them at every amount. */
const chosen = new WeakMap<Source, Map<string, MoneyUnits | undefined>>();
/** The units of a page that shows the register of an overview, for each currency. */
export function pageUnits(overview: Source): PageUnits {
  const units = chosen.get(overview) ?? new Map<string, MoneyUnits | undefined>();
  chosen.set(overview, units);
  return (currency) => {
    if (!units.has(currency)) units.set(currency, unitsOrNone(overview, currency));
    return units.get(currency);
  };
}
/** A part of an answer that can't be read must not take the others of its page with it. */
function unitsOrNone(overview: Source, currency: string): MoneyUnits | undefined {
  try {
    return moneyUnits(overview, currency);
  } catch {
    return undefined;
  }
}

/**
 * Which of the two units suits an amount: that of sums from one of it on, else that of single projects.
 *
 * @param value - in major units
 * @returns the amount whose multiple it takes, as the option `like` of formatValue: itself where its own unit is the one
 */
export function largestMoney(
  value: string,
  { sum, single }: MoneyUnits,
  currency: string,
  language: Language,
): string {
  const powerOf = (like: string): number => displayUnit(currency, like, language).power;
  const size = value.startsWith('-') ? value.slice(1) : value;
  const like = compareDecimal(size, scaleByTen('1', powerOf(sum))) >= 0 ? sum : single;
  return powerOf(value) === powerOf(like) ? value : like;
}

/** The option that writes a value in the units of a page; none for what is no money, or without units. */
export function formatInUnits(
  value: string,
  unit: string,
  units: PageUnits | undefined,
  language: Language,
): Pick<FormatOptions, 'like'> {
  const own = isCurrency(unit) ? units?.(unit) : undefined;
  return own === undefined ? {} : { like: largestMoney(value, own, unit, language) };
}
/** An amount in the units of a page. */
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
