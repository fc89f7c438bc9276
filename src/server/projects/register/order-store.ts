import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import type { VersionExpressions } from './filter-store.ts';
import type { versionsAt } from './project-view-store.ts';

/** The sort keys of a list. A minus reverses the order. Missing values always come last. */
export const sortKeys = [
  'code',
  'name',
  'total_investment',
  'last_update',
  'stage',
  'status',
] as const;
export type SortKey = (typeof sortKeys)[number];
export interface ProjectSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** The columns of each key, which a cursor holds. The order of amounts is in `amount-order-store.ts`. */
export const sortColumns = {
  code: [],
  name: ['name'],
  total_investment: ['total_investment_currency', 'total_investment_minor'],
  last_update: ['last_update'],
  stage: ['stage_rank'],
  status: ['status_rank'],
} as const satisfies Record<SortKey, readonly string[]>;
export type SortColumn = (typeof sortColumns)[SortKey][number] | 'code';
export interface OrderTerm {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Parses a sort key such as `-name`. @returns undefined for an unknown key */
export function parseSort(text: string): ProjectSort | undefined {
  const descending = text.startsWith('-');
  const key = sortKeys.find((k) => k === (descending ? text.slice(1) : text));
  return key && { key, descending };
}

/** Lists all terms of the order. The last one is the unique code. */
export const orderTerms = ({ key, descending }: ProjectSort): OrderTerm[] => [
  ...sortColumns[key].map((column) => ({ column, descending })),
  { column: 'code', descending: key === 'code' && descending },
];

/**
 * Selects the places of versions in every order, with whether they match. A list reads the other
 * columns of the projects on its page alone.
 */
export const selectPlaces = (
  versions: ReturnType<typeof versionsAt>,
  isMatch: RawBuilder<SqlBool> = sql`1 = 1`,
) =>
  versions.select([
    'v.code',
    'v.name',
    'v.total_investment_minor',
    'v.total_investment_currency',
    'v.last_update',
    'v.stage_rank',
    'v.status_rank',
    sql<boolean>`case when ${isMatch} then 1 else 0 end`.as('is_match'),
  ]);
export type Places = ReturnType<typeof selectPlaces>;
export type Place = Awaited<ReturnType<Places['execute']>>[number];

export type CursorValue = string | number | bigint | null;

/**
 * Sorts places apart from how they are found. An engine might walk along the index of the order
 * otherwise, and read the whole register for a rare match.
 */
export const sortApart = (reader: Reader, places: Places): Places =>
  reader
    .with(
      (table) => table('places').materialized(),
      () => places,
    )
    .selectFrom('places as v')
    .selectAll('v') as unknown as Places;

/** Columns of few values: an order of them, the highest first, has many equal values. */
const sharedColumns = ['last_update', 'stage_rank', 'status_rank'] as const;
type SharedColumn = (typeof sharedColumns)[number];

/**
 * Finds the column of an order in which many projects share a value, the highest first.
 * @returns undefined for other orders
 */
export const findShared = ([term]: readonly OrderTerm[]): SharedColumn | undefined =>
  term?.descending === true ? sharedColumns.find((column) => column === term.column) : undefined;

/**
 * Lists the places of a page in the order of a column, the highest first, and of codes. An index,
 * read backwards, has equal values in falling order of codes. So this lists what comes before the last
 * value of the page, and then the projects with that value.
 */
export async function listDescending(
  list: Places,
  column: SharedColumn,
  { limit, after }: { readonly limit: number; readonly after: readonly CursorValue[] | undefined },
): Promise<Place[]> {
  const withValue = (value: CursorValue) =>
    list.where(`v.${column}`, value === null ? 'is' : '=', value as never).orderBy('v.code');
  const [value = null, code] = after ?? [];
  const places =
    code === undefined
      ? []
      : await withValue(value)
          .where('v.code', '>', code as string)
          .limit(limit)
          .execute();
  if (places.length === limit || (after !== undefined && value === null)) return places;
  const below = list
    .where(`v.${column}`, 'is not', null)
    .$if(value !== null, (rows) => rows.where(`v.${column}`, '<', value as never))
    .orderBy(`v.${column}`, 'desc');
  const end = await below
    .limit(1)
    .offset(limit - places.length - 1)
    .executeTakeFirst();
  const last = end?.[column] ?? null;
  places.push(
    ...(await below
      .$if(last !== null, (rows) => rows.where(`v.${column}`, '>', last as never))
      .orderBy('v.code')
      .execute()),
  );
  return [
    ...places,
    ...(await withValue(last)
      .limit(limit - places.length)
      .execute()),
  ];
}

/**
 * Makes the condition for rows after the given one: later in the first term that differs. Null is
 * after every value.
 */
export function isAfter(
  eb: VersionExpressions,
  terms: readonly OrderTerm[],
  values: readonly CursorValue[],
): Expression<SqlBool> {
  const [term, ...rest] = terms;
  const value = values[0];
  if (!term || value === undefined) return eb.lit(false);
  const column = eb.ref(`v.${term.column}`);
  const deeper = () => isAfter(eb, rest, values.slice(1));
  if (value === null) return eb.and([eb(column, 'is', null), deeper()]);
  const past = eb(column, term.descending ? '<' : '>', value);
  const same = rest.length > 0 ? [eb.and([eb(column, '=', value), deeper()])] : [];
  return eb.or([past, ...(term.column === 'code' ? [] : [eb(column, 'is', null)]), ...same]);
}

/** Thrown for an invalid cursor or sort key of a request. */
export class BadListQuery extends Error {
  readonly parameter: 'sort' | 'cursor';
  constructor(parameter: 'sort' | 'cursor') {
    super(`${parameter} is not one that this list gives out`);
    this.name = 'BadListQuery';
    this.parameter = parameter;
  }
}

/** The place of a page in a list. It fixes the revision, so that pages are consistent. */
export interface Cursor {
  readonly knownRevision: number;
  readonly sort: string;
  readonly values: readonly CursorValue[];
}
const amountColumn: SortColumn = 'total_investment_minor';

/**
 * Writes a cursor as base64url of UTF-8 JSON, which clients must not interpret. Amounts are texts,
 * since they may exceed the range of numbers.
 */
export function writeCursor({ knownRevision, sort, values }: Cursor): string {
  const bytes = new TextEncoder().encode(
    JSON.stringify([
      knownRevision,
      sort,
      ...values.map((v) => (typeof v === 'bigint' ? String(v) : v)),
    ]),
  );
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Reads a cursor of a list with this order. @throws BadListQuery if it is of no such list */
export function readCursor(
  text: string,
  expectedSort: string,
  terms: readonly OrderTerm[],
): Cursor {
  const [knownRevision, sort, ...values] = decode(text);
  if (
    !Number.isSafeInteger(knownRevision) ||
    sort !== expectedSort ||
    values.length !== terms.length
  )
    throw new BadListQuery('cursor');
  const read = terms.map(({ column }, i) => {
    const value: unknown = values[i];
    if (value === null && column !== 'code') return null;
    if (column === amountColumn && typeof value === 'string' && /^-?\d{1,19}$/.test(value))
      return BigInt(value);
    const isRank = column === 'stage_rank' || column === 'status_rank';
    if (isRank ? Number.isSafeInteger(value) : typeof value === 'string' && column !== amountColumn)
      return value as CursorValue;
    throw new BadListQuery('cursor');
  });
  return { knownRevision: knownRevision as number, sort, values: read };
}

function decode(text: string): unknown[] {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(value)) return value;
  } catch {
    // falls through, since an unreadable text is no cursor of this list
  }
  throw new BadListQuery('cursor');
}
