import type { ActionList } from '#domain/projects/actions.ts';
import { milestoneTypes } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import { z } from '#contract/core/zod.ts';
import { count, currency, isoDate, wireMoney } from '#contract/core/primitives.ts';
import { missing } from './schemas.ts';

const days = { since: isoDate, days: count };
const reason = z.union([
  z.strictObject({
    kind: z.literal('overdue'),
    milestone: z.enum(milestoneTypes),
    plan: isoDate.exactOptional(),
    ...days,
  }),
  z.strictObject({ kind: z.literal('stalled'), stage: z.enum(stages), limit: count, ...days }),
  z.strictObject({ kind: z.literal('stale'), limit: count, ...days }),
  z.strictObject({ kind: z.literal('issue'), ...days }),
]);

export const actionListSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      owner: z.string().exactOptional(),
      money: wireMoney.exactOptional(),
      missing: missing.exactOptional(),
      days_over: count,
      reasons: z.array(reason),
    }),
  ),
  total: count,
  unrated: z.array(currency),
  not_judged: count,
  undated: count,
}) satisfies z.ZodType<ActionList>;
