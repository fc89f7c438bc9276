import type { FrozenView, SharedHead } from '#contract/links.ts';
import { z } from '#contract/zod.ts';
import { count, isoDate } from './primitives.ts';

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
