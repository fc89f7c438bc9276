import { evidenceSubjects, evidenceTypes } from '#domain/projects/evidence.ts';
import { z } from '#contract/core/zod.ts';
import { count, filledText, isoDate, text } from '#contract/core/primitives.ts';

const optionalText = z.string().exactOptional();
export const evidenceSchema = z.strictObject({
  id: z.string(),
  of: z.enum(evidenceSubjects),
  which: z.string(),
  date: isoDate.exactOptional(),
  file: z.string(),
  type: z.enum(evidenceTypes),
  size: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: optionalText,
  added_by: z.string(),
  added_at: z.string(),
  withdrawn: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).exactOptional(),
});
const code = text(200);
const id = z.uuid('must be the id of a file of this project');
export const evidenceSchemas = {
  list: z.strictObject({ items: z.array(evidenceSchema) }),
  query: z.strictObject({
    of: z.enum(evidenceSubjects),
    which: filledText(40),
    date: isoDate.exactOptional(),
    note: text(500).exactOptional(),
  }),
  upload: z.strictObject({ file: z.unknown() }),
  added: z.strictObject({ evidence: evidenceSchema, revision: count }),
  one: z.strictObject({ code, id }),
  withdrawal: z.strictObject({ reason: filledText(500) }),
} as const;
