import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { compact } from '#domain/values/compact.ts';
import type { Project } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Currency } from '#domain/values/money.ts';
import { getEngine, getReader, type Reader, type Source } from '#server/db/db.ts';
import {
  listByAmount,
  readAmountOrder,
  type AmountOrder,
  type AmountPlace,
} from './amount-order-store.ts';
import { listBeginnings } from './find-project-store.ts';
import {
  filterConditions,
  hasSearchText,
  makeMatchRank,
  type ProjectFilters,
} from './filter-store.ts';
import {
  BadListQuery,
  isAfter,
  orderTerms,
  parseSort,
  readCursor,
  selectSortable,
  writeCursor,
  type CursorValue,
  type OrderTerm,
  type SortColumn,
} from './order-store.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { narrowSearch } from '#server/projects/search/narrow-search-store.ts';
import { projectsAt, toProject, versionsAt, type Access } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { currentRevision } from '#server/db/revision-log.ts';

export interface ListProjectsQuery extends ProjectScope, ProjectFilters {
  /**
   * A sort key, with a minus for descending order. The default is `code`. `match` lists one page of
   * the best matches of a search: the same name or code, then names that begin with the text. With
   * 2,000 matches or more, only codes and names that begin with the text and the first matches in
   * the order of codes are ranked.
   */
  readonly sort?: string;
  /**
   * The currency in which a sort by amount compares amounts, at the rates of the day. Without it each
   * currency is apart.
   */
  readonly currency?: Currency | undefined;
  /** The number of rows of a page. The default is 50. */
  readonly limit?: number;
  /** The number of matches, if it is known. Otherwise it is counted. */
  readonly total?: number;
  /** The `nextCursor` of the previous page. It fixes the revision, so that pages are consistent. */
  readonly cursor?: string;
}
export interface ProjectPage {
  readonly items: readonly Project[];
  /**
   * The number of matching projects on all pages. Omitted before the first known day, and for the
   * best of many matches.
   */
  readonly total?: number;
  /** The first day with known projects. Present only for days before it, which have no list. */
  readonly first_known_day?: IsoDate;
  readonly nextCursor: string | null;
  /** The currencies without a rate in a sort by amount. Their projects come last. */
  readonly unrated?: readonly Currency[];
}

/** Columns that sort nulls last. */
const mayBeMissing: ReadonlySet<SortColumn> = new Set(['last_update', 'stage_rank']);
/**
 * The most matches for which sorting is faster than a walk along the index of the whole register.
 */
const fewMatches = 2000;

/**
 * Lists a page of projects that match filters. The order is total, so pages visit each project
 * once.
 * @throws BadListQuery for an unknown order or cursor
 */
export async function listProjects(source: Source, query: ListProjectsQuery): Promise<ProjectPage> {
  const reader = getReader(source);
  const sortText = query.sort ?? 'code';
  if (sortText === 'match') return listBestMatches(source, query);
  const sort = parseSort(sortText);
  if (!sort) throw new BadListQuery('sort');
  const terms = orderTerms(sort);
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, sortText, terms);
  const knownRevision = Math.min(
    cursor?.knownRevision ?? query.knownRevision ?? Number.MAX_SAFE_INTEGER,
    await currentRevision(source),
  );
  const limit = query.limit ?? 50;
  const scope = { ...query, knownRevision };
  const { total, only } = await findMatches(source, scope);
  const access = total < fewMatches ? 'all' : 'in_order';
  const order =
    sort.key === 'total_investment'
      ? await readAmountOrder(reader, scope, query.currency, sort.descending)
      : undefined;
  const input = { access, terms, limit: limit + 1, after: cursor?.values } as const;
  const matches = { ...scope, ...compact({ only }) };
  const rows = await (order === undefined
    ? pageRows(reader, matches, input)
    : amountRows(reader, matches, { ...input, order }));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    rows.length > limit && last
      ? writeCursor({ knownRevision, sort: sortText, values: terms.map((t) => last[t.column]) })
      : null;
  return {
    items: page.map((row) => toProject(row, query.as_of)),
    total,
    nextCursor,
    ...compact({ unrated: order ? await listUnrated(reader, scope, order) : undefined }),
  };
}

/**
 * Lists the best matches of a search. Of a text with many matches it ranks the first ones in the
 * order of codes, and the codes and names that begin with the text.
 * @throws BadListQuery without a text to search, or with a cursor
 */
async function listBestMatches(source: Source, query: ListProjectsQuery): Promise<ProjectPage> {
  const q = query.q?.trim();
  if (!q) throw new BadListQuery('sort');
  if (query.cursor !== undefined) throw new BadListQuery('cursor');
  const reader = getReader(source);
  const revision = await currentRevision(source);
  const scope = { ...query, knownRevision: Math.min(query.knownRevision ?? revision, revision) };
  const limit = query.limit ?? 50;
  const first = await listFirstMatches(reader, scope);
  const isWhole = first.length < fewMatches;
  const matches = isWhole ? first : [...first, ...(await listBeginnings(reader, scope, q, limit))];
  const codes = await versionsAt(reader, { ...scope, only: [...new Set(matches)] })
    .select('v.code')
    .orderBy(makeMatchRank(q))
    .orderBy('v.code')
    .limit(limit)
    .execute();
  const only = codes.map(({ code }) => code);
  const rows = await projectsAt(reader, { ...scope, only }).execute();
  const projects = new Map(rows.map((row) => [row.code, toProject(row, query.as_of)]));
  const items = only.flatMap((code) => projects.get(code) ?? []);
  return { items, nextCursor: null, ...compact({ total: isWhole ? first.length : undefined }) };
}

