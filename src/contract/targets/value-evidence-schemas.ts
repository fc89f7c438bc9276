import { z, type Infer } from '#contract/core/zod.ts';
import {
  byId,
  count,
  filledText,
  id,
  knownAtQuery,
  month,
  noInput,
  text,
  upload,
} from '#contract/core/primitives.ts';
import { evidenceFileFields } from '#contract/projects/attachment-schemas.ts';

/**
 * A file stored as proof of the value of an indicator in a month, or of an item of a checklist of
 * the indicator, which was added in the month. It stays when the value or the item is changed or
 * removed. A withdrawn file is listed but cannot be downloaded.
 */
const valueEvidenceSchema = z.strictObject({
  id: z.string(),
  indicator: z.string(),
  period: month,
  target: z.string().exactOptional(),
  item: z.string().exactOptional(),
  ...evidenceFileFields,
});
export type ValueEvidence = Infer<typeof valueEvidenceSchema>;
const editedSchema = z.strictObject({ evidence: valueEvidenceSchema, revision: count });
const params = z.strictObject({ id, file: text(100) });

/** The endpoints of the files that prove values. */
export const valueEvidenceSchemas = {
  listValueEvidence: {
    ...noInput,
    query: z.strictObject({
      indicator: id.exactOptional(),
      period: month.exactOptional(),
      ...knownAtQuery,
    }),
    reply: z.strictObject({ items: z.array(valueEvidenceSchema) }),
  },
  addValueEvidence: {
    ...noInput,
    params: byId,
    query: z.strictObject({
      period: month,
      note: text(500).exactOptional(),
      /** An item of a checklist that the file proves: the key of its target, and its id. */
      target: id.exactOptional(),
      item: id.exactOptional(),
    }),
    body: upload,
    reply: editedSchema,
  },
  valueEvidenceFile: { ...noInput, params, reply: z.unknown() },
  withdrawValueEvidence: {
    ...noInput,
    params,
    body: z.strictObject({ reason: filledText(500) }),
    reply: editedSchema,
  },
} as const;
