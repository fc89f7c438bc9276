import type { NamedProject } from '#domain/projects/project.ts';
import { decisionSubjects, type Decision } from '#domain/work/decision.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  partlyTranslated,
  asOfQuery,
  count,
  filledText,
  isoDate,
  noInput,
  text,
} from '#contract/core/primitives.ts';

const subject = z.enum(decisionSubjects);
const storedFields = {
  id: z.string(),
  subject,
  subject_id: z.string(),
  text: z.string(),
  owner: z.string().exactOptional(),
  decided_on: isoDate,
  due: isoDate.exactOptional(),
  done_on: isoDate.exactOptional(),
  revision: count,
};
const decisionSchema = typeSchema<Decision>(z.strictObject(storedFields));
/** A decision with the name of its project. */
const listedSchema = typeSchema<Decision & Partial<Pick<NamedProject, 'name' | 'names'>>>(
  z.strictObject({
    ...storedFields,
    name: z.string().exactOptional(),
    names: partlyTranslated.exactOptional(),
  }),
);
/**
 * `subject_id`: the code of the project or the key of the target. `decided_on`: today by default.
 */
const newDecisionSchema = z.strictObject({
  subject,
  subject_id: filledText(200),
  text: filledText(2000),
  owner: filledText(300).exactOptional(),
  decided_on: isoDate.exactOptional(),
  due: isoDate.exactOptional(),
});
export type NewDecision = Infer<typeof newDecisionSchema>;
/** null removes a value. `done_on` completes a decision, null opens it again. */
const decisionPatchSchema = z
  .strictObject({
    text: filledText(2000).exactOptional(),
    owner: filledText(300).nullable().exactOptional(),
    decided_on: isoDate.exactOptional(),
    due: isoDate.nullable().exactOptional(),
    done_on: isoDate.nullable().exactOptional(),
    reason: text(500).exactOptional(),
  })
  .refine((patch) => Object.keys(patch).some((key) => key !== 'reason'), 'must change something');
export type DecisionPatch = Infer<typeof decisionPatchSchema>;
const editedSchema = z.strictObject({ decision: decisionSchema, revision: count.nullable() });
export type EditedDecision = Infer<typeof editedSchema>;
/** `current` of a rejected change: the decision as it is, and as its editor saw it, if known. */
const conflictSchema = z.strictObject({
  now: decisionSchema,
  seen: decisionSchema.nullable(),
});
export type DecisionConflict = Infer<typeof conflictSchema>;

export const decisionSchemas = {
  listDecisions: {
    ...noInput,
    query: z.strictObject({
      ...asOfQuery,
      subject: subject.exactOptional(),
      subject_id: text(200).exactOptional(),
      /** Only open decisions. */
      open: z.literal('true').exactOptional(),
    }),
    reply: z.strictObject({ items: z.array(listedSchema) }),
  },
  addDecision: { ...noInput, body: newDecisionSchema, reply: editedSchema },
  changeDecision: {
    ...noInput,
    params: z.strictObject({ id: z.uuid('must be the id of a decision') }),
    body: decisionPatchSchema,
    reply: editedSchema,
    conflict: { 412: conflictSchema },
  },
} as const;
