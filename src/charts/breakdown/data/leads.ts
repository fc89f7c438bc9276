import type { CellFilters } from '#charts/kit/table.ts';
import type {
  BreakdownFilters,
  BreakdownKey,
  BreakdownMeasure,
  BreakdownStack,
} from '#domain/analysis/breakdown.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import {
  dropColumn,
  isColumnKey,
  readColumnKey,
  writeColumnValue,
} from '#domain/projects/fields/own-column.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import { endedStatuses } from '#domain/projects/stage.ts';

const isFilterable = (by: string): boolean => projectFilterFields.some((field) => field === by);

interface Place {
  readonly by: BreakdownKey | BreakdownStack;
  readonly heading: Heading;
}
/**
 * Makes the filters of the register for the projects of a cell.
 * @returns null if the register has no such filter: for years, reasons, the folded rest and groups
 * that are not stated
 */
export function leadTo(
  measure: BreakdownMeasure,
  filters: BreakdownFilters,
  places: readonly Place[],
): CellFilters | null {
  let all: CellFilters = { ...filters, status: measure === 'exits' ? endedStatuses : ['active'] };
  for (const { by, heading } of places) {
    const { key } = heading;
    if (by === 'none') continue;
    if (key !== undefined && isColumnKey(by)) {
      const own = writeColumnValue({ heading: readColumnKey(by), value: key });
      all = { ...all, column: [...dropColumn(filters['column'], readColumnKey(by)), own] };
      continue;
    }
    if (key === undefined || key === '' || !isFilterable(by)) return null;
    all = { ...all, [by]: [key] };
  }
  return all;
}