interface PageInput {
  readonly access: Access;
  readonly terms: readonly OrderTerm[];
  readonly limit: number;
  readonly after: readonly CursorValue[] | undefined;
}

function amountRows(
  reader: Reader,
  query: ListProjectsQuery,
  { access, limit, after, order }: PageInput & { readonly order: AmountOrder },
) {
  const [total_investment_currency, total_investment_minor, code] = after ?? [];
  const place = after && { total_investment_currency, total_investment_minor, code };
  return listByAmount(reader, selectSortable(reader, query, access), {
    access,
    order,
    limit,
    after: place as AmountPlace | undefined,
  });
}

function pageRows(
  reader: Reader,
  query: ListProjectsQuery,
  { access, terms, limit, after }: PageInput,
) {
  let rows = selectSortable(reader, query, access).limit(limit);
  if (after) rows = rows.where((eb) => isAfter(eb as never, terms, after));
  for (const { column, descending } of terms) {
    rows = rows.orderBy(`v.${column}`, (o) => {
      const direction = descending ? o.desc() : o.asc();
      return mayBeMissing.has(column) ? direction.nullsLast() : direction;
    });
  }
  return rows.execute();
}

/** Lists the currencies without a rate in which a matching project states its amount. */
async function listUnrated(
  reader: Reader,
  query: ListProjectsQuery,
  { factors, groups }: AmountOrder,
): Promise<readonly Currency[]> {
  const candidates = groups.flat().filter((one) => one !== null && !factors.has(one));
  const firstOf = await Promise.all(
    candidates.map((currency) =>
      versionsAt(reader, query)
        .select('v.code')
        .where('v.total_investment_currency', '=', currency)
        .where((eb) => eb.and(filterConditions(eb as never, query, query.knownRevision)))
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  return candidates.flatMap((one, at) => (one === null || firstOf[at] === undefined ? [] : [one]));
}

/**
 * Counts the matches of a list. A search with few of them also finds their codes, so that it reads
 * the search texts once.
 */
async function findMatches(
  source: Source,
  query: ListProjectsQuery,
): Promise<{ readonly total: number; readonly only?: readonly string[] }> {
  if (query.total !== undefined) return { total: query.total };
  if (!query.q?.trim()) return { total: await countProjects(source, query) };
  const reader = getReader(source);
  const only = await listFirstMatches(reader, query);
  return only.length < fewMatches
    ? { total: only.length, only }
    : { total: await countProjects(source, query) };
}

/**
 * Lists the first matches of a search in the order of codes, at most `fewMatches`. SQLite reads all
 * search texts from their index, which begin with the folded code.
 */
async function listFirstMatches(
  reader: Reader,
  query: ProjectScope & ProjectFilters,
): Promise<readonly string[]> {
  const codes = await narrowSearch(reader, query);
  const readsTexts = codes === undefined && getEngine(reader) === 'sqlite';
  const rows = await matchingVersions(reader, query, codes)
    .select('v.code')
    .orderBy(readsTexts ? 'v.search_fold' : 'v.code')
    .limit(fewMatches)
    .execute();
  return rows.map(({ code }) => code);
}

/**
 * Selects the versions that match. A search reads the projects that it may find, or else the index
 * of its texts, but not that of the day.
 */
function matchingVersions(
  reader: Reader,
  query: ProjectScope & ProjectFilters,
  codes: RawBuilder<string> | undefined,
) {
  const isSearch = Boolean(query.q?.trim());
  return versionsAt(reader, query, isSearch ? 'in_order' : 'all')
    .where((eb) => eb.and(filterConditions(eb as never, query, query.knownRevision)))
    .$if(isSearch && codes === undefined, (versions) =>
      versions.where(hasSearchText('v.search_fold')),
    )
    .$if(codes !== undefined, (versions) => versions.where(sql<SqlBool>`v.code in ${codes}`));
}

/** Counts the projects that match the filters. @returns a count of all pages together */
export const countProjects = (
  source: Source,
  { sort: _s, limit: _l, total: _t, cursor: _c, currency: _m, ...query }: ListProjectsQuery,
): Promise<number> => readSum(getReader(source), query, matchCount);

const countMatches = async (
  reader: Reader,
  query: ProjectScope & ProjectFilters,
): Promise<number> => {
  const row = await matchingVersions(reader, query, await narrowSearch(reader, query))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};
const matchCount = countSum('projects', countMatches, byVersion);
