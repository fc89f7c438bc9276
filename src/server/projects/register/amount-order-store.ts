import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Fraction } from '#domain/changes/exchange-rate.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Reader } from '#server/db/db.ts';
import { findFactors } from '#server/currencies/converted-amount-store.ts';
import { listExchangeRates } from '#server/currencies/store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { Place, Places } from './order-store.ts';
import type { Access } from './project-view-store.ts';

/**
 * The order of a list by amount, which is that of the board: converted amounts, then each currency
 * without a rate, then projects without an amount.
 */
export interface AmountOrder {
  /** The exact factors from minor units of a currency to those of the zone's currency. */
  readonly factors: ReadonlyMap<Currency, Fraction>;
  /** Currencies in this order. Those of one group are compared with each other. Null has no amount. */
  readonly groups: readonly (readonly (Currency | null)[])[];
  readonly descending: boolean;
}

/** The place of a row in the order. */
export interface AmountPlace {
  readonly total_investment_currency: Currency | null;
  readonly total_investment_minor: bigint | null;
  readonly code: string;
}

/**
 * Lists the currencies of planned investment in a register at any time, by one search of the index
 * for each.
 */
async function listCurrencies(reader: Reader, origin: string): Promise<readonly Currency[]> {
  const next = (after: RawBuilder<SqlBool>) =>
    sql`select min(p.total_investment_currency) from project_version as p where p.origin = ${origin} and ${after}`;
  const { rows } = await sql<{ readonly currency: Currency }>`with recursive c (currency) as (
      ${next(sql`true`)} union all
      select (${next(sql`p.total_investment_currency > c.currency`)}) from c where c.currency is not null)
    select currency from c where currency is not null`.execute(reader);
  return rows.map(({ currency }) => currency);
}

/**
 * Reads the order of amounts on a day.
 * @param main - the currency in which amounts are compared; without it, none is converted
 */
export async function readAmountOrder(
  reader: Reader,
  { origin, as_of, knownRevision }: ProjectScope,
  main: Currency | undefined,
  descending: boolean,
): Promise<AmountOrder> {
  const currencies = await listCurrencies(reader, origin);
  const rates =
    main === undefined || currencies.every((currency) => currency === main)
      ? []
      : await listExchangeRates(reader, knownRevision);
  const factors =
    main === undefined
      ? new Map<Currency, Fraction>()
      : findFactors(rates, currencies, { currency: main, as_of });
  return makeAmountOrder(factors, currencies, descending);
}

/**
 * Makes the order of the amounts of some currencies.
 * @param currencies - in alphabetical order
 */
export function makeAmountOrder(
  factors: AmountOrder['factors'],
  currencies: readonly Currency[],
  descending: boolean,
): AmountOrder {
  const unrated = currencies.filter((currency) => !factors.has(currency));
  return {
    factors,
    groups: [[...factors.keys()], ...unrated.map((currency) => [currency]), [null]],
    descending,
  };
}

const one: Fraction = { numerator: 1n, denominator: 1n };
/** The largest whole number that a column of amounts holds. */
const mostMinor = 2n ** 63n - 1n;

const divideDown = (numerator: bigint, denominator: bigint): bigint =>
  numerator / denominator - (numerator % denominator < 0n ? 1n : 0n);

/**
 * Makes the condition that a converted amount comes after the place. The amounts of a currency are
 * whole, so an exact limit in its own minor units decides, and its index begins there.
 */
function isConvertedAfter(
  { factors, descending }: AmountOrder,
  currency: Currency,
  { total_investment_currency, total_investment_minor }: AmountPlace,
): RawBuilder<SqlBool> {
  const from = factors.get(total_investment_currency ?? '') ?? one;
  const to = factors.get(currency) ?? one;
  const above = (total_investment_minor ?? 0n) * from.numerator * to.denominator;
  const below = from.denominator * to.numerator;
  const isEqualAfter = currency > (total_investment_currency ?? '');
  const [down, up] = [divideDown(above, below), -divideDown(-above, below)];
  const last = isEqualAfter ? down : up - 1n;
  const first = isEqualAfter ? up : down + 1n;
  const limit = descending ? last : first;
  if (limit > mostMinor || limit < -mostMinor)
    return limit > 0n === descending ? sql<SqlBool>`1 = 1` : sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`v.total_investment_minor ${sql.raw(descending ? '<=' : '>=')} ${limit}`;
}

const findGroup = ({ groups }: AmountOrder, currency: Currency | null): number =>
  groups.findIndex((group) => group.includes(currency));

