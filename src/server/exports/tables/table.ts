import type { Text } from '#domain/values/language.ts';
import type { ProjectWithEvents } from '#server/projects/register/page-store.ts';

/**
 * `amount` is exact, in major units of the currency that the row's `currency` column names; `ratio`
 * is 0–1.
 */
export type CellKind = 'text' | 'number' | 'amount' | 'ratio' | 'date' | 'month' | 'moment';

/** One column of a file: its id stands in CSV, its label in workbooks; metadata says the rest. */
export interface FileColumn {
  readonly id: string;
  readonly label: Text;
  readonly kind: CellKind;
  readonly definition?: Text;
  /** A unit of all its values, where there is one. */
  readonly unit?: string;
  /** Id of the column that holds the currency or unit of each value. */
  readonly unit_in?: string;
  /** The ids that may stand in it. */
  readonly values?: readonly string[];
  /** Shown in the multiple that headlines use, 亿元 for 万元. */
  readonly large?: boolean;
  /** The most decimals shown; absent: those that the value has, four at most. */
  readonly digits?: number;
}
export const fileColumn = (
  id: string,
  label: Text,
  kind: CellKind = 'text',
  more: Partial<FileColumn> = {},
): FileColumn => ({ id, label, kind, ...more });

/**
 * Exact decimals, ISO dates, ids and texts; null is missing, with its reason in a status column
 * where there is one.
 */
export type FileRow = readonly (string | null)[];

interface AnyTable {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly FileColumn[];
}
/** A table whose rows are there. */
export interface ReadyTable extends AnyTable {
  readonly rows: readonly FileRow[];
}
/**
 * A table with rows for each project, made as the register is read. `number` counts projects from
 * 1.
 */
export interface ProjectTable extends AnyTable {
  readonly rowsOf: (project: ProjectWithEvents, number: number) => readonly FileRow[];
}
