import { qualifiers } from '#domain/values/money.ts';
import {
  amountFields,
  dateFields,
  selectableStatuses,
  lineFields,
  longFields,
  nameFields,
  numberFields,
  siteModes,
  type FactChanges,
} from '#domain/projects/fields.ts';
import { normaliseCode } from '#domain/values/reading/codes.ts';
import { agreementTypes } from '#domain/projects/project.ts';
import { reasonCodes } from '#domain/projects/reason.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import { count, currency, filledText, isoDate, missing, text } from '#contract/core/primitives.ts';
import { amountSchema, projectDetailSchema } from './project-schemas.ts';

/** Largest amount that the store holds, in minor units. */
const most = 9_223_372_036_854_775_807n;
const enteredAmount = z
  .strictObject({
    money: z
      .strictObject({
        minor: z
          .string()
          .regex(/^(0|[1-9]\d{0,18})$/, 'must be minor units of 0 or more in a string')
          .refine(
            (s) => s.length < 19 || (/^\d{19}$/.test(s) && BigInt(s) <= most),
            'must be an amount that can be stored',
          ),
        currency,
      })
      .exactOptional(),
    missing: missing.exactOptional(),
    qualifier: z.enum(qualifiers).exactOptional(),
    text: text(200).exactOptional(),
    unit: text(40).exactOptional(),
  })
  .refine(
    (a) => (a.money === undefined) !== (a.missing === undefined),
    'must have money, or say why it is missing',
  );

const whole = z.number().int().min(0).max(100_000_000);
const numbers = {
  foreign_percent: z.number().min(0).max(100),
  land_mu: z.number().min(0).max(10_000_000),
  floor_area_m2: z.number().min(0).max(1_000_000_000),
  jobs_plan: whole,
  jobs_actual: whole,
} as const satisfies Record<(typeof numberFields)[number], z.ZodType<number>>;
const of = <T extends z.ZodType>(fields: readonly string[], schema: T) =>
  Object.fromEntries(fields.map((field) => [field, schema.nullable().exactOptional()]));

/**
 * Every fact that a caller may change. The server sets ids, origin, versions, baselines and
 * authors.
 */
const facts = z.strictObject({
  ...of(lineFields, filledText(300)),
  ...of(nameFields, filledText(300)),
  ...of(longFields, filledText(4000)),
  ...Object.fromEntries(
    numberFields.map((field) => [field, numbers[field].nullable().exactOptional()]),
  ),
  ...of(amountFields, enteredAmount),
  ...of(dateFields, isoDate),
  ...of(['site_mode'], z.enum(siteModes)),
  ...of(['agreement_type'], z.enum(agreementTypes)),
  name: filledText(300).exactOptional(),
  data_status: z.enum(selectableStatuses).exactOptional(),
}) as unknown as z.ZodType<FactChanges>;
const some = facts.refine((f) => Object.keys(f).length > 0, 'must name at least one field');
const namedFacts = facts.refine((f) => f.name !== undefined, {
  path: ['name'],
  message: 'must be given',
});
const reasonCode = z.enum(reasonCodes).exactOptional();
/** The change holds from `valid_from`: today by default, never a later day. */
const why = { reason: text(500).exactOptional(), valid_from: isoDate.exactOptional() };

export const newProjectSchema = z.strictObject({
  code: filledText(64).refine(
    (s) => s === normaliseCode(s),
    'must not begin or end with a blank, nor have invisible characters; compose letters with their accents',
  ),
  stage: z.enum(stages),
  facts: namedFacts,
  ...why,
});
export type NewProject = Infer<typeof newProjectSchema>;
/**
 * `facts`: new values by field. null removes a value; a field that is not named keeps its value.
 */
export const projectPatchSchema = z.strictObject({ facts: some, ...why });
export type ProjectPatch = Infer<typeof projectPatchSchema>;
/**
 * A move back needs `reason_code` and `reason`. `facts` are stored with the move. With
 * `complete_later`, the required fields and the reason can be sent later; a move to the same stage
 * adds the reason.
 */
export const stageMoveSchema = z.strictObject({
  stage: z.enum(stages),
  date: isoDate.exactOptional(),
  reason_code: reasonCode,
  reason: text(500).exactOptional(),
  facts: facts.exactOptional(),
  complete_later: z.literal(true).exactOptional(),
});
export type StageMove = Infer<typeof stageMoveSchema>;
/** `reason_code` is needed for every status but `active`. */
export const statusMoveSchema = z.strictObject({
  status: z.enum(statuses),
  date: isoDate.exactOptional(),
  reason_code: reasonCode,
  reason: filledText(500),
});
export type StatusMove = Infer<typeof statusMoveSchema>;

/**
 * `current` of a rejected change: the project as it is, and as its editor saw it, where that is
 * known.
 */
export const projectConflictSchema = z.strictObject({
  now: projectDetailSchema,
  seen: projectDetailSchema.nullable(),
});
export type ProjectConflict = Infer<typeof projectConflictSchema>;
/** The project after the change; `revision` is null where nothing had to change. */
export const editedProjectSchema = z.strictObject({
  project: projectDetailSchema,
  revision: count.nullable(),
});
export type EditedProject = Infer<typeof editedProjectSchema>;
export const fieldValue = z.union([z.string(), z.number(), amountSchema]);
const projectVersionSchema = z.strictObject({
  revision: count,
  recorded_at: z.string(),
  author: z.string(),
  kind: z.string(),
  reason: z.string(),
  undone_by: count.exactOptional(),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      from: fieldValue.exactOptional(),
      to: fieldValue.exactOptional(),
    }),
  ),
});
/** One revision of one project. */
export type ProjectVersion = Infer<typeof projectVersionSchema>;
export const projectHistorySchema = z.strictObject({
  items: z.array(projectVersionSchema),
  next: count.exactOptional(),
});
