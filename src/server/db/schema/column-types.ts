import type { ColumnType } from 'kysely';

/** A column that is written as JSON text and read as the parsed value. */
export type Json<T> = ColumnType<T, string, never>;
/** A column that is written once and never updated. */
export type Fixed<T> = ColumnType<T, T, never>;

/**
 * A versioned row, known from `revision_from` until before `revision_to`. `made_by`: the revision
 * that made its content. An undo copies it.
 */
export interface VersionColumns {
  revision_from: Fixed<number>;
  revision_to: number;
  made_by: Fixed<number>;
}
