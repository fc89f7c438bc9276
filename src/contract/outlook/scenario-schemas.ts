import {
  isScenarioField,
  paceMonths,
  scenarioLimits,
  type ScenarioField,
} from '#domain/outlook/scenario/scenario.ts';
import { assumptions } from '#domain/outlook/scenario/scenario-result.ts';
import { projectMeasures } from '#domain/outlook/outlook-project.ts';
import { stages } from '#domain/projects/stage.ts';
import { month } from '#contract/core/primitives.ts';
import { z } from '#contract/core/zod.ts';

const longest = 4000;
const between = ([low, high]: readonly [number, number]): string => `${low} to ${high}`;
const field = (name: ScenarioField, message: string) =>
  z
    .string()
    .max(longest)
    .refine((text) => isScenarioField(name, text), message)
    .exactOptional();

/** The scenario of an outlook, as parameters of its address. */
export const scenarioQuery = {
  delay: field('delay', `must be whole months, ${between(scenarioLimits.delay)}`),
  without: field(
    'without',
    `must be codes of projects with commas, at most ${scenarioLimits.without}`,
  ),
  add: field('add', `must be stage-jobs-number or stage-output-number, as signed-jobs-500`),
  rate: field('rate', `must be a factor from ${between(scenarioLimits.rate)}, as 0.8`),
  shock: field('shock', `must be a number from ${between(scenarioLimits.shock)}, as 0.5`),
  ramp: field('ramp', `must be whole months, ${between(scenarioLimits.ramp)}`),
  pace: field('pace', `must be ${paceMonths.join(', ')} months`),
};

/** A scenario in a reply, with the codes that no active project has. */
export const appliedScenario = z.strictObject({
  delay_months: z.number().exactOptional(),
  without: z.array(z.string()).exactOptional(),
  added: z
    .array(
      z.strictObject({
        stage: z.enum(stages),
        measure: z.enum(projectMeasures),
        adds: z.string(),
      }),
    )
    .exactOptional(),
  rate: z.number().exactOptional(),
  shock: z.number().exactOptional(),
  ramp_months: z.number().exactOptional(),
  pace_months: z.literal(paceMonths).exactOptional(),
  not_found: z.array(z.string()),
});
export const sensitivity = z.array(
  z.strictObject({ assumption: z.enum(assumptions), changes: z.array(z.number()) }),
);
export const paceScenario = z.strictObject({
  months: z.literal(paceMonths),
  pace: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  reached: month.exactOptional(),
});
