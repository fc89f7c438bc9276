import { type JoinBuilder, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { open, type Tables } from '#server/db/schema/tables.ts';

/** Returns the revision columns of a row that a revision adds. */
export const addedBy = (revision: number) => ({
  revision_from: revision,
  revision_to: open,
  made_by: revision,
});

/**
 * Returns the revision to read at. Without one, the current state is read.
 * @returns a number above all revisions, if none is given
 */
export const knownAt = (revision: number | undefined): number => revision ?? open - 1;

/**
 * Wraps `revision_from` so that the engine does not use its index. The versions of one code are
 * found by their end, since few end after a recent revision.
 */
export const begin = (column: string) => sql<number>`+${sql.ref(column)}`;

type VersionTables = { readonly v: Tables['project_version']; readonly f: Tables['project_facts'] };
/** Joins a version `v` with its facts `f`. */
export const joinFacts = (join: JoinBuilder<Tables & VersionTables, 'v' | 'f'>) =>
  join
    .onRef('f.origin', '=', 'v.origin')
    .onRef('f.code', '=', 'v.code')
    .onRef('f.revision', '=', 'v.facts_revision')
    .onRef('f.facts_from', '=', 'v.facts_from');

/**
 * Makes the condition that a row belongs to a register, or to some projects of it. SQLite finds pairs
 * by an index of origins and codes only. Beside an origin and a list of fifty codes it would rather
 * read the whole register, of which its statistics know a sample.
 *
 * @param prefix - the alias of the table with a dot, if the query has several tables
 */
export function isOfRegister(
  origin: Origin,
  only: readonly string[] | undefined,
  prefix: '' | `${string}.` = '',
): RawBuilder<SqlBool> {
  const [originColumn, code] = [sql.ref(`${prefix}origin`), sql.ref(`${prefix}code`)];
  if (only === undefined) return sql`${originColumn} = ${origin}`;
  const pairs = only.map((one) => sql`(${sql.lit(origin)}, ${one})`);
  return sql`(${originColumn}, ${code}) in (${
    pairs.length === 0 ? sql`select null, null where 1 = 0` : sql`values ${sql.join(pairs)}`
  })`;
}

/** The projects that a scope reads. */
interface ScopeProjects {
  readonly origin: Origin;
  readonly without?: readonly string[] | undefined;
  readonly only?: readonly string[] | undefined;
}
/** Makes the condition that a row belongs to a project that a scope reads. */
export const isInScope = (
  { origin, without = [], only }: ScopeProjects,
  prefix: '' | `${string}.` = '',
): RawBuilder<SqlBool> =>
  without.length === 0
    ? isOfRegister(origin, only, prefix)
    : sql`${isOfRegister(origin, only, prefix)}
      and ${sql.ref(`${prefix}code`)} not in (${sql.join([...without])})`;

/** Splits a list into batches, so that no statement binds more values than an engine accepts. */
export function* batches<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
