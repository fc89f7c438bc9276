import type { ColumnType } from 'kysely';
import type { ImportedColumn } from '#domain/project.ts';

type Fixed<T> = ColumnType<T, T, never>;

/** A preview that waits for its answers; no part of the register, and of no revision. */
export interface ImportPlanTable {
  id: Fixed<string>;
  created_at: Fixed<string>;
  expires_at: Fixed<string>;
  plan_json: ColumnType<unknown, string, string>;
}

/** A piece of the file of a preview. */
export interface ImportPieceTable {
  plan_id: Fixed<string>;
  number: Fixed<number>;
  content: Fixed<Uint8Array>;
}
/** Which column of its file an import took each value from; written once. */
export interface ImportColumnsTable {
  revision: Fixed<number>;
  columns_json: ColumnType<readonly ImportedColumn[], string, never>;
}
/** What was decided about files of one shape; the last decision holds. */
export interface ImportMemoryTable {
  shape: Fixed<string>;
  revision: ColumnType<number, number, number>;
  answers_json: ColumnType<unknown, string, string>;
}
