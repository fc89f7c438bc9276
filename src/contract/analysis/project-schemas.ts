import { fieldGroups, type Completeness } from '#domain/analysis/completeness.ts';
import { timelineGroups, type ProjectTimeline } from '#domain/analysis/project-timeline.ts';
import { stageEnds, type StageTime } from '#domain/analysis/stage-time.ts';
import { factFields } from '#domain/projects/fields.ts';
import { milestoneTypes } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import {
  asOfQuery,
  count,
  isoDate,
  noInput,
  partlyTranslated,
  namedProject,
} from '#contract/core/primitives.ts';
import { orUnknown } from '#contract/core/unknown-projects.ts';
import { typeSchema, z } from '#contract/core/zod.ts';
import { projectFilters } from '#contract/projects/schemas.ts';

/** The projects that are counted. */
const { as_of: _day, known_at: _knownAt, status: _status, q: _q, ...counted } = projectFilters;

const days = z.number();
const projectKey = namedProject;
const spread = z.strictObject({ p10: days, p25: days, p75: days, p90: days }).exactOptional();
const caseLine = { count, median: days.exactOptional(), spread, undated: count };
const stageTime = z.strictObject({
  stages: z.array(
    z.strictObject({
      stage: z.enum(stages),
      limit: z
        .strictObject({
          days,
          gate: z
            .strictObject({
              id: z.string(),
              name: partlyTranslated.exactOptional(),
              months: z.number(),
            })
            .exactOptional(),
        })
        .exactOptional(),
      open: z.strictObject({
        ...caseLine,
        over: count.exactOptional(),
        cases: z
          .array(z.strictObject({ ...projectKey, days, over: z.literal(true).exactOptional() }))
          .exactOptional(),
      }),
      closed: z.strictObject({
        ...caseLine,
        moved_on: count,
        left: count,
        cases: z
          .array(z.strictObject({ ...projectKey, days, end: z.enum(stageEnds) }))
          .exactOptional(),
      }),
    }),
  ),
  on_hold: count,
  stage_not_set: count,
  moved_back: count,
  stage_unset: count.exactOptional(),
});

const gate = {
  id: z.string(),
  name: partlyTranslated.exactOptional(),
  is_legal: z.literal(true).exactOptional(),
};
const type = z.enum(milestoneTypes);
const row = z.strictObject({
  ...projectKey,
  stage: z.enum([...stages, 'unknown']),
  milestones: z.array(
    z.strictObject({
      type,
      original: isoDate.exactOptional(),
      plan: isoDate.exactOptional(),
      actual: isoDate.exactOptional(),
      passed: z.literal(true).exactOptional(),
      slip: days.exactOptional(),
      overdue: days.exactOptional(),
    }),
  ),
  gates: z.array(z.strictObject({ ...gate, due: isoDate, left: days })),
  verdict: z.union([
    z.strictObject({ kind: z.enum(['later', 'overdue', 'done_late', 'earlier']), type, days }),
    z.strictObject({ kind: z.enum(['as_planned', 'no_original', 'no_dates', 'no_day']) }),
  ]),
  next: z.strictObject({ type, day: isoDate }).exactOptional(),
});
const due = z.array(
  z.strictObject({
    ...projectKey,
    day: isoDate,
    type: type.exactOptional(),
    gate: z.strictObject(gate).exactOptional(),
    original: isoDate.exactOptional(),
  }),
);
const timeline = z.strictObject({
  projects: count,
  undated: count,
  no_original: count,
  behind: count,
  median_delay: days.exactOptional(),
  due_days: count,
  due,
  due_total: count,
  passed: due,
  passed_total: count,
  delays: z.array(row),
  quarters: z.array(
    z.strictObject({
      quarter: z.string(),
      done: count,
      done_late: count,
      done_unknown: count,
      late: count,
      later: count,
      open: count,
    }),
  ),
  rows: z.array(row).exactOptional(),
});

const ages = z.strictObject({ fresh: count, ageing: count, old: count, unknown: count });
const values = {
  applicable: count,
  filled: count,
  missing: count,
  not_disclosed: count,
  ages,
  oldest_days: days.exactOptional(),
};
const completeness = z.strictObject({
  projects: count,
  fields: z.array(
    z.strictObject({ field: z.enum(factFields), group: z.enum(fieldGroups), ...values }),
  ),
  ages,
  oldest_days: days.exactOptional(),
  owners: z
    .array(z.strictObject({ owner: z.string().exactOptional(), projects: count, ...values }))
    .exactOptional(),
  owners_total: count.exactOptional(),
});

export const projectAnalysisSchemas = {
  stageTime: {
    ...noInput,
    query: z.strictObject({ ...asOfQuery, ...counted }),
    reply: orUnknown(typeSchema<StageTime>(stageTime)),
  },
  projectTimeline: {
    ...noInput,
    query: z.strictObject({
      ...asOfQuery,
      ...counted,
      by: z.enum(timelineGroups).exactOptional(),
    }),
    reply: orUnknown(typeSchema<ProjectTimeline>(timeline)),
  },
  completeness: {
    ...noInput,
    query: z.strictObject({ ...asOfQuery, ...counted }),
    reply: orUnknown(typeSchema<Completeness>(completeness)),
  },
};
