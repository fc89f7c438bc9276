import { absenceReasons } from '#domain/values/data-status.ts';
import { breakdownMeasures, breakdownStacks } from '#domain/analysis/breakdown.ts';
import { fieldGroups } from '#domain/analysis/completeness.ts';
import { duePeriods } from '#domain/analysis/project-timeline.ts';
import { cohortEnds } from '#domain/analysis/events/cohort-funnel.ts';
import { periodMonths, type PeriodSize } from '#domain/analysis/events/calendar-periods.ts';
import { ladderRungs } from '#domain/analysis/money-ladder.ts';
import { caseLines } from '#domain/measures/explain/analysis/times.ts';
import { bandPoints } from '#domain/measures/explain/analysis/forecasts.ts';
import { datedParts } from '#domain/outlook/outlook.ts';
import { fieldStates, pairSides } from '#domain/measures/rows-input.ts';
import { assumptions } from '#domain/outlook/scenario/scenario-result.ts';
import { recordHorizons } from '#domain/targets/forecast-record.ts';
import { analysisOptions } from '#contract/analysis/query.ts';
import { projectFilters } from '#contract/projects/schemas.ts';
import { bridgeSteps } from '#domain/changes/bridge-steps.ts';
import { measureIds } from '#domain/measures/measure-id.ts';
import type { ExplainedRows } from '#domain/measures/explanation.ts';
import { outlookSteps } from '#domain/outlook/outlook.ts';
import { measures, milestoneTypes } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import {
  asOfQuery,
  compare,
  count,
  dataStatus,
  groupKey,
  id,
  isoDate,
  knownAt,
  missing,
  month,
  noInput,
  pageSize,
  plan,
  registerFilter,
  stageOrUnknown,
  status,
  text,
  textInAllLanguages,
  namedProject,
} from '#contract/core/primitives.ts';
import { conversionQuery } from '#contract/changes/schemas.ts';
import { typeSchema, z, type Infer } from '#contract/core/zod.ts';

const measure = z.enum(measureIds);
const sizes = Object.keys(periodMonths) as PeriodSize[];
const exact = z.strictObject({ value: z.string(), unit: z.string() });
const project = z.strictObject({
  ...namedProject,
  stage: stageOrUnknown.exactOptional(),
  status: status.exactOptional(),
  adds: exact.exactOptional(),
  base: exact.exactOptional(),
  missing: missing.exactOptional(),
  is_withheld: z.literal(true).exactOptional(),
  date: isoDate.exactOptional(),
});
const value = z.strictObject({
  period: month,
  value: z.string().exactOptional(),
  missing: z.enum(absenceReasons).exactOptional(),
  unit: z.string(),
  data_status: dataStatus,
  source: textInAllLanguages.exactOptional(),
});
const definitions = z.strictObject({ version: count, since: isoDate });
/** How a figure is made, as of a day and as known at a revision. */
const explanation = z.strictObject({
  measure,
  name: textInAllLanguages,
  /** The subject of the figure: a target, a stage, a group, a project. */
  subject: textInAllLanguages.exactOptional(),
  /** The figure as it is displayed. Omitted where there is none; `absent` says why. */
  text: textInAllLanguages.exactOptional(),
  absent: textInAllLanguages.exactOptional(),
  /** The exact figure. Money of several currencies has several values. */
  exact: z.array(exact),
  formula: textInAllLanguages,
  /** The formula with the numbers of the day. */
  filled: textInAllLanguages.exactOptional(),
  parts: z.array(z.strictObject({ name: textInAllLanguages, text: textInAllLanguages })),
  counts: textInAllLanguages,
  leaves_out: textInAllLanguages,
  left_out: z.array(z.strictObject({ reason: textInAllLanguages, count })),
  sources: z.array(
    z.strictObject({
      title: textInAllLanguages,
      date: isoDate.exactOptional(),
      is_own: z.literal(true).exactOptional(),
    }),
  ),
  data_status: dataStatus,
  as_of: isoDate,
  /** The first of the two days that a change is between. */
  since: isoDate.exactOptional(),
  revision: count,
  version: count,
  definitions: definitions.exactOptional(),
  /** The filters of the list with the same projects. */
  list: z.record(z.string(), z.string()).exactOptional(),
  rows: typeSchema<ExplainedRows>(
    z.union([
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('withheld') }),
      z.strictObject({
        kind: z.literal('projects'),
        total: count,
        items: z.array(project),
        next: z.string().nullable(),
      }),
      z.strictObject({ kind: z.literal('values'), total: count, items: z.array(value) }),
    ]),
  ),
});
export type Explanation = Infer<typeof explanation>;
const declaration = z.strictObject({
  id: measure,
  name: textInAllLanguages,
  unit: textInAllLanguages,
  formula: textInAllLanguages,
  counts: textInAllLanguages,
  leaves_out: textInAllLanguages,
  source: textInAllLanguages,
  version: count,
});

/** A stage or one of the two groups, or for a chart a list of stages. */
const stageText = text(1000).refine(
  (words) =>
    words === 'established' ||
    words === 'pipeline' ||
    words.split(',').every((word) => [...stages, 'unknown'].includes(word)),
  `must be established, pipeline, or one or more of ${[...stages, 'unknown'].join(', ')}, with commas between`,
);
const { status: statusFilter, unit, country, investor, column } = projectFilters;
const { versus, scenario } = analysisOptions;

