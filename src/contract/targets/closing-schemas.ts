import { openPointKinds } from '#domain/targets/period-close.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import { count, isoDate, month } from '#contract/core/primitives.ts';

export const openPoint = z.strictObject({
  kind: z.enum(openPointKinds),
  of: z.array(z.string()),
  count: count.exactOptional(),
});
export const changedValue = z.strictObject({
  indicator: z.string(),
  period: month,
  before: z.string().exactOptional(),
  now: z.string().exactOptional(),
});
export const laterChanges = z.array(
  changedValue.extend({
    author: z.string(),
    recorded_at: z.string(),
    reason: z.string().exactOptional(),
  }),
);
export const closedPeriodSchema = z.strictObject({
  period: month,
  closed_at: z.string(),
  closed_by: z.string(),
  revision: count,
  definitions: z.strictObject({ version: count, since: isoDate }).exactOptional(),
  note: z.string().exactOptional(),
  points: z.array(openPoint),
  changed: laterChanges,
});
export const reopenedPeriodSchema = z.strictObject({ period: month, changed: laterChanges });
/** A former closing of a month, with who ended it, when and why. */
export const reopeningSchema = z.strictObject({
  closed_at: z.string(),
  closed_by: z.string(),
  reopened_at: z.string(),
  reopened_by: z.string(),
  reason: z.string().exactOptional(),
});
export type Reopening = Infer<typeof reopeningSchema>;
