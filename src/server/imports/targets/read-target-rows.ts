import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import { readFile } from '#server/imports/read/read-file.ts';
import { createUnreadable } from '#server/imports/read/failure.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { findTargetColumns, type TargetField, targetFields } from './target-columns.ts';

/** One row of a table of targets as written. */
export interface TargetCells {
  /** Its row number in a spreadsheet. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<TargetField, Cell>>>;
  readonly plan: readonly { readonly month: Month; readonly cell: Cell }[];
}
/** A table of targets as plain data. */
export interface TargetTable {
  readonly sheet?: string;
  /** The unit in the heading of the values. */
  readonly unit?: string;
  /** Headings that name no field. */
  readonly unused: readonly string[];
  readonly rows: readonly TargetCells[];
}

/** The most rows of targets that are read. */
export const mostTargetRows = 500;

const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || String(cell).trim() === '';

/**
 * Reads the table of targets of a file, from the sheet with the most known columns.
 * @throws ImportFailure if the file can't be read, or if no sheet has an indicator and a value
 */
export function readTargetRows(bytes: Uint8Array): TargetTable {
  const { table } = readFile(bytes, {
    choose: (tables) => {
      const hits = tables.map((one) => findTargetColumns(one)?.fields.size ?? 0);
      return Math.max(0, hits.indexOf(Math.max(0, ...hits)));
    },
  });
  const columns = findTargetColumns(table);
  if (columns === undefined) throw createUnreadable('no_target_columns');
  const rows = table.rows.slice(columns.at + 1).flatMap((row): TargetCells[] => {
    const cells = Object.fromEntries(
      targetFields.flatMap((field) => {
        const cell = row.cells[columns.fields.get(field) ?? -1];
        return isBlank(cell) ? [] : [[field, cell]];
      }),
    ) as TargetCells['cells'];
    const plan = columns.plan.flatMap(({ index, month }) => {
      const cell = row.cells[index] ?? '';
      return isBlank(cell) ? [] : [{ month, cell }];
    });
    return Object.keys(cells).length === 0 ? [] : [{ row: row.number, cells, plan }];
  });
  if (rows.length > mostTargetRows)
    throw createUnreadable('too_many_targets', { limit: mostTargetRows });
  return {
    ...compact({ sheet: table.name, unit: columns.unit }),
    unused: columns.unused,
    rows,
  };
}
