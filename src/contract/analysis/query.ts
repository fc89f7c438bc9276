import { readVersus } from '#domain/overview/read-versus.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { asOfQuery, currency, groupKey, id, plan } from '#contract/core/primitives.ts';
import { type Infer, z } from '#contract/core/zod.ts';
import { projectFilters } from '#contract/projects/schemas.ts';

const { as_of: _day, known_at: _knownAt, q: _q, ...filters } = projectFilters;

/**
 * The parameters of an analysis chart besides the day: the filters, and the options that its
 * definition names.
 */
export const analysisOptions = {
  ...filters,
  by: groupKey.exactOptional(),
  stack: id.exactOptional(),
  event: id.exactOptional(),
  period: id.exactOptional(),
  form: id.exactOptional(),
  zoom: id.exactOptional(),
  /** The only currency that a chart of several draws. */
  currency: currency.exactOptional(),
  /** The other side of a comparison: a day, or the projects of a group. */
  versus: z
    .string()
    .max(1000)
    .refine(
      (words) => readVersus(words) !== undefined,
      'must be a day as 2020-12-31, or a field and its values as industry:bio,ict',
    )
    .exactOptional(),
  /** The assumptions of an outlook that differ from the base, as its page writes them. */
  scenario: z
    .string()
    .max(1000)
    .refine(
      (words) => fromScenarioText(words) !== undefined,
      'must be a scenario as delay:12;rate:0.8;without:A01;add:signed-jobs-500;pace:6',
    )
    .exactOptional(),
};
const analysisQuery = z.strictObject({
  ...asOfQuery,
  plan,
  measure: id.exactOptional(),
  ...analysisOptions,
});
/** The names of the options and filters. */
export const analysisParameters = Object.keys(
  analysisOptions,
) as readonly (keyof typeof analysisOptions)[];
export type AnalysisQuery = Infer<typeof analysisQuery>;
