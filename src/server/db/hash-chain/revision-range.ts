import { sql, type RawBuilder } from 'kysely';
import { open } from '#server/db/schema/tables.ts';

/** The first and the last of some revisions. */
export interface RevisionRange {
  readonly from: number;
  readonly to: number;
}

/** Makes the lower bound of a revision column. */
export const isFrom = (column: string, revision: number): RawBuilder<unknown> =>
  sql`${sql.ref(column)} >= ${revision}`;
/**
 * Makes the upper bound of a revision column. For ended rows it repeats the constant bound, so that
 * the engine uses their index. Without it SQLite reads every version of the register.
 */
export const isUpTo = (column: string, revision: number): RawBuilder<unknown> =>
  sql`${sql.ref(column)} <= ${revision}${column === 'revision_to' ? sql` and revision_to < ${sql.lit(open)}` : sql``}`;

/** Makes the condition that a revision column is within a range. */
export const isWithin = (column: string, { from, to }: RevisionRange): RawBuilder<unknown> =>
  sql`${isFrom(column, from)} and ${isUpTo(column, to)}`;
