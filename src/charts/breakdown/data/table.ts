import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import {
  asPercent,
  type CellFilters,
  type ChartTable,
  type FigureOf,
  type NumberColumn,
  type TableColumn,
} from '#charts/kit/table.ts';
import {
  type Breakdown,
  type BreakdownGroup,
  type BreakdownMeasure,
  isPartUnknown,
  isRatio,
  ratioOrSum,
  isCountMeasure,
} from '#domain/analysis/breakdown.ts';
import { type Cell, findSum } from '#domain/analysis/cell.ts';
import { listDisplayUnits } from '#domain/analysis/display-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal, divideDecimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { groupOf, partOf } from './cell-figure.ts';
import { groupIds } from './group-ids.ts';
import { leadTo } from './leads.ts';
import { headingName, nameGroups } from './names.ts';
import { partColumn } from './parts.ts';
import { valueUnit } from './units.ts';

/** A cell of the table with the filters that give its projects. */
interface Entry {
  readonly value: string | null;
  readonly lead: CellFilters | null;
}
const plain = (value: string | null): Entry => ({ value, lead: null });

/** The value of a cell: "0" where there is no project, null where none states a value. */
function valueOfCell(cell: Cell, { measure }: Breakdown, unit: string): string | null {
  const sum = findSum(cell, unit);
  if (sum !== undefined) return ratioOrSum(sum, measure) ?? null;
  return isRatio(measure) || (cell.count > 0 && cell.sums.length === 0) ? null : '0';
}

function shareOfTotal({ total }: Breakdown, group: BreakdownGroup, unit: string): string | null {
  const [part, whole] = [group.total, total.total].map((cell) => findSum(cell, unit)?.value);
  if (part === undefined || whole === undefined || compareDecimal(whole, '0') <= 0) return null;
  return compareDecimal(part, '0') < 0 ? null : divideDecimal(part, whole, 6);
}

interface Row {
  readonly breakdown: Breakdown;
  readonly group: BreakdownGroup;
  readonly name: string;
  readonly unit: string;
  readonly isFirst: boolean;
}
/**
 * Lists the entries of a group. Counts are in the row of the first unit only, so that they are
 * added once.
 */
function listEntries({ breakdown, group, name, unit, isFirst }: Row): readonly Entry[] {
  const { measure, filters, by, stack, parts, total } = breakdown;
  const own = group === total ? [] : [{ by, heading: group }];
  const groupLead = leadTo(measure, filters, own);
  const counts = isCountMeasure(measure);
  const ratio = isRatio(measure);
  const sum = findSum(group.total, unit);
  return [
    { value: name, lead: groupLead },
    ...(counts ? [] : [plain(unit)]),
    ...(ratio || stack === 'none'
      ? []
      : parts.map((heading, at): Entry => {
          const cell = group.cells[at];
          return {
            value: isPartUnknown(breakdown, group, [at])
              ? null
              : cell === undefined
                ? '0'
                : valueOfCell(cell, breakdown, unit),
            lead:
              cell === undefined || cell.count === 0
                ? null
                : leadTo(measure, filters, [...own, { by: stack, heading }]),
          };
        })),
    { value: valueOfCell(group.total, breakdown, unit), lead: groupLead },
    ...(ratio
      ? [plain(sum?.value ?? null), plain(sum?.base ?? null)]
      : [plain(shareOfTotal(breakdown, group, unit))]),
    ...(counts
      ? []
      : [
          { value: isFirst ? String(group.total.count) : null, lead: isFirst ? groupLead : null },
          plain(String(sum?.count ?? 0)),
          plain(isFirst ? String(group.total.undisclosed) : null),
        ]),
    plain(isFirst ? (group.total.codes?.join(' ') ?? null) : null),
  ];
}

/** The format of the values of a table: the multiple of the chart where all have one unit. */
export function numberFormat(
  breakdown: Breakdown,
  language: Language,
): Omit<NumberColumn, 'id' | 'label'> {
  const { measure, units } = breakdown;
  const [unit] = units;
  const own = { kind: 'number', measure: `breakdown_${measure}` } as const;
  if (isRatio(measure)) return { ...own, digits: 2 };
  if (unit === undefined || units.length > 1) return own;
  const { displayUnit, word } = valueUnit(breakdown, unit, language);
  return {
    ...own,
    scale: displayUnit.scale,
    digits: displayUnit.digits,
    ...compact({
      unit: isCountMeasure(measure) ? undefined : word,
      currency: isCurrency(unit) ? unit : undefined,
    }),
  };
}

