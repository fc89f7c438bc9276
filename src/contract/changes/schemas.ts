import { rateBases } from '#domain/changes/rate-basis.ts';
import { bridgeSteps, formerSteps } from '#domain/changes/bridge-steps.ts';
import { moveKinds, type RegisterChanges } from '#domain/changes/moves.ts';
import { measures, milestoneTypes } from '#domain/projects/project.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import { exchangeRateSchema } from '#contract/currencies/schemas.ts';
import { comparator } from '#contract/targets/target-schemas.ts';
import {
  count,
  cur,
  currency,
  dataStatus,
  isoDate,
  knownAt,
  month,
  noInput,
  registerFilter,
  stageOrUnknown,
  status,
  textInAllLanguages,
  wireMoney,
  namedProject,
} from '#contract/core/primitives.ts';

const wholeNumber = z.number().int();
export const bridgeSchema = z.strictObject({
  from: isoDate,
  to: isoDate,
  measure: z.enum(measures),
  rates: z.union([
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('missing'),
      currency,
      without: z.array(z.strictObject({ currency, day: isoDate })),
    }),
    z.strictObject({ kind: z.enum(rateBases), currency, used: z.array(exchangeRateSchema) }),
  ]),
  has_unset: z.literal(true).exactOptional(),
  groups: z.array(
    z.strictObject({
      group: z.enum(['established', 'pipeline']),
      steps: z.array(
        z.strictObject({
          kind: z.enum([...bridgeSteps, ...formerSteps]),
          projects: count,
          count: wholeNumber,
          is_unknown: z.literal(true).exactOptional(),
          undisclosed: wholeNumber,
          amounts: z.array(wireMoney),
          held_back: z.array(z.string()).exactOptional(),
        }),
      ),
    }),
  ),
});
const side = z.strictObject({ stage: stageOrUnknown, status, money: wireMoney.exactOptional() });
const targetOn = { comparator, value: z.string().exactOptional(), deadline: isoDate };
const covers = z.enum(['last_12_months', 'closed_year', 'year_to_date', 'month']);
const valueOn = z.strictObject({
  date: isoDate,
  value: z.string(),
  covers: covers.exactOptional(),
  data_status: dataStatus,
  revised: z
    .array(z.strictObject({ value: z.string().exactOptional(), recorded_at: z.string() }))
    .exactOptional(),
  now: z.string().exactOptional(),
});
/** An indicator on two days. */
export const indicatorChangeSchema = z.strictObject({
  indicator: z.string(),
  is_shared: z.literal(false).exactOptional(),
  name: textInAllLanguages,
  unit: z.string(),
  covers: covers.exactOptional(),
  from: valueOn.exactOptional(),
  to: valueOn.exactOptional(),
  carried: z.literal(true).exactOptional(),
  has_break: z.literal(true).exactOptional(),
  difference: z.string().exactOptional(),
  after_closing: z
    .array(
      z.strictObject({
        period: month,
        recorded_at: z.string(),
        reason: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
});
const kind = z.enum(moveKinds);
const replan = z.strictObject({
  type: z.enum(milestoneTypes),
  from: isoDate,
  to: isoDate.exactOptional(),
  days: wholeNumber.exactOptional(),
});
export const changesSchema = z.strictObject({
  bridge: bridgeSchema,
  moves: z.array(
    z.strictObject({
      ...namedProject,
      kinds: z.array(kind),
      from: side.exactOptional(),
      to: side.exactOptional(),
      date: isoDate.exactOptional(),
      by: z.literal(true).exactOptional(),
      regression: z.boolean(),
      replans: z.array(replan).exactOptional(),
    }),
  ),
  total: count.exactOptional(),
  counts: z.record(kind, count).exactOptional(),
  next_due: z
    .array(
      z.strictObject({
        ...namedProject,
        stage: stageOrUnknown,
        type: z.enum(milestoneTypes),
        plan: isoDate,
      }),
    )
    .exactOptional(),
  first_known_day: isoDate.exactOptional(),
  indicators: z.array(indicatorChangeSchema),
  targets: z.array(
    z.strictObject({
      indicator: z.string(),
      name: textInAllLanguages,
      unit: z.string(),
      from: z.strictObject(targetOn).exactOptional(),
      to: z
        .strictObject({ ...targetOn, source: textInAllLanguages, source_date: isoDate })
        .exactOptional(),
      date: isoDate,
      reason: z.string().exactOptional(),
    }),
  ),
  revision: z.strictObject({ from: count, to: count }),
  data_status: dataStatus,
});

/** `rates` converts the bridge into `cur`, by default the zone's own currency. */
export const conversionQuery = { rates: z.enum(rateBases).exactOptional(), cur };
/**
 * `from` defaults to the day with data before `to`, and `to` to the last one. `known_from`: the
 * moment at which the first day was known; `known_at` by default.
 */
const changesQuery = z.strictObject({
  from: isoDate.exactOptional(),
  to: isoDate.exactOptional(),
  known_from: knownAt.exactOptional(),
  known_at: knownAt.exactOptional(),
  measure: z.enum(measures).exactOptional(),
  ...conversionQuery,
  ...registerFilter,
});
export type ChangesQuery = Infer<typeof changesQuery>;
export const changesSchemas = {
  changes: {
    ...noInput,
    query: changesQuery,
    reply: typeSchema<RegisterChanges>(changesSchema),
  },
} as const;
