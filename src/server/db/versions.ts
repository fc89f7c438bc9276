import { type JoinBuilder, sql } from 'kysely';
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

/** Splits a list into batches, so that no statement binds more values than an engine accepts. */
export function* batches<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
