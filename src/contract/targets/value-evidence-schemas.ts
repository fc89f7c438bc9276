import type { ValueEvidence } from '#domain/months/value-evidence.ts';
import { z, typeSchema } from '#contract/core/zod.ts';
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

const valueEvidenceSchema = typeSchema<ValueEvidence>(
  z.strictObject({
    id: z.string(),
    indicator: z.string(),
    period: month,
    target: z.string().exactOptional(),
    item: z.string().exactOptional(),
    ...evidenceFileFields,
  }),
);
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
