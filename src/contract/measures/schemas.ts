import { bridgeSteps } from '#domain/changes/bridge-steps.ts';
import { measureIds } from '#domain/measures/measure-id.ts';
import type { Explanation } from '#domain/measures/explanation.ts';
import { outlookSteps } from '#domain/outlook/outlook.ts';
import { measures, milestoneTypes } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import {
  asOfQuery,
  compare,
  count,
  dataStatus,
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
  translated,
  namedProject,
} from '#contract/core/primitives.ts';
import { converted } from '#contract/changes/schemas.ts';
import { typeSchema, z, type Infer } from '#contract/core/zod.ts';

const measure = z.enum(measureIds);
const exact = z.strictObject({ value: z.string(), unit: z.string() });
const project = z.strictObject({
  ...namedProject,
  stage: stageOrUnknown.exactOptional(),
  status: status.exactOptional(),
  adds: exact.exactOptional(),
  missing: missing.exactOptional(),
  date: isoDate.exactOptional(),
});
const value = z.strictObject({
  period: month,
  value: z.string().exactOptional(),
  missing: missing.exactOptional(),
  unit: z.string(),
  data_status: dataStatus,
  source: translated.exactOptional(),
});
const definitions = z.strictObject({ version: count, since: isoDate });
const explanation = z.strictObject({
  measure,
  name: translated,
  subject: translated.exactOptional(),
  text: translated.exactOptional(),
  absent: translated.exactOptional(),
  exact: z.array(exact),
  formula: translated,
  filled: translated.exactOptional(),
  parts: z.array(z.strictObject({ name: translated, text: translated })),
  counts: translated,
  leaves_out: translated,
  left_out: z.array(z.strictObject({ reason: translated, count })),
  sources: z.array(z.strictObject({ title: translated, date: isoDate.exactOptional() })),
  data_status: dataStatus,
  as_of: isoDate,
  since: isoDate.exactOptional(),
  revision: count,
  version: count,
  definitions: definitions.exactOptional(),
  rows: z.union([
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('projects'),
      total: count,
      items: z.array(project),
      next: z.string().nullable(),
    }),
    z.strictObject({ kind: z.literal('values'), total: count, items: z.array(value) }),
  ]),
});
const declared = z.strictObject({
  id: measure,
  name: translated,
  unit: translated,
  formula: translated,
  counts: translated,
  leaves_out: translated,
  source: translated,
  version: count,
});

/**
 * What the figure is of: a target or an indicator by `target`, a stage, a group and a step of the
 * bridge, a project by `code`. The measure says which are needed.
 */
const explanationQuery = z.strictObject({
  ...asOfQuery,
  compare,
  plan,
  ...registerFilter,
  from: isoDate.exactOptional(),
  known_from: knownAt.exactOptional(),
  ...converted,
  target: id.exactOptional(),
  month: month.exactOptional(),
  stage: z.enum([...stages, 'unknown', 'established', 'pipeline']).exactOptional(),
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

export const measureSchemas = {
  listMeasures: {
    ...noInput,
    reply: z.strictObject({ items: z.array(declared) }),
  },
  explanation: {
    ...noInput,
    params: z.strictObject({ measure }),
    query: explanationQuery,
    reply: typeSchema<Explanation>(explanation),
  },
} as const;
