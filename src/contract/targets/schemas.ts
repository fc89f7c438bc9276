import { forecastRefusals } from '#domain/targets/target-row.ts';
import { recordHorizons, type ForecastRecords } from '#domain/targets/forecast-record.ts';
import type { Achievement, ClosedPeriod, ReopenedPeriod } from '#domain/targets/period-close.ts';
import type { CauseNote, Indicator, Observation } from '#domain/zone/indicator.ts';
import type { Origin } from '#domain/values/data-status.ts';
import {
  acceptBody,
  achievementSchema,
  draftsBody,
  draftValueSchema,
  monthNotesBody,
} from './month-schemas.ts';
import {
  closedPeriodSchema,
  laterChanges,
  openPoint,
  reopenedPeriodSchema,
  reopeningSchema,
} from './closing-schemas.ts';
import { indicatorSchema } from './target-schemas.ts';
import { valueEvidenceSchemas } from './value-evidence-schemas.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  asOfQuery,
  byId,
  count,
  dataStatus,
  decimal,
  filledText,
  id,
  isoDate,
  knownAtQuery,
  missing,
  month,
  noInput,
  origin,
  revisionReply,
  text,
  textInAllLanguages,
} from '#contract/core/primitives.ts';

const observationSchema = z.strictObject({
  indicator: z.string(),
  period: month,
  value: z.string().exactOptional(),
  missing: missing.exactOptional(),
  data_status: dataStatus,
  source: z.string().exactOptional(),
  origin,
  revision: count,
  earlier: z
    .array(
      z.strictObject({
        value: z.string().exactOptional(),
        revision: count,
        recorded_at: z.string(),
      }),
    )
    .exactOptional(),
});
export const causeNoteSchema = z.strictObject({
  indicator: z.string(),
  period: month,
  text: z.string(),
  next_step: z.string().exactOptional(),
  owner: z.string().exactOptional(),
  due: isoDate.exactOptional(),
  author: z.string(),
  recorded_at: z.string(),
});
const hasReasonOnlyWithoutValue = (o: {
  readonly value: string | null;
  readonly missing?: unknown;
}) => o.value === null || o.missing === undefined;
const misplacedReason = { path: ['missing'], message: 'stands only where value is null' };
/**
 * A value to store. `missing` is the reason of a null `value`; `confirm` accepts a doubtful value.
 */
const newObservationSchema = z
  .strictObject({
    period: month,
    value: decimal.nullable(),
    missing: missing.exactOptional(),
    data_status: dataStatus.exactOptional(),
    source: text(300).exactOptional(),
    note: text(500).exactOptional(),
    confirm: z.boolean().exactOptional(),
    /** Why a value of a closed month changes. Required then. */
    reason: text(500).exactOptional(),
  })
  .refine(hasReasonOnlyWithoutValue, misplacedReason);
export type NewObservation = Infer<typeof newObservationSchema>;
const storedObservationSchema = z.strictObject({
  observation: typeSchema<Observation>(observationSchema),
  note: typeSchema<CauseNote>(causeNoteSchema).exactOptional(),
  revision: count,
});
export type StoredObservation = Infer<typeof storedObservationSchema>;
const blockValueSchema = z
  .strictObject({
    indicator: id,
    period: month,
    value: decimal.nullable(),
    missing: missing.exactOptional(),
    /** Omitted: the source of the stored value stays. */
    source: text(300).exactOptional(),
    confirm: z.boolean().exactOptional(),
    /** The revision of the value that the sender saw, 0 for none; another one is a conflict. */
    seen: count.exactOptional(),
  })
  .refine(hasReasonOnlyWithoutValue, misplacedReason);
export type BlockValue = Infer<typeof blockValueSchema>;
/** Values of several months and indicators. Either all of them are stored or none. */
const valueBlockSchema = z
  .strictObject({
    values: z.array(blockValueSchema).min(1).max(2000),
    reason: text(500).exactOptional(),
  })
  .refine(
    (b) => new Set(b.values.map((v) => `${v.indicator} ${v.period}`)).size === b.values.length,
    { path: ['values'], message: 'must not name one month of an indicator twice' },
  );
export type ValueBlock = Infer<typeof valueBlockSchema>;

export const indicatorSchemas = {
  ...valueEvidenceSchemas,
  listIndicators: {
    ...noInput,
    query: z.strictObject(knownAtQuery),
    reply: z.strictObject({ items: z.array(typeSchema<Indicator>(indicatorSchema)) }),
  },
  listObservations: {
    ...noInput,
    params: byId,
    query: z.strictObject(asOfQuery),
    reply: z.strictObject({
      items: z.array(typeSchema<Observation>(observationSchema)),
      notes: z.array(typeSchema<CauseNote>(causeNoteSchema)),
    }),
  },
  addObservation: {
    ...noInput,
    params: byId,
    body: newObservationSchema,
    reply: storedObservationSchema,
  },
} as const;

