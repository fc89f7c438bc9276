import { z } from '#contract/core/zod.ts';
import { noInput, revisionReply } from '#contract/core/primitives.ts';

export const sampleSchemas = {
  chooseSample: {
    ...noInput,
    body: z.strictObject({ sample: z.enum(['sample', 'example_zone', 'none']) }),
    reply: revisionReply,
  },
} as const;
