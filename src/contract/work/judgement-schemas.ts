import { reasonCodes } from '#domain/projects/reason.ts';
import { declaredStatuses, type ListedStatus } from '#domain/work/judgement.ts';
import { decisionSubjects } from '#domain/work/decision.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  asOfQuery,
  count,
  filledText,
  id,
  isoDate,
  knownAtQuery,
  noInput,
  text,
} from '#contract/core/primitives.ts';
import { declaredStatusSchema, signature } from './declared-status-schema.ts';

/** Why a gate is blocked, from the list and in words. */
const blockedGateSchema = z.strictObject({
  gate: z.string(),
  cause: z.enum(reasonCodes),
  text: z.string(),
  ...signature,
});
/** The judgements of people about a project, apart from its facts. */
const judgementsSchema = z.strictObject({
  status: declaredStatusSchema.exactOptional(),
  blocked: z.array(blockedGateSchema),
});
export type Judgements = Infer<typeof judgementsSchema>;
/** The server signs it with the author and the day. A null status withdraws the declared one. */
const declareSchema = z.strictObject({
  status: z.enum(declaredStatuses).nullable(),
  reason: filledText(500),
  until: isoDate.exactOptional(),
});
export type DeclareStatus = Infer<typeof declareSchema>;
/** Why a gate is blocked. A null cause says that it is not blocked any more. */
const blockSchema = z.strictObject({
  cause: z.enum(reasonCodes).nullable(),
  text: filledText(1000),
});
export type BlockGate = Infer<typeof blockSchema>;
const editResult = z.strictObject({ judgements: judgementsSchema, revision: count });
const ofTarget = z.strictObject({ target: text(200) });
/** Also one that has expired. Omitted: nobody has declared one. */
const targetStatus = { status: declaredStatusSchema.exactOptional() };

export const judgementSchemas = {
  listDeclaredStatuses: {
    ...noInput,
    query: z.strictObject({
      as_of: isoDate.exactOptional(),
      ...knownAtQuery,
      /** Projects by default. The `code` of a target is its key. */
      subject: z.enum(decisionSubjects).exactOptional(),
    }),
    reply: z.strictObject({
      as_of: isoDate,
      statuses: z.array(
        typeSchema<ListedStatus>(declaredStatusSchema.extend({ code: z.string() })),
      ),
    }),
  },
  judgements: {
    ...noInput,
    params: z.strictObject({ code: text(200) }),
    /** `as_of`: omit it for the last judgements. */
    query: z.strictObject(asOfQuery),
    reply: judgementsSchema,
  },
  declareStatus: {
    ...noInput,
    params: z.strictObject({ code: text(200) }),
    body: declareSchema,
    reply: editResult,
  },
  targetStatus: {
    ...noInput,
    params: ofTarget,
    query: z.strictObject(knownAtQuery),
    reply: z.strictObject(targetStatus),
  },
  declareTargetStatus: {
    ...noInput,
    params: ofTarget,
    body: declareSchema,
    reply: z.strictObject({ ...targetStatus, revision: count }),
  },
  blockGate: {
    ...noInput,
    params: z.strictObject({ code: text(200), gate: id }),
    body: blockSchema,
    reply: editResult,
  },
} as const;
