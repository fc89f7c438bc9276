import { undoneObjects, type UndoConflict } from '#domain/changes/undo.ts';
import { fieldValue } from '#contract/projects/edit-schemas.ts';
import { typeSchema, z, type Infer } from '#contract/core/zod.ts';
import {
  count,
  noInput,
  pageSize,
  revisionNumber,
  revisionReply,
  text,
} from '#contract/core/primitives.ts';

const revisionSchema = z.strictObject({
  id: count,
  recorded_at: z.string(),
  author: z.string(),
  kind: z.string(),
  reason: z.string(),
  undone_by: count.exactOptional(),
});
export type Revision = Infer<typeof revisionSchema>;
/**
 * `current` of a rejected undo: later changes of the same values, and whether the rest can be
 * undone without them.
 */
const undoConflictsSchema = z.strictObject({
  conflicts: z.array(
    typeSchema<UndoConflict>(
      z.strictObject({
        what: z.enum(undoneObjects),
        key: z.string(),
        parts: z.record(z.string(), z.string()).exactOptional(),
        name: z.string().exactOptional(),
        fields: z.array(
          z.strictObject({
            field: z.string(),
            before: fieldValue.exactOptional(),
            after: fieldValue.exactOptional(),
            now: fieldValue.exactOptional(),
          }),
        ),
      }),
    ),
  ),
  rest: z.boolean(),
});
export type UndoConflicts = Infer<typeof undoConflictsSchema>;

export const revisionSchemas = {
  listRevisions: {
    ...noInput,
    query: z.strictObject({ limit: pageSize(500), before: revisionNumber.exactOptional() }),
    reply: z.strictObject({
      items: z.array(revisionSchema),
      head: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  },
  undoRevision: {
    ...noInput,
    params: z.strictObject({ id: revisionNumber }),
    /** `reason` is needed where a value of a closed month changes. */
    body: z.strictObject({
      keep_later: z.boolean().exactOptional(),
      reason: text(500).exactOptional(),
    }),
    reply: revisionReply,
    conflict: { 409: undoConflictsSchema },
  },
} as const;
