import type { ColumnType } from 'kysely';
import type { Fixed, VersionColumns } from './column-types.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { ImportedColumn } from '#domain/projects/project.ts';

/** A preview with open questions. Not part of the register or of any revision. */
export interface ImportPlanTable {
  id: Fixed<string>;
  created_at: Fixed<string>;
  expires_at: Fixed<string>;
  plan_json: ColumnType<unknown, string, string>;
}

/** A chunk of the file of a preview. */
export interface ImportPieceTable {
  plan_id: Fixed<string>;
  number: Fixed<number>;
  content: Fixed<Uint8Array>;
}
/** The columns of the file from which an import took each value. Written once. */
export interface ImportColumnsTable {
  revision: Fixed<number>;
  columns_json: ColumnType<readonly ImportedColumn[], string, never>;
}
/** A version of the import recipe for files of one shape. */
export interface ImportRecipeTable extends VersionColumns {
  shape: Fixed<string>;
  /** The name of the last file imported with the recipe. */
  file: Fixed<string>;
  headers_json: ColumnType<readonly string[], string, never>;
  answers_json: ColumnType<ImportAnswers, string, never>;
}
