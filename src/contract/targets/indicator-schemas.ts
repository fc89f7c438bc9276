import { comparators, cumulations, indicatorKinds, planPaths } from '#domain/zone/indicator.ts';
import { z } from '#contract/core/zod.ts';
import {
  count,
  decimal,
  filledText,
  id,
  isoDate,
  month,
  partlyTranslated,
  text,
  translated,
} from '#contract/core/primitives.ts';
import { dataStatus, missing, origin } from '#contract/projects/schemas.ts';

export const comparator = z.enum(comparators);
export const indicatorKind = z.enum(indicatorKinds);
export const planPath = z.enum(planPaths);

export const indicatorSchema = z.strictObject({
  id,
  kind: indicatorKind,
  unit: filledText(40),
  name: translated,
  definition: translated,
  cumulation: z.enum(cumulations).exactOptional(),
});
export const observationSchema = z.strictObject({
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
  author: z.string(),
  recorded_at: z.string(),
});
export const checklist = z
  .strictObject({ done: count, total: count, date: isoDate })
  .refine((c) => c.done <= c.total, 'done must not be more than total');
export const targetSchema = z
  .strictObject({
    indicator: id,
    comparator,
    value: decimal.exactOptional(),
    wording: partlyTranslated.exactOptional(),
    deadline: isoDate,
    baseline_date: isoDate,
    baseline: decimal.exactOptional(),
    source: text(300),
    source_date: isoDate,
    data_status: dataStatus,
    checklist: checklist.exactOptional(),
  })
  .refine((t) => t.baseline_date < t.deadline, 'deadline must be after baseline_date');
export const checkpointSchema = z.strictObject({
  date: isoDate,
  share: z.number().min(0).max(1),
  data_status: dataStatus,
});

/** One value to store; null with `missing` says why there is none. */
export const newObservationSchema = z
  .strictObject({
    period: month,
    value: decimal.nullable(),
    missing: missing.exactOptional(),
    data_status: dataStatus.exactOptional(),
    source: text(300).exactOptional(),
    note: text(500).exactOptional(),
    confirm: z.boolean().exactOptional(),
  })
  .refine((o) => o.value === null || o.missing === undefined, {
    path: ['missing'],
    message: 'stands only where value is null',
  });
