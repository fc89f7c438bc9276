import type { Expression, ExpressionBuilder, RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { selectAgreement, selectChannel, selectColumn } from '#server/db/fact-groups.ts';
import { groupColumnValues } from '#domain/projects/fields/own-column.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import type { ProjectVersionTable, Tables } from '#server/db/schema/tables.ts';
import { knownAt } from '#server/db/versions.ts';
import { containsPatterns, linePatterns } from '#server/core/text-folding/fold-text.ts';
import { type Candidates, findCandidates } from '#server/projects/search/narrow-search-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { type Access, versionsAt } from './project-view-store.ts';

/**
 * Filters of projects. Each is a comma-separated list or an array, whose values are alternatives.
 * An omitted or empty filter matches all projects.
 */
export interface ProjectFilters {
  readonly stage?: string | readonly string[];
  readonly status?: string | readonly string[];
  readonly industry?: string | readonly string[];
  readonly zone?: string | readonly string[];
  readonly country?: string | readonly string[];
  readonly prefecture?: string | readonly string[];
  readonly investor?: string | readonly string[];
  readonly owner?: string | readonly string[];
  readonly unit?: string | readonly string[];
  readonly channel?: string | readonly string[];
  /**
   * A kind of agreement. `framework_contract` is a contract that followed a framework agreement;
   * other kinds are named in the same way.
   */
  readonly agreement?: string | readonly string[];
  /** Texts of columns that are no field, each as `heading:text`. */
  readonly column?: string | readonly string[];
  /**
   * A text to search in code, name, investor and company, regardless of width, case, kana and
   * character variants. Pinyin and its initials match, too.
   */
  readonly q?: string;
}

/** The column of each filter. */
const filterColumns = {
  stage: 'stage',
  status: 'status',
  industry: 'industry',
  zone: 'zone',
  country: 'country',
  prefecture: 'prefecture',
  investor: 'investor',
  owner: 'fact_owner',
  unit: 'fact_unit',
} as const;
export type VersionExpressions = ExpressionBuilder<Tables & { v: ProjectVersionTable }, 'v'>;

/** Lists the values of a filter. An empty list matches all projects. */
export const listFilterValues = (
  filter: string | readonly string[] | undefined,
): readonly string[] =>
  (typeof filter === 'string' ? filter.split(',') : (filter ?? []))
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * Makes a condition that every version meets. A query that states it may read the index of search
 * texts; all others keep their plans.
 */
export const hasSearchText = (column: string) => sql<SqlBool>`length(${sql.ref(column)}) > 0`;

/**
 * Makes the rank of a version row `v` among the matches of a search: 0 if its name or code is the
 * text, 1 if another of its names is, 2 if one of them begins with the text, else 3.
 */
export function makeMatchRank(q: string): RawBuilder<number> {
  const { same, begins } = linePatterns(q);
  const lines = sql`${'\n'} || v.search_fold || ${'\n'}`;
  const text = q.toLowerCase();
  return sql<number>`case
    when ${lines} like ${same} escape '\\'
      then case when lower(v.code) = ${text} or lower(v.name) = ${text} then 0 else 1 end
    when ${lines} like ${begins} escape '\\' then 2 else 3 end`;
}

/** Whether a filter has a value. */
export const isFilled = (filter: string | readonly string[] | undefined): boolean =>
  listFilterValues(filter).length > 0;

/** Makes the conditions of filters on a version row `v`, as known at a revision. */
export function filterConditions(
  eb: VersionExpressions,
  filters: ProjectFilters,
  knownRevision: number | undefined,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  for (const [name, column] of Object.entries(filterColumns)) {
    const list = listFilterValues(filters[name as keyof typeof filterColumns]);
    if (list.length > 0) conditions.push(eb(sql.ref<string>(`v.${column}`), 'in', list));
  }
  const groups = {
    channel: selectChannel('v'),
    agreement: selectAgreement('v', knownAt(knownRevision)),
  };
  for (const [name, group] of Object.entries(groups)) {
    const list = listFilterValues(filters[name as keyof typeof groups]);
    if (list.length > 0) conditions.push(sql<SqlBool>`${group} in (${sql.join(list)})`);
  }
  for (const [heading, values] of groupColumnValues(listFilterValues(filters.column)))
    conditions.push(sql<SqlBool>`${selectColumn('v', heading)} in (${sql.join(values)})`);
  const q = filters.q?.trim();
  if (q)
    conditions.push(
      eb.or(
        containsPatterns(q).map(
          (pattern) => sql<SqlBool>`${eb.ref('v.search_fold')} like ${pattern} escape '\\'`,
        ),
      ),
    );
  return conditions;
}

type Matches = ProjectScope & ProjectFilters;
type Codes = Pick<Candidates, 'codes'>;

/** Whether a search reads all search texts from their index, which only SQLite has. */
const readsTexts = (reader: Reader, { q, only }: Matches, { codes }: Codes): boolean =>
  Boolean(q?.trim()) && only === undefined && codes === undefined && getEngine(reader) === 'sqlite';

/**
 * Selects the versions that match filters. A search reads the projects that it may find, or else the
 * index of search texts: a beginning of its range makes the engine choose it.
 */
export const selectMatches = (
  reader: Reader,
  query: Matches,
  candidates: Codes,
  access: Access = query.q?.trim() ? 'in_order' : 'all',
) =>
  versionsAt(reader, query, access)
    .where((eb) => eb.and(filterConditions(eb as never, query, query.knownRevision)))
    .$if(readsTexts(reader, query, candidates), (versions) =>
      versions.where(hasSearchText('v.search_fold')).where('v.search_fold', '>=', ''),
    )
    .$if(candidates.codes !== undefined, (versions) =>
      versions.where(sql<SqlBool>`v.code in ${candidates.codes}`),
    );

const turns = new WeakMap<Reader, Promise<unknown>>();
/**
 * Adds up the versions that match filters. Sums over a text that many projects may have take turns,
 * so that they leave a connection to the lists.
 */
export async function addMatches<T>(
  reader: Reader,
  query: Matches,
  add: (matches: ReturnType<typeof selectMatches>) => Promise<T>,
): Promise<T> {
  const candidates = await findCandidates(reader, query);
  const isNarrow = candidates.codes !== undefined || readsTexts(reader, query, candidates);
  const access = isNarrow ? 'in_order' : 'all';
  const work = () => add(selectMatches(reader, query, candidates, access));
  if (!candidates.areMany) return work();
  const turn = (turns.get(reader) ?? Promise.resolve()).then(work, work);
  turns.set(reader, turn);
  return turn;
}

/** Counts the projects that match filters. @returns their number on the day */
export async function countMatches(reader: Reader, query: Matches): Promise<number> {
  const row = await selectMatches(reader, query, await findCandidates(reader, query))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * Lists the first matches of a search in the order of codes. SQLite reads all search texts from
 * their index, which begin with the folded code.
 */
export async function listFirstMatches(
  reader: Reader,
  query: Matches,
  limit: number,
): Promise<readonly string[]> {
  const candidates = await findCandidates(reader, query);
  const rows = await selectMatches(reader, query, candidates)
    .select('v.code')
    .orderBy(readsTexts(reader, query, candidates) ? 'v.search_fold' : 'v.code')
    .limit(limit)
    .execute();
  return rows.map(({ code }) => code);
}
