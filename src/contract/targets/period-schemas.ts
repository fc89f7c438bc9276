import { openPointKinds } from '#domain/targets/period-close.ts';
import { z } from '#contract/core/zod.ts';
import { count, decimal, filledText, id, isoDate, month, text } from '#contract/core/primitives.ts';
import { missing } from '#contract/projects/schemas.ts';

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
export const closedPeriodSchema = z.strictObject({
  period: month,
  closed_at: z.string(),
  closed_by: z.string(),
  revision: count,
  definitions: z.strictObject({ version: count, since: isoDate }).exactOptional(),
  note: z.string().exactOptional(),
  points: z.array(openPoint),
  changed: z.array(changedValue),
});
export const periodStateSchema = z.strictObject({
  period: month,
  points: z.array(openPoint),
  closed: closedPeriodSchema.exactOptional(),
});
export const closeBody = z.strictObject({ note: text(500).exactOptional() });
export const reopenBody = z.strictObject({ reason: filledText(500) });

const blockValue = z
  .strictObject({
    indicator: id,
    period: month,
    value: decimal.nullable(),
    missing: missing.exactOptional(),
    confirm: z.boolean().exactOptional(),
  })
  .refine((o) => o.value === null || o.missing === undefined, {
    path: ['missing'],
    message: 'stands only where value is null',
  });
export const valueBlockSchema = z
  .strictObject({ values: z.array(blockValue).min(1).max(2000), reason: text(500).exactOptional() })
  .refine(
    (b) => new Set(b.values.map((v) => `${v.indicator} ${v.period}`)).size === b.values.length,
    {
      path: ['values'],
      message: 'must not name one month of an indicator twice',
    },
  );
export const savedBlockSchema = z.strictObject({ revision: count, changed: count });

export const zoneVersionsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      revision: count,
      recorded_at: z.string(),
      author: z.string(),
      reason: z.string(),
      changes: z.array(
        z.strictObject({
          path: z.string(),
          from: z.string().exactOptional(),
          to: z.string().exactOptional(),
        }),
      ),
    }),
  ),
});
