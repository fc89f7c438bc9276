import { type LinkWarning, warnedSums } from './warnings.ts';
import { z } from '#contract/core/zod.ts';
import { count, isoDate } from '#contract/core/primitives.ts';
import { stageOrUnknown } from '#contract/projects/schemas.ts';

/** A link's public name in addresses; it opens nothing. */
export const linkId = z.string().regex(/^[a-z2-7]{16}$/, 'must be the id of a link');
/** What follows from a link although none of its pages shows it. */
export const warningsSchema = z.array(
  z.strictObject({
    kind: z.enum(['moves', 'together']),
    links: z.array(linkId).exactOptional(),
    amounts: z.array(
      z.strictObject({
        of: z.union([stageOrUnknown, z.enum(warnedSums)]),
        as_of: isoDate,
        currency: z.string(),
        projects: count,
      }),
    ),
  }),
) satisfies z.ZodType<readonly LinkWarning[]>;
