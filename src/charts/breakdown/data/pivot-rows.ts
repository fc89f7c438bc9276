import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import {
  type Breakdown,
  type BreakdownGroup,
  isCountMeasure,
  isRatio,
} from '#domain/analysis/breakdown.ts';
import { type Cell, noProjects } from '#domain/analysis/cell.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { headingName, nameGroups } from './names.ts';
import { lastColumns, numberFormat } from './table.ts';

/** A value of a cell in one unit; without a unit, the projects that state no value. */
interface Value {
  readonly unit: string | null;
  readonly count: number;
  readonly above: string | null;
  readonly base: string | null;
}

/** Lists the values of a cell in the drawn units, then its projects without a value. */
function listValues({ count, sums }: Cell, units: readonly string[]): readonly Value[] {
  const without = count - sums.reduce((all, sum) => all + sum.count, 0);
  return [
    ...sums
      .filter(({ unit }) => units.includes(unit))
      .map((sum) => ({
        unit: sum.unit,
        count: sum.count,
        above: sum.value,
        base: sum.base ?? null,
      })),
    ...(without > 0 ? [{ unit: null, count: without, above: null, base: null }] : []),
  ];
}

/**
 * Lists the cells of a breakdown as rows, each with its group, its part and one value in one unit.
 * It has no sums, so that a pivot table adds each project once.
 */
export function breakdownRows(
  overview: Overview,
  breakdown: Breakdown,
  language: Language,
): ChartTable {
  const { measure, by, stack, parts, groups, units, zones } = breakdown;
  const words = breakdownLabels[language];
  const [isCount, ratio] = [isCountMeasure(measure), isRatio(measure)];
  const isDivided = !ratio && stack !== 'none';
  const nameOf = (key: typeof by | typeof stack, heading: Heading): string =>
    headingName(key, heading, { overview, zones, language, short: false });
  const listCells = (group: BreakdownGroup): readonly (readonly [string[], Cell])[] =>
    isDivided
      ? parts.map((part, at) => [[nameOf(stack, part)], group.cells[at] ?? noProjects] as const)
      : [[[], group.total]];
  const value: TableColumn = {
    ...numberFormat(breakdown, language),
    id: 'value',
    label: words.measures[measure],
  };
  return {
    columns: [
      { id: 'group', label: nameGroups(breakdown, language), kind: 'text' },
      ...(isDivided ? [{ id: 'part', label: words.keys[stack], kind: 'text' } as const] : []),
      ...(isCount ? [] : [{ id: 'unit', label: words.columns.currency, kind: 'text' } as const]),
      ...(isCount ? [] : ratio ? lastColumns(measure, language) : [value]),
      {
        ...({ id: 'projects', label: words.columns.projects, kind: 'number', digits: 0 } as const),
        measure: 'breakdown_count',
      },
    ],
    rows: groups.flatMap((group) =>
      listCells(group).flatMap(([part, cell]) =>
        listValues(cell, units).map(({ unit, count, above, base }) => [
          nameOf(by, group),
          ...part,
          ...(isCount ? [] : [unit, above]),
          ...(ratio ? [base] : []),
          String(count),
        ]),
      ),
    ),
  };
}