/** Makes the condition that a row of a currency comes after the place; none if all rows do. */
function isAfterPlace(
  order: AmountOrder,
  currency: Currency | null,
  place: AmountPlace | undefined,
): RawBuilder<SqlBool> {
  if (place === undefined) return sql<SqlBool>`1 = 1`;
  const [own, other] = [
    findGroup(order, currency),
    findGroup(order, place.total_investment_currency),
  ];
  if (own !== other) return own > other ? sql<SqlBool>`1 = 1` : sql<SqlBool>`1 = 0`;
  if (currency === null) return sql<SqlBool>`v.code > ${place.code}`;
  if (currency !== place.total_investment_currency) return isConvertedAfter(order, currency, place);
  const minor = place.total_investment_minor ?? 0n;
  const past = sql.raw(order.descending ? '<' : '>');
  return sql<SqlBool>`(v.total_investment_minor ${past}= ${minor} and
    (v.total_investment_minor ${past} ${minor} or v.code > ${place.code}))`;
}

const isOf = (currency: Currency | null): RawBuilder<SqlBool> =>
  currency === null
    ? sql`v.total_investment_currency is null`
    : sql`v.total_investment_currency = ${currency}`;

interface AmountPage {
  readonly access: Access;
  readonly order: AmountOrder;
  readonly limit: number;
  readonly after: AmountPlace | undefined;
}

/** Reads the places of a page in one pass over all matches. */
async function readFirstPlaces(
  reader: Reader,
  list: Places,
  { order, limit, after }: AmountPage,
): Promise<Place[]> {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const conditions = order.groups
    .flat()
    .map((currency) => sql`(${isOf(currency)} and ${isAfterPlace(order, currency, after)})`);
  const places = list.where(sql<SqlBool>`(${sql.join(conditions, sql` or `)})`).select(
    sql<number>`row_number() over (partition by v.total_investment_currency
        order by v.total_investment_minor ${direction}, v.code)`.as('place'),
  );
  const firstPlaces = await reader
    .selectFrom(places.as('p'))
    .selectAll()
    .where('p.place', '<=', limit)
    .orderBy('p.place')
    .execute();
  return mergeRows(firstPlaces, order).slice(0, limit);
}

/** Reads the first places of one currency along the index of amounts. */
function walkPlaces(
  list: Places,
  currency: Currency | null,
  { order, limit, after }: AmountPage,
): Promise<Place[]> {
  return list
    .where(isOf(currency))
    .where(isAfterPlace(order, currency, after))
    .orderBy('v.total_investment_currency')
    .orderBy('v.total_investment_minor', currency !== null && order.descending ? 'desc' : 'asc')
    .orderBy('v.code')
    .limit(limit)
    .execute();
}

/** Compares rows of two currencies of one group by their exact converted amounts. */
function compareAmounts({ factors }: AmountOrder, a: AmountPlace, b: AmountPlace): number {
  const [ofA, ofB] = [a, b].map((row) => factors.get(row.total_investment_currency ?? '') ?? one);
  const scale = (row: AmountPlace, by = one, other = one) =>
    (row.total_investment_minor ?? 0n) * by.numerator * other.denominator;
  const difference = scale(a, ofA, ofB) - scale(b, ofB, ofA);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Merges rows of several currencies; those of one currency are in order. */
export function mergeRows<Row extends AmountPlace>(
  rows: readonly Row[],
  order: AmountOrder,
): Row[] {
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [ofA, ofB] = [a.total_investment_currency ?? '', b.total_investment_currency ?? ''];
    return (
      findGroup(order, a.total_investment_currency) -
        findGroup(order, b.total_investment_currency) ||
      sign * compareAmounts(order, a, b) ||
      Number(ofA > ofB) - Number(ofA < ofB)
    );
  });
}

/**
 * Reads the places of a page in the order of amounts: few matches in one pass, many by a walk along
 * the index for each currency.
 */
export async function listByAmount(
  reader: Reader,
  list: Places,
  page: AmountPage,
): Promise<Place[]> {
  const { access, order, limit } = page;
  if (access === 'all') return readFirstPlaces(reader, list, page);
  const places: Place[] = [];
  for (const group of order.groups) {
    if (places.length >= limit) break;
    const walks = await Promise.all(group.map((currency) => walkPlaces(list, currency, page)));
    places.push(...mergeRows(walks.flat(), order));
  }
  return places.slice(0, limit);
}
