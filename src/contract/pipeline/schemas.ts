import type { Pipeline } from '#domain/projects/pipeline.ts';
import { z, typeSchema } from '#contract/core/zod.ts';
import { actionListSchema, groupSums } from '#contract/projects/project-schemas.ts';
import {
  asOfQuery,
  compare,
  count,
  dataStatus,
  isoDate,
  noInput,
  origin,
  registerFilter,
  stageOrUnknown,
  namedProject,
} from '#contract/core/primitives.ts';

const days = z.number().exactOptional();
const projectKey = namedProject;
const stageMoves = z.strictObject({
  from: stageOrUnknown.exactOptional(),
  to: stageOrUnknown,
  count,
  regression: z.boolean(),
  projects: z.array(
    z.strictObject({ ...projectKey, date: isoDate, by: z.literal(true).exactOptional() }),
  ),
});

export const pipelineSchema = z.strictObject({
  origin,
  revision: count,
  as_of: isoDate,
  compare: isoDate.exactOptional(),
  data_status: dataStatus,
  stages: z.array(
    z.strictObject({
      stage: stageOrUnknown,
      group: z.enum(['established', 'pipeline', 'neither']),
      ...groupSums,
      dated: count,
      undated: count,
      median_days: days,
      p80_days: days,
    }),
  ),
  first_known_day: isoDate.exactOptional(),
  undated_projects: count.exactOptional(),
  pipeline: z.strictObject({ ...groupSums, undated: count }).exactOptional(),
  on_hold: count.exactOptional(),
  moves: z
    .strictObject({ since: isoDate, total: count, items: z.array(stageMoves) })
    .exactOptional(),
  actions: actionListSchema.exactOptional(),
});
export const pipelineSchemas = {
  pipeline: {
    ...noInput,
    query: z.strictObject({ ...asOfQuery, compare, ...registerFilter }),
    reply: typeSchema<Pipeline>(pipelineSchema),
  },
} as const;
