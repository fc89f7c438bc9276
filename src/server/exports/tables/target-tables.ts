import { recordText } from '#domain/zone/standard-texts.ts';
import { writeComputed } from '#domain/values/decimal.ts';
import { dataStatuses } from '#domain/values/data-status.ts';
import { targetKey, baselineKinds, comparators, type Target } from '#domain/zone/indicator.ts';
import { checklistAt } from '#domain/zone/checklist.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import type { Language } from '#domain/values/language.ts';
import { findPlanRoute } from '#domain/targets/plan.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { planPoints } from '#domain/targets/points-ahead.ts';
import { rowPlanPaths, type TargetRow, verdictValues } from '#domain/targets/target-row.ts';
import { makeWording } from '#domain/targets/wording.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { splitKinds } from '#domain/zone/indicator.ts';
import { splitRemainder } from '#domain/zone/target-split.ts';
import { projectFieldTerms, sameWords } from '#domain/labels/index.ts';
import { type FileColumn, fileColumn, type FileRow, type ReadyTable } from './table.ts';
import { declaredCells, declaredColumns } from './declared-columns.ts';
import { dataStatusColumn, findDefinition } from './column-labels.ts';
import { registerTableLabels as w } from './labels/index.ts';

/**
 * Columns with the inputs of a target's plan. With the checkpoints, readers can recompute
 * `plan_to_date` exactly.
 */
const planColumns: readonly FileColumn[] = [
  { id: 'value_date', label: w.value_date, kind: 'date' },
  {
    id: 'plan_start_value',
    label: w.plan_start_value,
    kind: 'amount',
    unit_in: 'unit',
    large: true,
  },
  { id: 'plan_start', label: w.plan_start, kind: 'date' },
  { id: 'plan_start_from', label: w.plan_start_from, kind: 'text', values: baselineKinds },
  { id: 'plan_path', label: w.plan_path, kind: 'text', values: rowPlanPaths },
  {
    id: 'plan_steps',
    label: w.plan_steps,
    kind: 'text',
    values: ['days', 'months'],
    ...findDefinition('plan_steps'),
  },
  { id: 'plan_share', label: w.plan_share, kind: 'number', ...findDefinition('plan_share') },
  {
    id: 'plan_to_date',
    label: w.plan_to_date,
    kind: 'amount',
    unit_in: 'unit',
    large: true,
    ...findDefinition('plan_to_date'),
  },
  { id: 'verdict', label: w.verdict, kind: 'text', values: verdictValues },
  {
    id: 'points_ahead',
    label: w.points_ahead,
    kind: 'number',
    digits: 2,
    ...findDefinition('points_ahead'),
  },
];
const planCells = (row: TargetRow | undefined): FileRow => [
  (row?.now ?? row?.checklist)?.date ?? null,
  row?.baseline?.value ?? null,
  row?.baseline?.date ?? null,
  row?.baseline?.kind ?? null,
  row?.plan?.path ?? null,
  row?.plan === undefined ? null : findPlanRoute(row)?.in_months === true ? 'months' : 'days',
  writeComputed(row?.plan?.share),
  writeComputed(row?.plan?.value),
  row?.verdict ?? null,
  writeComputed(row === undefined ? undefined : planPoints(row)?.points),
];

export const targetColumns: readonly FileColumn[] = [
  { id: 'target_id', label: w.target_id, kind: 'text' },
  { id: 'indicator', label: w.indicator, kind: 'text', csv_only: true },
  { id: 'target_name', label: w.target, kind: 'text' },
  { id: 'comparator', label: w.comparator, kind: 'text', values: comparators },
  {
    id: 'target_value',
    label: w.target_value,
    kind: 'amount',
    unit_in: 'unit',
    large: true,
    ...findDefinition('target'),
  },
  { id: 'unit', label: w.unit, kind: 'text' },
  { id: 'deadline', label: w.deadline, kind: 'date' },
  { id: 'baseline', label: w.baseline, kind: 'amount', unit_in: 'unit', large: true },
  { id: 'baseline_date', label: w.baseline_date, kind: 'date' },
  { id: 'wording', label: w.wording, kind: 'text' },
  { id: 'source', label: w.source, kind: 'text' },
  { id: 'source_date', label: w.source_date, kind: 'date' },
  {
    id: 'target_data_status',
    label: w.target_data_status,
    kind: 'text',
    values: dataStatuses,
    ...findDefinition('target_data_status'),
  },
  { id: 'checklist_done', label: w.checklist_done, kind: 'number' },
  { id: 'checklist_total', label: w.checklist_total, kind: 'number' },
  ...planColumns,
  ...declaredColumns,
  fileColumn('owner', projectFieldTerms['owner'] ?? sameWords('owner')),
  fileColumn('unit_in_charge', w.unit_in_charge),
  fileColumn('split_by', w.split_by, 'text', { values: splitKinds }),
  { id: 'register_as_of', label: w.as_of, kind: 'date' },
];