/** The subject of a cell of a chart's table. */
const cellQuery = {
  /** The fact that a breakdown adds up. */
  counted: z.enum(breakdownMeasures).exactOptional(),
  by: groupKey.exactOptional(),
  stack: z.enum(breakdownStacks).exactOptional(),
  /** The group; empty where it is not stated. Omitted for all. */
  key: text(1000).exactOptional(),
  part: text(1000).exactOptional(),
  /** Several parts together, or all but some, with commas between. */
  parts: text(1000).exactOptional(),
  not_parts: text(1000).exactOptional(),
  /** The groups that a drawing names, where it folds all others. */
  named: text(1000).exactOptional(),
  /** The number of groups of a drawing, where it folds some groups of the table. */
  most: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number from 1 to 99')
    .exactOptional(),
  /** The groups or parts that are folded into one. */
  rest: z.enum(['key', 'part', 'both']).exactOptional(),
  /** The currency or unit of a sum. */
  in: text(20).exactOptional(),
  among: z.enum(['groups', 'projects']).exactOptional(),
  of: z.enum(ladderRungs).exactOptional(),
  has: z.enum(ladderRungs).exactOptional(),
  side: z.enum(pairSides).exactOptional(),
  fact_of: z.enum(['above', 'base']).exactOptional(),
  event: id.exactOptional(),
  period: z.enum(sizes).exactOptional(),
  first_month: month.exactOptional(),
  end: z.enum(cohortEnds).exactOptional(),
  outside: z.enum(['undated', 'before', 'passed', 'stage_unset']).exactOptional(),
  months: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number of months')
    .exactOptional(),
  line: z.enum(caseLines).exactOptional(),
  point: z.enum([...bandPoints, 'median']).exactOptional(),
  field: text(100).exactOptional(),
  fields: z.enum([...fieldGroups, 'all']).exactOptional(),
  state: z.enum(fieldStates).exactOptional(),
  age: z.enum(['fresh', 'ageing', 'old', 'unknown']).exactOptional(),
  due: z.enum(duePeriods).exactOptional(),
  quarter: z
    .string()
    .regex(
      /^(?:\d{4}-Q[1-4](?:\.\.)?|\.\.\d{4}-Q[1-4])$/,
      'must be a quarter as 2026-Q1, or all up to or from one as ..2026-Q1 or 2026-Q1..',
    )
    .exactOptional(),
  size: z
    .string()
    .regex(
      /^(?:\d{1,30}-\d{1,30}|zero|other|none)$/,
      'must be two amounts in minor units, as 100-200',
    )
    .exactOptional(),
  ahead: z.enum(recordHorizons).exactOptional(),
  far: z.enum(['true', 'false']).exactOptional(),
  day: isoDate.exactOptional(),
  dated: z.enum(datedParts).exactOptional(),
  amount_value: z
    .string()
    .regex(/^-?\d{1,30}(?:\.\d{1,15})?$/, 'must be a decimal number')
    .exactOptional(),
  assumption: z.enum(assumptions).exactOptional(),
};

/**
 * The subject of the figure: a target or an indicator by `target`, a stage, a group and a step of
 * the bridge, a project by `code`. The measure decides which are needed.
 */
const explanationQuery = z.strictObject({
  ...asOfQuery,
  compare,
  plan,
  ...registerFilter,
  status: statusFilter,
  unit,
  country,
  investor,
  column,
  versus,
  scenario,
  ...cellQuery,
  from: isoDate.exactOptional(),
  known_from: knownAt.exactOptional(),
  ...conversionQuery,
  target: id.exactOptional(),
  month: month.exactOptional(),
  stage: stageText.exactOptional(),
  from_stage: stageOrUnknown.exactOptional(),
  group: z.enum(['established', 'pipeline']).exactOptional(),
  step: z.enum(bridgeSteps).exactOptional(),
  addition: z.enum(outlookSteps).exactOptional(),
  code: text(200).exactOptional(),
  amount: z.enum(measures).exactOptional(),
  jobs: z.enum(['jobs_plan', 'jobs_actual']).exactOptional(),
  fact: z.enum(['land_mu', 'floor_area_m2', 'foreign_percent']).exactOptional(),
  milestone: z.enum(milestoneTypes).exactOptional(),
  place: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number from 0 to 99')
    .exactOptional(),
  limit: pageSize(100),
  cursor: text(2000).exactOptional(),
});
export type ExplanationQuery = Infer<typeof explanationQuery>;
/**
 * A figure of a link. Its day, its plan and its projects are those of the link; where they are
 * named they must be the same.
 */
export const sharedExplanationQuery = explanationQuery.omit({
  known_at: true,
  known_from: true,
  compare: true,
  plan: true,
  scenario: true,
  rates: true,
  cur: true,
  owner: true,
  unit: true,
  investor: true,
});
export type SharedExplanationQuery = Infer<typeof sharedExplanationQuery>;
/** How a figure of a link is made, as far as the link shows it. */
export const sharedExplanationSchema = explanation.omit({ revision: true, list: true });
export type SharedExplanation = Infer<typeof sharedExplanationSchema>;
/** The id of a measure in an address. */
export const measureParam = measure;

export const measureSchemas = {
  listMeasures: {
    ...noInput,
    reply: z.strictObject({ items: z.array(declaration) }),
  },
  explanation: {
    ...noInput,
    params: z.strictObject({ measure }),
    query: explanationQuery,
    reply: explanation,
  },
} as const;
