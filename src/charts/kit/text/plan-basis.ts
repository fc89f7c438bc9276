import { formatDate, formatPercent } from '#domain/values/format.ts';
import type { Checkpoint } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import { findPlanRoute, rowPlan } from '#domain/targets/plan.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { baselineKindTerms, planPathTerms } from '#domain/labels/index.ts';
import {
  makeIds,
  type ChartTable,
  type NumberColumn,
  type TableColumn,
} from '#charts/kit/table.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { fullText, type MeasureUnit } from './units.ts';

type Plan = Pick<Overview['plan'], 'path' | 'checkpoints'>;
type PlannedRow = Pick<TargetRow, 'baseline' | 'deadline' | 'now' | 'plan' | 'target'>;

/**
 * Lists the checkpoints of the plan of a row, oldest first; none for a plan of one year or along a
 * straight line.
 */
export function listCheckpoints(row: PlannedRow, plan: Plan): readonly Checkpoint[] {
  const way = findPlanRoute(row);
  if (way === undefined) return [];
  return rowPlan(row, plan)
    .checkpoints.filter(({ date }) => date > way.start && date < way.deadline)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * Makes the columns from which the plan of a row can be recomputed. `number`: the format of the
 * column of the start value.
 */
export function planBasisColumns(
  language: Language,
  number: Pick<NumberColumn, 'unit' | 'scale' | 'digits'> = {},
): readonly TableColumn[] {
  const { value, day, source, path, checkpoints } = kitLabels[language].planBasis;
  return [
    { id: 'plan_start_value', label: value, kind: 'number', measure: 'baseline', ...number },
    { id: 'plan_start', label: day, kind: 'date' },
    { id: 'plan_start_from', label: source, kind: 'text' },
    { id: 'plan_path', label: path, kind: 'text' },
    { id: 'checkpoints', label: checkpoints, kind: 'text', is_rule: true },
  ];
}

/**
 * Makes the cells of these columns; all null where there is no plan. Checkpoints are written as
 * "2021-12-31 0.05; 2023-12-31 0.4".
 */
export function planBasisCells(
  row: PlannedRow,
  plan: Plan,
  language: Language,
): readonly (string | null)[] {
  const { baseline } = row;
  if (baseline === undefined) return [null, null, null, null, null];
  const points = listCheckpoints(row, plan).map(({ date, share }) => `${date} ${share}`);
  return [
    baseline.value,
    baseline.date,
    baselineKindTerms[baseline.kind][language],
    planPathTerms[rowPlan(row, plan).path][language],
    points.length === 0 ? null : points.join('; '),
  ];
}

/** The ids of the labels among these columns. */
export const planBasisIds = (
  rows: readonly PlannedRow[],
  plan: Plan,
): NonNullable<ChartTable['ids']> => ({
  plan_start_from: [makeIds('plan_start_from', rows, ({ baseline }) => baseline?.kind)],
  plan_path: [
    makeIds('plan_path', rows, (row) =>
      row.baseline === undefined ? undefined : rowPlan(row, plan).path,
    ),
  ],
});

const dayText = (date: string, language: Language): string => formatDate(date, language, 'long');

function startText(
  { value, date, kind }: NonNullable<TargetRow['baseline']>,
  unit: MeasureUnit,
  language: Language,
): string {
  const { brackets, list } = kitLabels[language];
  return `${fullText(value, unit)}${brackets([dayText(date, language), baselineKindTerms[kind][language]].join(list))}`;
}

function pathText(row: PlannedRow, plan: Plan, language: Language): string {
  const { brackets, list } = kitLabels[language];
  const points = listCheckpoints(row, plan).map(
    ({ date, share }) => `${dayText(date, language)} ${formatPercent(share, language, 0)}`,
  );
  const path = planPathTerms[rowPlan(row, plan).path][language];
  return points.length === 0 ? path : `${path}${brackets(points.join(list))}`;
}

/**
 * Writes the start of a row's plan with its source, its path and its checkpoints, in one sentence.
 * @returns undefined without a plan
 */
export function planNote(
  row: PlannedRow,
  plan: Plan,
  unit: MeasureUnit,
  language: Language,
): string | undefined {
  const { baseline } = row;
  if (baseline === undefined || row.target === undefined) return undefined;
  return kitLabels[language].planBasis.note(
    startText(baseline, unit, language),
    pathText(row, plan, language),
  );
}

/**
 * Writes the plans of the rows of one picture in a sentence: the start of each, then each path
 * once, with its checkpoints. Empty where no row has a plan.
 * @returns undefined if no row has a plan
 */
export function plansNote(
  rows: readonly TargetRow[],
  plan: Plan,
  unitOf: (row: TargetRow) => MeasureUnit,
  language: Language,
): string | undefined {
  const { list } = kitLabels[language];
  const planned = rows.filter((row) => row.plan !== undefined && row.baseline !== undefined);
  if (planned.length === 0) return undefined;
  const starts = planned.map(
    (row) =>
      `${row.name[language]} ${row.baseline === undefined ? '' : startText(row.baseline, unitOf(row), language)}`,
  );
  const paths = new Set(planned.map((row) => pathText(row, plan, language)));
  return kitLabels[language].planBasis.note(starts.join(list), [...paths].join(list));
}