/** Names a target as the figures do: two targets of one indicator differ by their years. */
function nameRow(
  target: Target,
  row: TargetRow | undefined,
  { indicators, phases }: ZoneProfile,
  language: Language,
): string {
  if (row !== undefined) return row.name[language];
  const indicator = indicators.find(({ id }) => id === target.indicator);
  return nameTarget(target, indicator?.name ?? sameWords(target.indicator), phases)[language];
}

/** Makes the table of current targets with source, plan inputs and plan to date. */
export function targetTable(
  profile: ZoneProfile,
  overview: Pick<Overview, 'as_of' | 'targets'>,
  language: Language,
): ReadyTable {
  const { as_of } = overview;
  const cells = (t: Target): FileRow => {
    const indicator = profile.indicators.find(({ id }) => id === t.indicator);
    const checklist = checklistAt(t, as_of);
    const row = overview.targets.find((one) => targetKey(one) === targetKey(t));
    return [
      targetKey(t),
      t.indicator,
      nameRow(t, row, profile, language),
      t.comparator,
      t.value ?? null,
      indicator?.unit ?? null,
      t.deadline,
      t.baseline ?? null,
      t.baseline_date,
      indicator === undefined
        ? (t.wording?.[language] ?? null)
        : makeWording(t, indicator)[language],
      recordText(t.source)[language],
      t.source_date,
      t.data_status,
      writeComputed(checklist?.done),
      writeComputed(checklist?.total),
      ...planCells(row),
      ...declaredCells(row?.declared),
      t.owner ?? indicator?.owner ?? null,
      t.unit_in_charge ?? indicator?.unit_in_charge ?? null,
      t.split?.by ?? null,
      as_of,
    ];
  };
  return {
    id: 'targets',
    title: w.targets,
    key: ['target_id'],
    columns: targetColumns,
    rows: profile.targets.map(cells),
  };
}

/**
 * Makes the table of the zone's checkpoints, oldest first. The start and deadline of a plan decide
 * which of them apply to it.
 */
export const checkpointTable = ({ plan }: Pick<Overview, 'plan'>): ReadyTable => ({
  id: 'checkpoints',
  title: w.checkpoints,
  key: ['checkpoint_date'],
  columns: [
    { id: 'checkpoint_date', label: w.day, kind: 'date' },
    { id: 'plan_share', label: w.plan_share, kind: 'number', ...findDefinition('plan_share') },
    dataStatusColumn,
  ],
  rows: plan.checkpoints
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, share, data_status }) => [date, String(share), data_status]),
});

/**
 * Makes the table of the parts of split targets. The last part of a target, without an id, has the
 * value that is not yet assigned, so that the parts always sum to the target.
 */
export const targetPartTable = (
  profile: ZoneProfile,
  overview: Pick<Overview, 'targets'>,
  language: Language,
): ReadyTable => ({
  id: 'target_parts',
  title: w.target_parts,
  refers: { field: 'target_id', table: 'targets', to: 'target_id' },
  columns: [
    fileColumn('target_id', w.target_id),
    fileColumn('target_name', w.target),
    fileColumn('split_by', w.split_by, 'text', { values: splitKinds }),
    fileColumn('part', w.id),
    fileColumn('part_name', w.part_name),
    fileColumn('part_value', w.part_value, 'amount', { unit_in: 'unit', large: true }),
    fileColumn('unit', w.unit),
    fileColumn('owner', projectFieldTerms['owner'] ?? sameWords('owner')),
  ],
  rows: profile.targets.flatMap((target): FileRow[] => {
    const { split, value = '0' } = target;
    if (split === undefined) return [];
    const indicator = profile.indicators.find(({ id }) => id === target.indicator);
    const row = overview.targets.find((one) => targetKey(one) === targetKey(target));
    const of = [targetKey(target), nameRow(target, row, profile, language), split.by];
    const unit = indicator?.unit ?? null;
    return [
      ...split.parts.map((part) => [
        ...of,
        part.id,
        part.name,
        part.value,
        unit,
        part.owner ?? null,
      ]),
      [...of, null, w.not_assigned[language], splitRemainder(value, split), unit, null],
    ];
  }),
});
