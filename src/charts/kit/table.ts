import type { MeasureId } from '#domain/measures/measure-id.ts';
import { dataStatuses } from '#domain/values/data-status.ts';

/** The subject of a figure, as the query of its explanation. */
export type FigureOf = Readonly<Record<string, string>>;

interface ColumnBase {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly digits?: number;
  /** The exact value ÷ 10^scale is the value in the column's unit, as 8 for 亿元 of yuan. */
  readonly scale?: number;
  /** Long texts that only files have, as the codes of many projects. */
  readonly in_files?: true;
  /** Ids, units and days that only programs read: CSV and JSON have them. */
  readonly in_data?: true;
  /** What the column means; files of data have it. */
  readonly definition?: string;
  /** Currency of a column of amounts, where it is not that of the figure. */
  readonly currency?: string;
}
interface TextColumn extends ColumnBase {
  readonly kind: 'text' | 'date' | 'month';
  /** The measure of a text that contains a figure. */
  readonly measure?: MeasureId;
  /** Names of rules, whose numbers are no figures. */
  readonly is_rule?: true;
}
/** How a column writes shares of one: as percentages with one decimal. */
export const asPercent = { unit: '%', scale: -2, digits: 1 } as const;
/** A column of figures. It does not compile without the measure that explains them. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  /** Null for numbers that name their row, as the bounds of a class. */
  readonly measure: MeasureId | null;
  /** The measure of each row, where they differ. */
  readonly measure_rows?: readonly MeasureId[];
  /** The common subject of all figures of the column. */
  readonly of?: FigureOf;
  /** The further subject of each figure; null where a row has no figure. */
  readonly of_rows?: readonly (FigureOf | null)[];
}
/** One column of the table behind a chart. Values are not rounded; `digits` is for display. */
export type TableColumn = TextColumn | NumberColumn;
/**
 * The drawn rows as data. The table on screen, CSV, XLSX and JSON use it. A missing value is null,
 * with its reason in the status column.
 */
export interface ChartTable {
  readonly columns: readonly TableColumn[];
  /** Exact decimals as strings; ISO dates; null is missing. */
  readonly rows: readonly (readonly (string | null)[])[];
  /**
   * The filters of the register for the projects behind each cell; null where there are none. For
   * screens only.
   */
  readonly leads?: readonly (readonly (CellFilters | null)[])[];
  /** The subject of the figures of each row. For screens only. */
  readonly row_of?: readonly (FigureOf | null)[];
  /**
   * By the id of a column of labels: the ids of its labels, the same in every language. CSV and
   * JSON have them before the label.
   */
  readonly ids?: Readonly<Record<string, readonly IdColumn[]>>;
}
/** Ids of a column of labels, one for each row; null where the label names none. */
export interface IdColumn {
  readonly id: string;
  readonly cells: readonly (string | null)[];
}
/** Makes a column of ids from the source of the rows. */
export const makeIds = <Row>(
  id: string,
  rows: readonly Row[],
  read: (row: Row) => string | null | undefined,
): IdColumn => ({ id, cells: rows.map((row) => read(row) ?? null) });
/**
 * Makes the ids of a column of statuses: the status of a value and, separately, the reason why
 * there is none.
 */
export function statusIds<Row>(
  rows: readonly Row[],
  read: (row: Row) => string | undefined,
): readonly IdColumn[] {
  const isStatus = (id: string | undefined) => dataStatuses.some((status) => status === id);
  return [
    makeIds('data_status', rows, (row) => (isStatus(read(row)) ? read(row) : null)),
    makeIds('missing_reason', rows, (row) => (isStatus(read(row)) ? null : read(row))),
  ];
}

/** Values of the register by field, each a list of alternatives. */
export type CellFilters = Readonly<Record<string, readonly string[]>>;

/** A figure of a table: its measure and its subject. */
export interface TableFigure {
  readonly measure: MeasureId;
  readonly of: FigureOf;
}
const noMore: Pick<NumberColumn, 'of' | 'of_rows' | 'measure_rows'> = {};

/** Finds the figure in a cell of a table. @returns undefined if the cell has none */
export function findFigure(table: ChartTable, row: number, at: number): TableFigure | undefined {
  const column = table.columns[at];
  const columnMeasure = column?.measure;
  if (column === undefined || columnMeasure === undefined || columnMeasure === null)
    return undefined;
  const { of, of_rows, measure_rows } = column.kind === 'number' ? column : noMore;
  const measure = measure_rows?.[row] ?? columnMeasure;
  const [ofRow, own] = [table.row_of?.[row], of_rows?.[row]];
  if (ofRow === null || own === null || (table.rows[row]?.[at] ?? null) === null) return undefined;
  return { measure, of: { ...ofRow, ...of, ...own } };
}

/**
 * Reads the cells of one column of a table, by its id.
 *
 * @throws Error where the table has no such column
 */
export function readColumn({ columns, rows }: ChartTable, id: string): readonly (string | null)[] {
  const index = columns.findIndex((column) => column.id === id);
  if (index < 0) throw new Error(`The table has no column ${id}.`);
  return rows.map((row) => row[index] ?? null);
}
