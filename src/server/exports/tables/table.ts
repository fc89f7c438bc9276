import type { Measure } from '#domain/projects/project.ts';
import type { Text } from '#domain/values/language.ts';
import type { ProjectWithEvents } from '#server/projects/register/page-store.ts';

/** `amount`: exact, in major units of the currency that `unit_in` names. `ratio`: 0–1. */
export type CellKind = 'text' | 'number' | 'amount' | 'ratio' | 'date' | 'month' | 'moment';

/** A column of a file. CSV uses its id, workbooks use its label, metadata the rest. */
export interface FileColumn {
  readonly id: string;
  readonly label: Text;
  readonly kind: CellKind;
  readonly definition?: Text;
  /** Unit of all values of the column. */
  readonly unit?: string;
  /** Id of the column with the currency or unit of each value. */
  readonly unit_in?: string;
  /** The allowed ids. */
  readonly values?: readonly string[];
  /** A cell holds several of them, with a space between. */
  readonly isList?: true;
  /** A workbook has it in the larger multiple of headlines: 亿元. */
  readonly large?: boolean;
  /**
   * A workbook has it in the unit of its heading, as 万元; the currencies are those of this measure.
   */
  readonly measure?: Measure;
  /** Left out of workbooks, where another column says the same in words. */
  readonly csv_only?: true;
  /** Id of the column that this one adds up; a workbook has the sum as a formula. */
  readonly sums?: string;
  /** The most decimals. Omitted: those of the value, four at most. */
  readonly digits?: number;
}
export const fileColumn = (
  id: string,
  label: Text,
  kind: CellKind = 'text',
  more: Partial<FileColumn> = {},
): FileColumn => ({ id, label, kind, ...more });

/**
 * Exact decimals, ISO dates, ids and texts. Null is missing; a status column may have the reason.
 */
export type FileRow = readonly (string | null)[];

interface AnyTable {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly FileColumn[];
  /** Columns whose values together name a row. */
  readonly key?: readonly string[];
  /** A column with ids of rows of another table of the pack. */
  readonly refers?: { readonly field: string; readonly table: string; readonly to: string };
}
/** A table with its rows. */
export interface ReadyTable extends AnyTable {
  readonly rows: readonly FileRow[];
}
/**
 * A table with rows for each project, made while the register is read. `number` counts projects
 * from 1.
 */
export interface ProjectTable extends AnyTable {
  readonly makeRows: (project: ProjectWithEvents, number: number) => readonly FileRow[];
}
