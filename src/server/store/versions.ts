import { sql } from 'kysely';
import { open } from '#server/db/tables.ts';

/** Columns of a row that a revision adds. */
export const addedBy = (revision: number) => ({ revision_from: revision, revision_to: open, made_by: revision });

/** What was known: at a revision, or now when absent. */
export const knownAt = (known: number | undefined): number => known ?? open - 1;

/**
 * The revision that a row is known from, worded so that no index serves: the versions of one code are found by their end, of which
 * few lie after any recent revision, and not by their beginning, before which they all lie.
 */
export const begin = (column: string) => sql<number>`+${sql.ref(column)}`;

/** Cuts a list so that no statement binds more values than an engine takes. */
export function* batches<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
