import type { Overview } from '#domain/overview/overview.ts';
import { stages } from '#domain/projects/stage.ts';
import { qualifiers } from '#domain/values/money.ts';
import { bridgeSchema, indicatorChangeSchema } from '#contract/changes/schemas.ts';
import { exchangeRateSchema } from '#contract/currencies/schemas.ts';
import { z, typeSchema } from '#contract/core/zod.ts';
import {
  asOfQuery,
  compare,
  count,
  cur,
  currency,
  dataStatus,
  isoDate,
  month,
  noInput,
  origin,
  plan,
  textInAllLanguages,
  registerFilter,
  namedProject,
} from '#contract/core/primitives.ts';
import { actionListSchema } from '#contract/projects/project-schemas.ts';
import { sessionSchema } from '#contract/service/schemas.ts';
import { changedValue } from '#contract/targets/closing-schemas.ts';
import { checkpointSchema, planPath } from '#contract/targets/target-schemas.ts';
import { industrySchema, redistributionShape, stageWordsSchema } from '#contract/zone/schemas.ts';
import { beforeNow, change, establishedGroup, stripGroup } from './register-schemas.ts';
import { targetRowSchema } from './target-row-schemas.ts';

const figure = z.strictObject({
  value: z.string(),
  unit: z.string(),
  qualifier: z.enum(qualifiers).exactOptional(),
  data_status: dataStatus,
  source: textInAllLanguages.exactOptional(),
  date: isoDate,
  note: textInAllLanguages.exactOptional(),
  name: textInAllLanguages.exactOptional(),
});
const figures = {
  established: figure.exactOptional(),
  established_investment: figure.exactOptional(),
  pipeline: figure.exactOptional(),
};

export const overviewSchema = z.strictObject({
  origin,
  revision: count,
  as_of: isoDate,
  days: z.array(isoDate),
  compare: isoDate.exactOptional(),
  zone: z.strictObject({
    name: textInAllLanguages,
    short_name: textInAllLanguages,
    fictional: z.boolean(),
    base_currency: z.string(),
    industries: z.array(industrySchema),
    stage_words: stageWordsSchema.exactOptional(),
    definitions: z.strictObject({ version: count, since: z.string() }).exactOptional(),
    ...redistributionShape,
  }),
  illustrative: z.boolean(),
  age_days: z.number().exactOptional(),
  report_due: isoDate.exactOptional(),
  headline: z.strictObject({
    ...figures,
    established_sums: z.array(figure).exactOptional(),
    investment_held_back: z.array(currency).exactOptional(),
    classes: z.array(figure).exactOptional(),
    stage_not_set: figure.exactOptional(),
    before: z.strictObject(figures),
  }),
  targets: z.array(targetRowSchema),
  indicator_changes: z.array(indicatorChangeSchema).exactOptional(),
  main_measure: z.string(),
  plan: z.strictObject({
    path: planPath,
    checkpoints: z.array(checkpointSchema),
    start: isoDate.exactOptional(),
  }),
  thresholds: z.strictObject({ ahead: z.number(), on: z.number(), slightly: z.number() }),
  phases: z.array(
    z.strictObject({
      id: z.string(),
      name: textInAllLanguages,
      start: isoDate,
      end: isoDate,
      elapsed: z.number(),
    }),
  ),
  phase_now: z
    .strictObject({ id: z.string(), month: z.number(), months: z.number() })
    .exactOptional(),
  phase_note: textInAllLanguages.exactOptional(),
  stage_mapping: z.strictObject({
    established: z.array(z.enum(stages)),
    pipeline: z.array(z.enum(stages)),
  }),
  strip: z.strictObject({
    groups: z.array(stripGroup),
    excluded: count.exactOptional(),
    currency: currency.exactOptional(),
    data_status: dataStatus,
  }),
  bridge: bridgeSchema.exactOptional(),
  beside: z
    .strictObject({
      currency,
      used: z.array(exchangeRateSchema),
      factors: z.record(
        currency,
        z.strictObject({ numerator: z.string(), denominator: z.string() }),
      ),
    })
    .exactOptional(),
  beside_missing: z.strictObject({ currency, without: z.array(currency) }).exactOptional(),
  changes: z
    .strictObject({
      since: isoDate,
      items: z.array(change),
      total: count,
      established: beforeNow,
      pipeline: beforeNow,
    })
    .exactOptional(),
  actions: actionListSchema.exactOptional(),
  undisclosed: z
    .strictObject({
      count,
      projects: z.array(z.strictObject(namedProject)),
    })
    .exactOptional(),
  established: z.array(establishedGroup),
  projects_total: count.exactOptional(),
  filtered: z
    .strictObject({
      of: count,
      zone: z.strictObject({
        ...figures,
        established_sums: z.array(figure).exactOptional(),
        investment_held_back: z.array(currency).exactOptional(),
        classes: z.array(figure).exactOptional(),
      }),
    })
    .exactOptional(),
  first_known_day: isoDate.exactOptional(),
  undated: count.exactOptional(),
  closed: z.strictObject({ period: month, changed: z.array(changedValue) }).exactOptional(),
  reopened: z.array(changedValue).exactOptional(),
  revised_since: z
    .array(
      z.strictObject({
        figure: z.string(),
        period: month.exactOptional(),
        stage: z.string().exactOptional(),
        unit: z.string(),
        before: z.string().exactOptional(),
        now: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  latest_month: z.strictObject({ period: month, data_status: dataStatus }).exactOptional(),
});

/** The data of the first view. */
export const firstViewSchemas = {
  session: { ...noInput, reply: sessionSchema },
  overview: {
    ...noInput,
    query: z.strictObject({ ...asOfQuery, compare, plan, cur, ...registerFilter }),
    reply: typeSchema<Overview>(overviewSchema),
  },
} as const;
