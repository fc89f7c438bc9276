import type { Measure } from '#domain/projects/project.ts';
import type { Text } from '#domain/values/language.ts';
import type { ProjectWithEvents } from '#server/projects/register/page-store.ts';

/**
 * The kind of a cell. `amount` is exact, in major units of the currency in the column `unit_in`.
 * `ratio` is from 0 to 1.
 */
export type CellKind = 'text' | 'number' | 'amount' | 'ratio' | 'date' | 'month' | 'moment';

/** A column of a file. CSV uses its id, workbooks use its label, metadata the rest. */
export interface FileColumn {
  readonly id: string;
  readonly label: Text;
  readonly kind: CellKind;
  readonly definition?: Text;
  /** The unit of all values of the column. */
  readonly unit?: string;
  /** The id of the column with the currency or unit of each value. */
  readonly unit_in?: string;
  /** The allowed ids. */
  readonly values?: readonly string[];
  /** Whether a cell may hold a word of the source instead, which is none of them. */
  readonly isOpen?: true;
  /** Whether a cell holds several of them, separated by spaces. */
  readonly isList?: true;
  /** Whether workbooks use the larger multiple of headlines, such as 亿元. */
  readonly large?: boolean;
  /** The measure whose currencies decide the unit in a workbook's heading, such as 万元. */
  readonly measure?: Measure;
  /** Whether workbooks leave it out, since another column says the same in words. */
  readonly csv_only?: true;
  /** The id of the column that this one sums. A workbook has the sum as a formula. */
  readonly sums?: string;
  /** The most decimals. If omitted, those of the value, at most four. */
  readonly digits?: number;
}
/** Makes a column of a table in a file; its cells are text unless `kind` says otherwise. */
export const fileColumn = (
  id: string,
  label: Text,
  kind: CellKind = 'text',
  more: Partial<FileColumn> = {},
): FileColumn => ({ id, label, kind, ...more });

/**
 * Exact decimals, ISO dates, ids and texts. Null is a missing value, for which a status column may
 * have the reason.
 */
export type FileRow = readonly (string | null)[];

interface AnyTable {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly FileColumn[];
  /** The columns whose values together identify a row. */
  readonly key?: readonly string[];
  /** A column with ids of rows of another table of the pack. */
  readonly refers?: { readonly field: string; readonly table: string; readonly to: string };
}
/** A table with its rows. */
export interface ReadyTable extends AnyTable {
  readonly rows: readonly FileRow[];
}
/**
 * A table with rows for each project, which are made while the register is read. `number` counts
 * projects from 1.
 */
export interface ProjectTable extends AnyTable {
  readonly makeRows: (project: ProjectWithEvents, number: number) => readonly FileRow[];
}
