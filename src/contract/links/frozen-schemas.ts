import type { FrozenView, SharedHead } from './endpoints.ts';
import { z } from '#contract/core/zod.ts';
import { count, isoDate } from '#contract/core/primitives.ts';

const pair = { as_of: isoDate, known_at: z.string() };
/** What a frozen link is of, as its maker sees it. */
export const frozenViewSchema = z.strictObject({
  ...pair,
  revision: count,
  hash: z.string(),
  rules: count.exactOptional(),
}) satisfies z.ZodType<FrozenView>;
/** The same as its reader sees it. */
export const sharedFrozenSchema = z.strictObject({
  ...pair,
  intact: z.boolean(),
  rules: count,
  present_rules: count,
}) satisfies z.ZodType<SharedHead['frozen']>;