const changesReply = z.strictObject({ revision: count, changed: count });

/**
 * A month with its open points, drafts and notes. `closed` is omitted while it is open;
 * `reopenings` lists its former closings, oldest first, and `changed` the changes of a month that
 * is open again.
 */
const periodStateSchema = z.strictObject({
  period: month,
  points: z.array(openPoint),
  closed: typeSchema<ClosedPeriod>(closedPeriodSchema).exactOptional(),
  changed: typeSchema<ReopenedPeriod['changed']>(laterChanges).exactOptional(),
  reopenings: z.array(reopeningSchema),
  drafts: z.array(draftValueSchema),
  notes: z.array(typeSchema<CauseNote>(causeNoteSchema)),
  achievement: typeSchema<Achievement>(achievementSchema).exactOptional(),
});
export type PeriodState = Infer<typeof periodStateSchema>;

const ofMonth = { ...noInput, params: z.strictObject({ month }) } as const;
export const periodSchemas = {
  addObservations: {
    ...noInput,
    body: valueBlockSchema,
    reply: changesReply,
  },
  listPeriods: {
    ...noInput,
    query: z.strictObject(knownAtQuery),
    reply: z.strictObject({
      items: z.array(typeSchema<ClosedPeriod>(closedPeriodSchema)),
      reopened: z.array(typeSchema<ReopenedPeriod>(reopenedPeriodSchema)),
    }),
  },
  period: { ...ofMonth, query: z.strictObject(knownAtQuery), reply: periodStateSchema },
  closePeriod: {
    ...ofMonth,
    body: z.strictObject({ note: text(500).exactOptional() }),
    reply: typeSchema<ClosedPeriod>(closedPeriodSchema),
  },
  reopenPeriod: {
    ...ofMonth,
    body: z.strictObject({ reason: filledText(500) }),
    reply: revisionReply,
  },
  saveDrafts: { ...ofMonth, body: draftsBody, reply: changesReply },
  acceptDrafts: { ...ofMonth, body: acceptBody, reply: changesReply },
  saveMonthNotes: { ...ofMonth, body: monthNotesBody, reply: revisionReply },
} as const;

export const forecastSchema = z.union([
  z.strictObject({
    kind: z.literal('range'),
    at: isoDate,
    p10: z.number(),
    p25: z.number(),
    p50: z.number(),
    p75: z.number(),
    p90: z.number(),
    months: count,
    from: z.number(),
    pace: z.number(),
    year: z.tuple([z.number(), z.number(), z.number()]).exactOptional(),
    further: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(forecastRefusals) }),
]);
const insideCount = z.strictObject({ results: count, inside: count });

const horizon = z.enum(recordHorizons);
/** Past forecasts with their results, without the revision at which they were read. */
export const forecastRecordsSchema = z.strictObject({
  as_of: isoDate,
  ahead: horizon,
  items: z.array(
    z.strictObject({
      indicator: z.string(),
      name: textInAllLanguages,
      unit: z.string(),
      data_status: dataStatus,
      deadline: isoDate.exactOptional(),
      forecasts: z.array(
        z.strictObject({
          period: month,
          at: isoDate,
          recomputed: z.boolean(),
          forecast: forecastSchema,
          result: z.string().exactOptional(),
          inside: z.boolean().exactOptional(),
        }),
      ),
      results: count,
      scores: z
        .strictObject({
          near: insideCount,
          far: insideCount,
          median_error: z.number(),
          brier: z
            .strictObject({
              score: z.number(),
              constant: z.number(),
              results: count,
              on_plan: count,
            })
            .exactOptional(),
        })
        .exactOptional(),
      refused: z.enum(forecastRefusals).exactOptional(),
    }),
  ),
});

const forecastsReplySchema = typeSchema<
  ForecastRecords & { readonly origin: Origin; readonly revision: number }
>(z.strictObject({ origin, revision: count, ...forecastRecordsSchema.shape }));
/** Past forecasts with their results. */
export type ForecastsReply = Infer<typeof forecastsReplySchema>;
export const forecastSchemas = {
  forecasts: {
    ...noInput,
    /** `ahead`: how many months the forecasts look ahead, 12 by default. */
    query: z.strictObject({ ...asOfQuery, ahead: horizon.exactOptional() }),
    reply: forecastsReplySchema,
  },
} as const;
