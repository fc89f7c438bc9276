import { baselineKinds } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { valueBases, targetStatuses } from '#domain/targets/target-row.ts';
import { lights } from '#domain/projects/light.ts';
import { qualifiers } from '#domain/values/money.ts';
import { milestoneTypes } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import { z } from '#contract/core/zod.ts';
import { actionListSchema } from '#contract/projects/action-schemas.ts';
import { bridgeSchema } from '#contract/changes/schemas.ts';
import { exchangeRateSchema } from '#contract/changes/exchange-rate-schemas.ts';
import { forecastSchema } from '#contract/targets/forecast-schemas.ts';
import { changedValue } from '#contract/targets/period-schemas.ts';
import {
  causeNoteSchema,
  checkpointSchema,
  checklist,
  comparator,
  indicatorKind,
  planPath,
} from '#contract/targets/indicator-schemas.ts';
import {
  count,
  currency,
  isoDate,
  month,
  translated,
  wireMoney,
} from '#contract/core/primitives.ts';
import {
  dataStatus,
  firstPlan,
  missing,
  origin,
  stageOrUnknown,
  status,
} from '#contract/projects/schemas.ts';
import { industrySchema, stageWordsSchema } from '#contract/zone/schemas.ts';

const figure = z.strictObject({
  value: z.string(),
  unit: z.string(),
  qualifier: z.enum(qualifiers).exactOptional(),
  data_status: dataStatus,
  source: translated.exactOptional(),
  date: isoDate,
  note: translated.exactOptional(),
  name: translated.exactOptional(),
});
const point = z.strictObject({
  period: month,
  date: isoDate,
  value: z.string().exactOptional(),
  missing: missing.exactOptional(),
  in_month: z.string().exactOptional(),
  data_status: dataStatus,
  source: z.string().exactOptional(),
  revised_from: z.string().exactOptional(),
});
const rowValue = {
  value: z.string(),
  date: isoDate,
  basis: z.enum(valueBases),
  data_status: dataStatus,
};
const now = z.strictObject({
  ...rowValue,
  parts: z.tuple([z.string(), z.string(), z.string()]).exactOptional(),
});
const ratio = z.number().exactOptional();
const ledgerRow = z.strictObject({
  indicator: z.string(),
  kind: indicatorKind,
  unit: z.string(),
  name: translated,
  definition: translated,
  comparator,
  target: z.string().exactOptional(),
  wording: translated,
  wording_outdated: z.literal(true).exactOptional(),
  earlier: z
    .array(
      z.strictObject({
        comparator,
        value: z.string().exactOptional(),
        deadline: isoDate,
        until: isoDate,
      }),
    )
    .exactOptional(),
  deadline: isoDate,
  target_source: translated,
  target_source_date: isoDate,
  baseline: z
    .strictObject({ value: z.string(), date: isoDate, kind: z.enum(baselineKinds) })
    .exactOptional(),
  now: now.exactOptional(),
  later: z.strictObject(rowValue).exactOptional(),
  missing: missing.exactOptional(),
  stale: z.boolean(),
  completion: ratio,
  elapsed: ratio,
  plan: z
    .strictObject({ value: z.number(), share: z.number(), path: planPath, data_status: dataStatus })
    .exactOptional(),
  gap: ratio,
  attainment: ratio,
  remaining: z.string().exactOptional(),
  required_per_month: ratio,
  current_per_month: ratio,
  acceleration: ratio,
  pace: z.enum(['known', 'too_few_observations', 'no_growth', 'not_applicable']),
  forecast: forecastSchema,
  verdict: z.enum(targetStatuses),
  verdict_status: dataStatus,
  checklist: checklist.exactOptional(),
  series: z.array(point),
  cause: causeNoteSchema.exactOptional(),
});
const sums = {
  count,
  undisclosed: count,
  amounts: z.array(wireMoney),
  held_back: z.array(z.string()).exactOptional(),
};
const dot = z.strictObject({
  code: z.string(),
  name: z.string(),
  industry: z.string().exactOptional(),
  money: wireMoney.exactOptional(),
  missing: missing.exactOptional(),
});
const minor = wireMoney.shape.minor;
const spread = z.strictObject({
  currency: z.string(),
  count,
  not_above_zero: count,
  classes: z.array(
    z.strictObject({ from: minor, to: minor, count, investors: count.exactOptional() }),
  ),
  quantiles: z.strictObject({ low: minor, middle: minor, high: minor }).exactOptional(),
});
const stripRow = z.strictObject({
  stage: stageOrUnknown,
  ...sums,
  dots: z.array(dot),
  spread: spread.exactOptional(),
  spread_held_back: z.literal(true).exactOptional(),
});
const stripGroup = z.strictObject({
  group: z.enum(['established', 'pipeline', 'unknown']),
  ...sums,
  rows: z.array(stripRow),
});
const named = {
  code: z.string(),
  name: z.string(),
  date: isoDate,
  by: z.literal(true).exactOptional(),
};
const change = z.union([
  z.strictObject({
    kind: z.literal('stage'),
    ...named,
    from: stageOrUnknown.exactOptional(),
    to: stageOrUnknown,
    regression: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('new'), ...named, to: stageOrUnknown }),
  z.strictObject({ kind: z.literal('status'), ...named, from: status, to: status }),
]);
const beforeNow = z.strictObject({ before: count, now: count });
const milestone = z.enum(milestoneTypes);
const established = z.strictObject({
  code: z.string(),
  name: z.string(),
  industry: z.string().exactOptional(),
  stage: z.enum(stages),
  money: wireMoney.exactOptional(),
  missing: missing.exactOptional(),
  next: z
    .strictObject({
      type: milestone,
      baseline: isoDate.exactOptional(),
      first_plan: firstPlan.exactOptional(),
      plan: isoDate.exactOptional(),
    })
    .exactOptional(),
  slippage_days: ratio,
  overdue: z.strictObject({ since: isoDate, days: count }).exactOptional(),
  operating_since: isoDate.exactOptional(),
  light: z.enum(lights).exactOptional(),
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
    name: translated,
    short_name: translated,
    fictional: z.boolean(),
    base_currency: z.string(),
    industries: z.array(industrySchema),
    stage_words: stageWordsSchema.exactOptional(),
    definitions: z.strictObject({ version: count, since: z.string() }).exactOptional(),
  }),
  illustrative: z.boolean(),
  age_days: z.number().exactOptional(),
  headline: z.strictObject({
    ...figures,
    established_sums: z.array(figure).exactOptional(),
    investment_held_back: z.array(currency).exactOptional(),
    classes: z.array(figure).exactOptional(),
    before: z.strictObject(figures),
  }),
  targets: z.array(ledgerRow),
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
      name: translated,
      start: isoDate,
      end: isoDate,
      elapsed: z.number(),
    }),
  ),
  phase_now: z
    .strictObject({ id: z.string(), month: z.number(), months: z.number() })
    .exactOptional(),
  phase_note: translated.exactOptional(),
  stage_mapping: z.strictObject({
    established: z.array(z.enum(stages)),
    pipeline: z.array(z.enum(stages)),
  }),
  strip: z.strictObject({
    groups: z.array(stripGroup),
    excluded: count.exactOptional(),
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
      projects: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    })
    .exactOptional(),
  established: z.array(established),
  projects_total: count.exactOptional(),
  first_known_day: isoDate.exactOptional(),
  undated: count.exactOptional(),
  closed: z.strictObject({ period: month, changed: z.array(changedValue) }).exactOptional(),
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
}) satisfies z.ZodType<Overview>;
