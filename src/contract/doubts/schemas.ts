import { doubtFactNames, doubtRules } from '#domain/doubts/doubt.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import {
  asOfQuery,
  count,
  filledText,
  isoDate,
  noInput,
  revisionReply,
  textInAllLanguages,
  wireMoney,
} from '#contract/core/primitives.ts';

const doubtRule = z.enum(doubtRules);
const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'must be the fingerprint of the doubt that you saw');
const doubtRowSchema = z.strictObject({
  subjects: z.array(
    z.strictObject({
      kind: z.enum(['project', 'indicator']),
      id: z.string(),
      name: textInAllLanguages,
    }),
  ),
  /** Further subjects that are not listed. */
  more: count.exactOptional(),
  facts: z.array(
    z.strictObject({
      name: z.enum(doubtFactNames),
      money: wireMoney.exactOptional(),
      date: isoDate.exactOptional(),
      text: z.string().exactOptional(),
      value: z.string().exactOptional(),
      unit: z.string().exactOptional(),
    }),
  ),
});
const doubtSchema = z.strictObject({
  rule: doubtRule,
  /** All rows; `rows` holds the first 50. */
  count,
  rows: z.array(doubtRowSchema),
  fingerprint,
  /** The author and the reason of a dismissal. It no longer applies when the rows change. */
  dismissed: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).exactOptional(),
});
export type DoubtReply = Infer<typeof doubtSchema>;
export const doubtSchemas = {
  doubts: {
    ...noInput,
    query: z.strictObject(asOfQuery),
    reply: z.strictObject({ as_of: isoDate, revision: count, items: z.array(doubtSchema) }),
  },
  /** `fingerprint`: the rows that the person saw. `as_of`: the day of these rows. */
  dismissDoubt: {
    ...noInput,
    params: z.strictObject({ rule: z.string() }),
    body: z.strictObject({
      fingerprint,
      as_of: isoDate.exactOptional(),
      name: filledText(100),
      reason: filledText(500),
    }),
    reply: revisionReply,
  },
} as const;
