import { eventColumns, projectTable } from './project-table.ts';
import { outlookColumns } from './outlook-table.ts';
import { seriesColumns } from './series-tables.ts';
import { targetColumns } from './target-tables.ts';
import type { FileColumn } from './table.ts';

const packColumns: ReadonlyMap<string, FileColumn> = new Map(
  [
    ...outlookColumns,
    ...eventColumns,
    ...seriesColumns([]),
    ...targetColumns,
    ...projectTable('', undefined).columns,
  ].map((column) => [column.id, column]),
);

/**
 * Finds the column of the data pack with this id. The columns of figures take its heading, its type
 * and its definition, so that a name means the same in all files of data.
 * @returns undefined if the pack has none
 */
export const findPackColumn = (id: string): FileColumn | undefined => packColumns.get(id);
