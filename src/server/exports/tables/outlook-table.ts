import { findNeededPace, findReachMonth } from '#domain/outlook/needed-pace.ts';
import {
  outlookParts,
  outlookRefusals,
  type Outlook,
  type TargetOutlook,
} from '#domain/outlook/outlook.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { addDecimal, type Decimal, writeComputed } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { type FileColumn, fileColumn as column, type FileRow, type ReadyTable } from './table.ts';
import { dataStatusColumn, findDefinition } from './column-labels.ts';
import { outlookTableLabels as w, registerTableLabels } from './labels/index.ts';

type Part = readonly [
  part: (typeof outlookParts)[number],
  adds: Decimal,
  sum: Decimal,
  projects: string | null,
];

/**
 * Lists the parts of a target: today's value, the additions of each step, and the remaining gap.
 */
function listParts({ range }: TargetOutlook): readonly Part[] {
  if (range === undefined) return [];
  return [
    ['now', range.now, range.now, null],
    ...range.steps.map(({ key, adds, sum, count }): Part => [key, adds, sum, String(count)]),
    ['missing', range.missing, addDecimal(range.ceiling, range.missing), null],
  ];
}

/**
 * Makes the rows of one target: one for each part, or a single row if no projects contribute to it.
 */
function makeRows(one: TargetOutlook, as_of: string, language: Language): readonly FileRow[] {
  const { row, range, chance, refused } = one;
  const pace = findNeededPace(row);
  const head = [targetKey(row), row.name[language]];
  const tail = [
    row.target ?? null,
    row.unit,
    row.deadline,
    writeComputed(pace?.neededPerMonth),
    writeComputed(pace?.actual),
    findReachMonth(row) ?? null,
    writeComputed(chance?.chance),
    writeComputed(chance?.p10),
    writeComputed(chance?.p50),
    writeComputed(chance?.p90),
    range === undefined ? null : String(range.unknown),
    refused ?? null,
    row.now?.data_status ?? row.verdict_status,
    as_of,
  ];
  const parts = listParts(one);
  return parts.length === 0
    ? [
        [
          ...head,
          row.now === undefined ? null : 'now',
          row.now?.value ?? null,
          row.now?.value ?? null,
          null,
          ...tail,
        ],
      ]
    : parts.map(([part, adds, sum, projects]) => [...head, part, adds, sum, projects, ...tail]);
}

export const outlookColumns: readonly FileColumn[] = [
  column('target_id', registerTableLabels.target_id),
  column('target_name', registerTableLabels.target),
  column('outlook_part', w.part, 'text', { values: outlookParts }),
  column('adds', w.adds, 'amount', { unit_in: 'unit', large: true }),
  column('running_sum', w.sum, 'amount', { unit_in: 'unit', large: true, sums: 'adds' }),
  column('projects', w.projects, 'number'),
  column('target_value', registerTableLabels.target_value, 'amount', {
    unit_in: 'unit',
    large: true,
    ...findDefinition('target'),
  }),
  column('unit', registerTableLabels.unit),
  column('deadline', registerTableLabels.deadline, 'date'),
  column('needed_per_month', w.needed, 'amount', { unit_in: 'unit', large: true }),
  column('actual_per_month', w.actual, 'amount', { unit_in: 'unit', large: true }),
  column('reached_in', w.reached, 'month'),
  column('chance_of_missing', w.chance, 'ratio', { definition: w.chance_definition }),
  column('likely_p10', w.p10, 'amount', { unit_in: 'unit', large: true }),
  column('likely_p50', w.p50, 'amount', { unit_in: 'unit', large: true }),
  column('likely_p90', w.p90, 'amount', { unit_in: 'unit', large: true }),
  column('unknown_projects', w.unknown, 'number'),
  column('refused', w.refused, 'text', { values: outlookRefusals }),
  dataStatusColumn,
  column('register_as_of', registerTableLabels.as_of, 'date'),
];

/**
 * Makes the table of the outlook. Each target has parts from today's value to the remaining gap,
 * with their running sum. It names no project.
 */
export const outlookTable = ({ targets, as_of }: Outlook, language: Language): ReadyTable => ({
  id: 'outlook',
  title: w.title,
  refers: { field: 'target_id', table: 'targets', to: 'target_id' },
  columns: outlookColumns,
  rows: targets.flatMap((one) => makeRows(one, as_of, language)),
});