/** The last columns: the two facts that a ratio divides, or the share of the total. */
export function lastColumns(measure: BreakdownMeasure, language: Language): readonly TableColumn[] {
  const { columns } = breakdownLabels[language];
  if (!isRatio(measure))
    return [
      {
        id: 'share',
        label: columns.share,
        kind: 'number',
        measure: 'group_share',
        ...asPercent,
      },
    ];
  const [above, base] =
    measure === 'fdi_realised'
      ? [columns.utilised, columns.contracted]
      : measure === 'jobs_per_100m'
        ? [columns.jobs, columns.investment]
        : [columns.amount, columns.area];
  return [
    {
      id: 'above',
      label: above,
      kind: 'number',
      measure: 'ratio_part',
      of: { fact_of: 'above' },
    },
    {
      id: 'base',
      label: base,
      kind: 'number',
      measure: 'ratio_part',
      of: { fact_of: 'base' },
    },
  ];
}

function listColumns(
  overview: Overview,
  breakdown: Breakdown,
  /** The group of each row. */
  groups: readonly BreakdownGroup[],
  language: Language,
): TableColumn[] {
  const words = breakdownLabels[language];
  const { measure, stack, parts, zones } = breakdown;
  const { unit, ...withoutUnit } = numberFormat(breakdown, language);
  // the heading above the sums names the unit once
  const number = { ...withoutUnit, ...compact({ unit }) };
  const count = (id: string, label: string, figure: NumberColumn['measure']): TableColumn => ({
    id,
    label,
    kind: 'number',
    measure: figure,
    digits: 0,
  });
  const isDivided = !isRatio(measure) && stack !== 'none';
  return [
    { id: 'group', label: nameGroups(breakdown, language), kind: 'text' },
    ...(isCountMeasure(measure)
      ? []
      : [{ id: 'unit', label: words.columns.currency, kind: 'text' } as const]),
    ...(isDivided
      ? parts.map((part, at) => ({
          ...withoutUnit,
          id: partColumn(part, at),
          of_rows: groups.map((group) => partOf(group, part)),
          label: headingName(stack, part, { overview, zones, language, short: false }),
        }))
      : []),
    { ...number, id: 'value', label: isRatio(measure) ? words.measures[measure] : words.all },
    ...lastColumns(measure, language),
    ...(isCountMeasure(measure)
      ? []
      : [
          count('projects', words.columns.projects, 'breakdown_count'),
          count('known', words.columns.known, 'group_known'),
          count('without_value', words.columns.undisclosed, 'group_unknown'),
        ]),
    { id: 'codes', label: words.columns.codes, kind: 'text', in_files: true },
  ];
}

/** Groups as rows and parts as columns, with sums that add up to the last row and column. */
export function breakdownTable(
  overview: Overview,
  breakdown: Breakdown,
  language: Language,
): ChartTable {
  const { groups, total, by, zones } = breakdown;
  const units = listDisplayUnits(breakdown, overview.zone.base_currency);
  const entries = units.flatMap((unit, at) =>
    [...groups, total].flatMap(
      (group): { group: BreakdownGroup; of: FigureOf; cells: readonly Entry[] }[] => {
        const isFirst = at === 0;
        if (!isFirst && findSum(group.total, unit) === undefined) return [];
        const name =
          group === total
            ? breakdownLabels[language].total
            : headingName(by, group, { overview, zones, language, short: false });
        const cells = listEntries({ breakdown, group, name, unit, isFirst });
        return [{ group, of: groupOf(breakdown, group, unit), cells }];
      },
    ),
  );
  return {
    columns: listColumns(
      overview,
      breakdown,
      entries.map(({ group }) => group),
      language,
    ),
    rows: entries.map(({ cells }) => cells.map(({ value }) => value)),
    leads: entries.map(({ cells }) => cells.map(({ lead }) => lead)),
    row_of: entries.map(({ of }) => of),
    ids: {
      group: groupIds(
        entries.map(({ group }) => group),
        total,
      ),
    },
  };
}
