import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import { readFile } from '#server/imports/read/read-file.ts';
import { createUnreadable } from '#server/imports/read/failure.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import {
  countNamedColumns,
  findTargetColumns,
  type TargetColumns,
  type TargetField,
  targetFields,
} from './target-columns.ts';
import { isNoTarget } from './year-columns.ts';

/** One row of a table of targets as written. */
export interface TargetCells {
  /** Its row number in a spreadsheet. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<TargetField, Cell>>>;
  readonly plan: readonly { readonly month: Month; readonly cell: Cell }[];
  /** The heading of its column in a wide table. */
  readonly heading?: string;
  /** Whether that heading is the year alone, as that of an actual value can be. */
  readonly isBare?: boolean;
  /** Whether it is the last target of its row of a wide table. */
  readonly isLast?: boolean;
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

/** Reads each year of a row of a wide table as a target of its own. A cell without one is skipped. */
function splitYears(row: Row, target: TargetCells, { years }: TargetColumns): TargetCells[] {
  const targets = years.flatMap(({ index, period, unit, heading, isBare }): TargetCells[] => {
    const value = row.cells[index];
    return value === undefined || isNoTarget(value)
      ? []
      : [
          {
            ...target,
            cells: { ...compact({ unit }), ...target.cells, period, value },
            heading,
            isBare,
          },
        ];
  });
  return targets.map((one, at) => ({ ...one, isLast: at === targets.length - 1 }));
}

/** Reads one row. @returns no target for a blank row; several for a row of a wide table */
function readRow(row: Row, columns: TargetColumns): TargetCells[] {
  const { fields, plan, baselineYear, years } = columns;
  const cells = Object.fromEntries(
    targetFields.flatMap((field) => {
      const cell = row.cells[fields.get(field) ?? -1];
      return isBlank(cell) ? [] : [[field, cell]];
    }),
  ) as TargetCells['cells'];
  if (Object.keys(cells).length === 0) return [];
  const baseline_date =
    cells.baseline === undefined ? undefined : (cells.baseline_date ?? baselineYear);
  const target: TargetCells = {
    row: row.number,
    cells: { ...cells, ...compact({ baseline_date }) },
    plan: plan.flatMap(({ index, month }) => {
      const cell = row.cells[index] ?? '';
      return isBlank(cell) ? [] : [{ month, cell }];
    }),
  };
  return years.length === 0 ? [target] : splitYears(row, target, columns);
}

/**
 * Reads the table of targets of a file, from the sheet with the most known columns.
 * @throws ImportFailure if the file can't be read, or if no sheet has an indicator and a value
 */
export function readTargetRows(bytes: Uint8Array): TargetTable {
  const { table } = readFile(bytes, {
    choose: (tables) => {
      const hits = tables.map((one) => {
        const columns = findTargetColumns(one);
        return columns === undefined ? 0 : countNamedColumns(columns);
      });
      return Math.max(0, hits.indexOf(Math.max(0, ...hits)));
    },
  });
  const columns = findTargetColumns(table);
  if (columns === undefined) throw createUnreadable('no_target_columns');
  const rows = table.rows.slice(columns.at + 1).flatMap((row) => readRow(row, columns));
  if (rows.length > mostTargetRows)
    throw createUnreadable('too_many_targets', { limit: mostTargetRows });
  return {
    ...compact({ sheet: table.name, unit: columns.unit }),
    unused: columns.unused,
    rows,
  };
}
