import type { SavedView } from '#contract/saved-charts/schemas.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import type { ColumnType } from 'kysely';
import type { Fixed } from './column-types.ts';

/** A chart that a person saved. */
export interface SavedChartTable {
  id: Fixed<string>;
  /** The id of the account, or the mode if nobody signs in. */
  owner: Fixed<string>;
  owner_name: Fixed<string>;
  title: string;
  note: string | null;
  view_json: ColumnType<SavedView, string, string>;
  annotations_json: ColumnType<readonly Annotation[], string, string>;
  is_shared: boolean;
  is_pinned: boolean;
  is_in_report: boolean;
  changed_at: string;
  version: number;
}
