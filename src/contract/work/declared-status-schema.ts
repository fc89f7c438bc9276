import { declaredStatuses } from '#domain/work/judgement.ts';
import { z } from '#contract/core/zod.ts';
import { isoDate } from '#contract/core/primitives.ts';

/** Who stated a judgement on which day, and the day of the figures that it judges. */
export const signature = { by: z.string(), on: isoDate, as_of: isoDate.exactOptional() };
/** A declared status with its signature. `until` is its last day. */
export const declaredStatusSchema = z.strictObject({
  status: z.enum(declaredStatuses),
  reason: z.string(),
  ...signature,
  until: isoDate.exactOptional(),
});
