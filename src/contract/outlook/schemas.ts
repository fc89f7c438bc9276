import { outlookRefusals, outlookSteps, type Outlook } from '#domain/outlook/outlook.ts';
import { projectMeasures } from '#domain/outlook/outlook-project.ts';
import { movingStages } from '#domain/outlook/chance/stage-rates.ts';
import { stages } from '#domain/projects/stage.ts';
import { asOfQuery, count, isoDate, noInput, namedProject } from '#contract/core/primitives.ts';
import { typeSchema, z } from '#contract/core/zod.ts';
import { targetRowSchema } from '#contract/overview/target-row-schemas.ts';
import { planPath } from '#contract/targets/target-schemas.ts';
import { appliedScenario, paceScenario, scenarioQuery, sensitivity } from './scenario-schemas.ts';

const value = z.string();
const project = z.strictObject({
  ...namedProject,
  stage: z.enum(stages),
  adds: value.exactOptional(),
  already: value.exactOptional(),
  opens: isoDate.exactOptional(),
  full_capacity: isoDate.exactOptional(),
  owner: z.string().exactOptional(),
});
const range = z.strictObject({
  now: value,
  steps: z.array(z.strictObject({ key: z.enum(outlookSteps), count, adds: value, sum: value })),
  signed: value.exactOptional(),
  ceiling: value,
  adds: value,
  already: value.exactOptional(),
  known: count,
  missing: value,
  on_time: value.exactOptional(),
  late: value.exactOptional(),
  undated: value.exactOptional(),
  in_time: value.exactOptional(),
  unknown: count,
  unknown_codes: z.array(z.string()),
  undated_projects: count,
  undated_codes: z.array(z.string()),
});
const fewest = z.strictObject({
  need: value,
  closes: z.boolean(),
  count,
  projects: z.array(project),
  others: value,
  total: value,
});
const chance = z.strictObject({
  need: value,
  chance: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  at_least: z.boolean(),
  basis: z.array(
    z.strictObject({
      stage: z.enum(movingStages),
      own: z.number(),
      events: count,
      months: z.number(),
    }),
  ),
  ramp_months: z.number(),
  shock: z.number(),
});
/** The outlook as it is computed; a shared link omits parts of it. */
export const outlookSchema = z.strictObject({
  as_of: isoDate,
  revision: count,
  projects: count.exactOptional(),
  first_known_day: isoDate.exactOptional(),
  scenario: appliedScenario.exactOptional(),
  targets: z.array(
    z.strictObject({
      row: targetRowSchema,
      measure: z.enum(projectMeasures).exactOptional(),
      range: range.exactOptional(),
      fewest: fewest.exactOptional(),
      chance: chance.exactOptional(),
      refused: z.enum(outlookRefusals).exactOptional(),
      currencies: z.array(z.string()).exactOptional(),
      sensitivity: sensitivity.exactOptional(),
      scenario: z
        .strictObject({
          range: range.exactOptional(),
          chance: chance.exactOptional(),
          pace: paceScenario.exactOptional(),
        })
        .exactOptional(),
    }),
  ),
});

export const outlookSchemas = {
  outlook: {
    ...noInput,
    query: z.strictObject({ ...asOfQuery, plan: planPath.exactOptional(), ...scenarioQuery }),
    reply: typeSchema<Outlook>(outlookSchema),
  },
} as const;
