import { expressionBuilder, sql, type SqlBool } from 'kysely';
import { compact } from '#domain/values/compact.ts';
import type { Project } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Currency } from '#domain/values/money.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import {
  listByAmount,
  readAmountOrder,
  type AmountOrder,
  type AmountPlace,
} from './amount-order-store.ts';
import { listBeginnings } from './find-project-store.ts';
import {
  countMatches,
  filterConditions,
  listFirstMatches,
  makeMatchRank,
  selectMatches,
  type ProjectFilters,
  type VersionExpressions,
} from './filter-store.ts';
import {
  BadListQuery,
  findShared,
  isAfter,
  listDescending,
  orderTerms,
  parseSort,
  readCursor,
  selectPlaces,
  sortApart,
  writeCursor,
  type CursorValue,
  type OrderTerm,
  type Place,
  type Places,
  type SortColumn,
} from './order-store.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { findCandidates } from '#server/projects/search/narrow-search-store.ts';
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
   * best of many matches. Omitted also for a text that many projects may have, unless they are on
   * this page: a count would compare all texts.
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
  const order =
    sort.key === 'total_investment'
      ? await readAmountOrder(reader, scope, query.currency, sort.descending)
      : undefined;
  const input = { terms, limit: limit + 1, after: cursor?.values, ...compact({ order }) };
  const { places, total } = await findPlaces(source, scope, input);
  const page = places.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    places.length > limit && last
      ? writeCursor({ knownRevision, sort: sortText, values: terms.map((t) => last[t.column]) })
      : null;
  return {
    items: await readItems(reader, scope, page),
    ...compact({ total }),
    nextCursor,
    ...compact({ unrated: order ? await listUnrated(reader, scope, order) : undefined }),
  };
}

/** Reads the projects at some places of a list. */
async function readItems(
  reader: Reader,
  scope: ProjectScope,
  places: readonly Pick<Place, 'code'>[],
): Promise<readonly Project[]> {
  const rows = await projectsAt(reader, {
    ...scope,
    only: places.map(({ code }) => code),
  }).execute();
  const projects = new Map(rows.map((row) => [row.code, toProject(row, scope.as_of)]));
  return places.flatMap(({ code }) => projects.get(code) ?? []);
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
  const first = await listFirstMatches(reader, scope, fewMatches);
  const isWhole = first.length < fewMatches;
  const matches = isWhole ? first : [...first, ...(await listBeginnings(reader, scope, q, limit))];
  const places = await versionsAt(reader, { ...scope, only: [...new Set(matches)] })
    .select('v.code')
    .orderBy(makeMatchRank(q))
    .orderBy('v.code')
    .limit(limit)
    .execute();
  const items = await readItems(reader, scope, places);
  return { items, nextCursor: null, ...compact({ total: isWhole ? first.length : undefined }) };
}

interface PageInput {
  readonly terms: readonly OrderTerm[];
  /** The order of amounts, in a sort by amount. */
  readonly order?: AmountOrder;
  readonly limit: number;
  readonly after: readonly CursorValue[] | undefined;
}

/**
 * Finds the places of a page. A search that many texts may match reads the projects in the order of
 * the list until the page is full. If they are rare there, or few in all, it finds the matches and
 * sorts them.
 */
async function findPlaces(
  source: Source,
  query: ListProjectsQuery,
  input: PageInput,
): Promise<{ readonly places: readonly Place[]; readonly total?: number }> {
  const reader = getReader(source);
  const { areMany, ...candidates } = await findCandidates(reader, query);
  const total = areMany ? undefined : (query.total ?? (await countProjects(source, query)));
  if (!query.q?.trim()) {
    const access = (total ?? 0) < fewMatches ? 'all' : 'in_order';
    const list = selectPlaces(selectMatches(reader, query, candidates, access));
    return { places: await listPlaces(reader, list, access, input), ...compact({ total }) };
  }
  const places =
    (areMany ? await walkPlaces(reader, query, input) : undefined) ??
    (await listPlaces(
      reader,
      sortApart(reader, selectPlaces(selectMatches(reader, query, candidates))),
      'all',
      input,
    ));
  const isWhole = input.after === undefined && places.length < input.limit;
  return { places, ...compact({ total: total ?? (isWhole ? places.length : undefined) }) };
}

/** The numbers of projects that a walk reads. Of a frequent text, the first part fills a page. */
const walkParts = [1000, 9000];

/**
 * Walks along the index of the order until a page is full.
 * @returns undefined if matches are rare among the first 10,000 projects
 */
async function walkPlaces(
  reader: Reader,
  query: ListProjectsQuery,
  input: PageInput,
): Promise<readonly Place[] | undefined> {
  const eb = expressionBuilder() as unknown as VersionExpressions;
  const isMatch = sql<SqlBool>`${eb.and(filterConditions(eb, query, query.knownRevision))}`;
  const list = selectPlaces(versionsAt(reader, query, 'in_order'), isMatch);
  const matches: Place[] = [];
  let { after } = input;
  for (const limit of walkParts) {
    const places = await listPlaces(reader, list, 'in_order', { ...input, limit, after });
    matches.push(...places.filter(({ is_match }) => is_match));
    const last = places.at(-1);
    if (matches.length >= input.limit || places.length < limit || last === undefined)
      return matches.slice(0, input.limit);
    after = input.terms.map(({ column }) => last[column]);
  }
  return undefined;
}

/** Lists the places of a page in its order. */
function listPlaces(
  reader: Reader,
  list: Places,
  access: Access,
  { terms, order, limit, after }: PageInput,
): Promise<Place[]> {
  if (order !== undefined) {
    const [total_investment_currency, total_investment_minor, code] = after ?? [];
    const place = after && { total_investment_currency, total_investment_minor, code };
    return listByAmount(reader, list, {
      access,
      order,
      limit,
      after: place as AmountPlace | undefined,
    });
  }
  const shared = access === 'in_order' ? findShared(terms) : undefined;
  if (shared !== undefined) return listDescending(list, shared, { limit, after });
  let places = list.limit(limit);
  if (after) places = places.where((eb) => isAfter(eb as never, terms, after));
  for (const { column, descending } of terms) {
    places = places.orderBy(`v.${column}`, (o) => {
      const direction = descending ? o.desc() : o.asc();
      return mayBeMissing.has(column) ? direction.nullsLast() : direction;
    });
  }
  return places.execute();
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

/** Counts the projects that match the filters. @returns a count of all pages together */
export const countProjects = (
  source: Source,
  { sort: _s, limit: _l, total: _t, cursor: _c, currency: _m, ...query }: ListProjectsQuery,
): Promise<number> => readSum(getReader(source), query, matchCount);

const matchCount = countSum('projects', countMatches, byVersion);
