import { lights } from '#domain/projects/light.ts';
import { milestoneTypes } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import { z } from '#contract/core/zod.ts';
import {
  count,
  isoDate,
  missing,
  stageOrUnknown,
  status,
  wireMoney,
  namedProject,
} from '#contract/core/primitives.ts';
import { firstPlan, groupSums } from '#contract/projects/project-schemas.ts';

const dot = z.strictObject({
  ...namedProject,
  industry: z.string().exactOptional(),
  money: wireMoney.exactOptional(),
  missing: missing.exactOptional(),
});
const minor = wireMoney.shape.minor;
const spread = z.strictObject({
  currency: z.string(),
  count,
  not_above_zero: count,
  classes: z.array(z.strictObject({ from: minor, to: minor, count })),
  quantiles: z.strictObject({ low: minor, middle: minor, high: minor }).exactOptional(),
});
const stripRow = z.strictObject({
  stage: stageOrUnknown,
  ...groupSums,
  dots: z.array(dot),
  spread: spread.exactOptional(),
  spread_held_back: z.literal(true).exactOptional(),
});
export const stripGroup = z.strictObject({
  group: z.enum(['established', 'pipeline', 'unknown']),
  ...groupSums,
  rows: z.array(stripRow),
});
const projectKey = {
  ...namedProject,
  date: isoDate,
  by: z.literal(true).exactOptional(),
};
export const change = z.union([
  z.strictObject({
    kind: z.literal('stage'),
    ...projectKey,
    from: stageOrUnknown.exactOptional(),
    to: stageOrUnknown,
    regression: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('new'), ...projectKey, to: stageOrUnknown }),
  z.strictObject({ kind: z.literal('status'), ...projectKey, from: status, to: status }),
]);
export const beforeNow = z.strictObject({
  before: count.exactOptional(),
  now: count.exactOptional(),
});
const milestone = z.enum(milestoneTypes);
export const establishedGroup = z.strictObject({
  ...namedProject,
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
  slippage_days: z.number().exactOptional(),
  overdue: z.strictObject({ since: isoDate, days: count }).exactOptional(),
  operating_since: isoDate.exactOptional(),
  light: z.enum(lights).exactOptional(),
});
