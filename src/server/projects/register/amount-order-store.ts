import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Currency } from '#domain/values/money.ts';
import type { Reader } from '#server/db/db.ts';
import {
  convertAmount,
  makeFactors,
  scaleAmount,
  type CurrencyFactors,
} from '#server/currencies/converted-amount-store.ts';
import { listExchangeRates } from '#server/currencies/store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { selectSortable } from './order-store.ts';
import type { Access } from './project-view-store.ts';

/**
 * The order of a list by amount, which is that of the board: converted amounts, then each currency
 * without a rate, then projects without an amount.
 */
export interface AmountOrder {
  readonly factors: CurrencyFactors;
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
  const factors: CurrencyFactors =
    main === undefined ? new Map() : makeFactors(rates, currencies, { currency: main, as_of });
  const unrated = currencies.filter((currency) => !factors.has(currency));
  return {
    factors,
    groups: [[...factors.keys()], ...unrated.map((currency) => [currency]), [null]],
    descending,
  };
}

const slack = 1e-9;
const mostMinor = 9e18;

/**
 * Makes the condition that a converted amount comes after the place. The whole-number limit lets
 * the index of amounts begin there; the comparison decides.
 */
function isConvertedAfter(
  { factors, descending }: AmountOrder,
  currency: Currency,
  place: AmountPlace,
): RawBuilder<SqlBool> {
  const [factor = 1, from = 1] = [
    factors.get(currency),
    factors.get(place.total_investment_currency ?? ''),
  ];
  const minor = place.total_investment_minor ?? 0n;
  const comparison = sql.raw(descending ? '<' : '>');
  const amount = scaleAmount(sql.ref('v.total_investment_minor'), factor);
  const limit = scaleAmount(sql`${minor}`, from);
  const equal = currency > (place.total_investment_currency ?? '') ? sql`=` : sql``;
  const near = (Number(minor) * from) / factor;
  const edge = near + (Math.abs(near) * slack + 1) * (descending ? 1 : -1);
  const begin =
    Math.abs(edge) < mostMinor
      ? sql`v.total_investment_minor ${comparison}= ${BigInt(Math.round(edge))} and`
      : sql``;
  return sql<SqlBool>`(${begin} ${amount} ${comparison}${equal} ${limit})`;
}

/** Makes the condition that a row of a currency comes after the place; none if all rows do. */
function isAfterPlace(
  order: AmountOrder,
  currency: Currency | null,
  place: AmountPlace | undefined,
): RawBuilder<SqlBool> {
  if (place === undefined) return sql<SqlBool>`1 = 1`;
  const groupOf = (one: Currency | null) => order.groups.findIndex((group) => group.includes(one));
  const [own, other] = [groupOf(currency), groupOf(place.total_investment_currency)];
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

type Listed = ReturnType<typeof selectSortable>;
interface AmountPage {
  readonly access: Access;
  readonly order: AmountOrder;
  readonly limit: number;
  readonly after: AmountPlace | undefined;
}

const selectOrdered = (list: Listed, { factors }: AmountOrder) =>
  list.select(convertAmount('v', factors, 'total_investment_').as('converted'));
type AmountRow = Awaited<ReturnType<ReturnType<typeof selectOrdered>['execute']>>[number];

/** Reads the rows of a page by one sort of all matches. */
function sortRows(list: Listed, { order, limit, after }: AmountPage): Promise<AmountRow[]> {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  return selectOrdered(list, order)
    .where(
      sql<SqlBool>`(${sql.join(
        order.groups
          .flat()
          .map((one) => sql`(${isOf(one)} and ${isAfterPlace(order, one, after)})`),
        sql` or `,
      )})`,
    )
    .orderBy(sql`${convertAmount('v', order.factors, 'total_investment_')} ${direction} nulls last`)
    .orderBy('v.total_investment_currency', (o) => o.asc().nullsLast())
    .orderBy(sql`v.total_investment_minor ${direction}`)
    .orderBy('v.code')
    .limit(limit)
    .execute();
}

/** Reads the first rows of one currency along the index of amounts. */
function walkRows(
  list: Listed,
  currency: Currency | null,
  { order, limit, after }: AmountPage,
): Promise<AmountRow[]> {
  return selectOrdered(list, order)
    .where(isOf(currency))
    .where(isAfterPlace(order, currency, after))
    .orderBy('v.total_investment_currency')
    .orderBy('v.total_investment_minor', currency !== null && order.descending ? 'desc' : 'asc')
    .orderBy('v.code')
    .limit(limit)
    .execute();
}

/** Merges rows of several currencies; those of one currency are in order. */
function mergeRows(lists: readonly AmountRow[][], { descending }: AmountOrder): AmountRow[] {
  const sign = descending ? -1 : 1;
  return lists
    .flat()
    .sort(
      (a, b) =>
        sign * ((a.converted ?? 0) - (b.converted ?? 0)) ||
        Number((a.total_investment_currency ?? '') > (b.total_investment_currency ?? '')) -
          Number((a.total_investment_currency ?? '') < (b.total_investment_currency ?? '')),
    );
}

/**
 * Reads the rows of a page in the order of amounts: few matches by a sort, many by a walk along the
 * index for each currency.
 */
export async function listByAmount(list: Listed, page: AmountPage): Promise<AmountRow[]> {
  if (page.access === 'all') return sortRows(list, page);
  const rows: AmountRow[] = [];
  for (const group of page.order.groups) {
    if (rows.length >= page.limit) break;
    const walks = await Promise.all(group.map((currency) => walkRows(list, currency, page)));
    rows.push(...mergeRows(walks, page.order));
  }
  return rows.slice(0, page.limit);
}
