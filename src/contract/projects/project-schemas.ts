import {
  agreementTypes,
  measures,
  milestoneTypes,
  summaryKeys,
  type Project,
} from '#domain/projects/project.ts';
import { lineFields, longFields, numberFields, siteModes } from '#domain/projects/fields.ts';
import { reasonCodes } from '#domain/projects/reason.ts';
import { stages } from '#domain/projects/stage.ts';
import { qualifiers } from '#domain/values/money.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  count,
  currency,
  dataStatus,
  isoDate,
  missing,
  origin,
  stageOrUnknown,
  status,
  wireMoney,
  partlyTranslated,
  namedProject,
} from '#contract/core/primitives.ts';

export const amountSchema = z.strictObject({
  money: wireMoney.exactOptional(),
  missing: missing.exactOptional(),
  qualifier: z.enum(qualifiers).exactOptional(),
  text: z.string().exactOptional(),
  unit: z.string().exactOptional(),
});
export const firstPlan = z.strictObject({ date: isoDate, known: isoDate.exactOptional() });
const milestone = z.strictObject({
  type: z.enum(milestoneTypes),
  baseline: isoDate.exactOptional(),
  first_plan: firstPlan.exactOptional(),
  plan: isoDate.exactOptional(),
  actual: isoDate.exactOptional(),
});
const optionalText = z.string().exactOptional();
const reasonCode = z.enum(reasonCodes).exactOptional();

/** The fields of a list, each with one schema. */
const makeFields = <F extends string, S extends z.ZodType>(fields: readonly F[], schema: S) =>
  Object.fromEntries(fields.map((field) => [field, schema])) as Readonly<Record<F, S>>;
const project = {
  ...makeFields([...lineFields, ...longFields], optionalText),
  ...makeFields(numberFields, z.number().exactOptional()),
  ...namedProject,
  origin,
  investor_names: partlyTranslated.exactOptional(),
  site_mode: z.enum(siteModes).exactOptional(),
  agreement_type: z.enum(agreementTypes).exactOptional(),
  amounts: z.strictObject(makeFields(measures, amountSchema.exactOptional())),
  milestones: z.array(milestone),
  last_update: isoDate.exactOptional(),
  data_status: dataStatus,
  extra: z.record(z.string(), z.string()).exactOptional(),
  stage: stageOrUnknown,
  stage_since: isoDate.exactOptional(),
  stage_by: isoDate.exactOptional(),
  stage_word: optionalText,
  status,
  status_date: isoDate.exactOptional(),
  status_reason: optionalText,
  status_reason_code: reasonCode,
  revision: count,
};
/**
 * `by`: the event happened on that day or before. `counts_from`: a later day from which it counts.
 */
const eventDay = { by: z.literal(true).exactOptional(), counts_from: isoDate.exactOptional() };
export const projectPageSchema = z.strictObject({
  items: z.array(typeSchema<Project>(z.strictObject(project))),
  /**
   * Omitted before the first known day, for the best of 2,000 matches or more, and for a text that
   * more than 8,000 projects may have unless this page has all matches. `summary` counts them.
   */
  total: count.exactOptional(),
  /**
   * The first day of which the register knows its projects. Given for earlier days, which have no
   * list.
   */
  first_known_day: isoDate.exactOptional(),
  nextCursor: z.string().nullable(),
  /** The currencies without a rate in a sort by amount. Their projects come last. */
  unrated: z.array(currency).exactOptional(),
});
export type ProjectPage = Infer<typeof projectPageSchema>;
export const projectDetailSchema = z.strictObject({
  ...project,
  extended: z.strictObject(namedProject).exactOptional(),
  extensions: z.array(z.strictObject(namedProject)).exactOptional(),
  stage_events: z.array(
    z.strictObject({
      stage: stageOrUnknown,
      date: isoDate,
      ...eventDay,
      word: optionalText,
      reason_code: reasonCode,
      reason: optionalText,
    }),
  ),
  status_events: z.array(
    z.strictObject({
      status,
      date: isoDate.exactOptional(),
      ...eventDay,
      reason_code: reasonCode,
      reason: optionalText,
    }),
  ),
  imported_from: z
    .strictObject({
      file: z.string(),
      sheet: optionalText,
      row: count,
      cells: z
        .array(
          z.strictObject({
            name: z.string(),
            cell: z.string(),
            header: z.string(),
            text: z.string(),
          }),
        )
        .exactOptional(),
    })
    .exactOptional(),
  imported: z.literal(true).exactOptional(),
});
/** Totals of one group of projects; two currencies are never added. */
const group = z.strictObject({
  key: z.string(),
  /** An investor in other languages. */
  names: partlyTranslated.exactOptional(),
  count,
  /** Projects of the group whose amount is missing. */
  undisclosed: count,
  amounts: z.array(wireMoney),
});
export type SummaryGroup = Infer<typeof group>;
export const summarySchema = z.strictObject({
  by: z.enum(summaryKeys),
  measure: z.enum(measures),
  as_of: isoDate,
  /** Active projects, or those of the requested status. */
  groups: z.array(group),
  /** Omitted before the first known day. */
  total: group.exactOptional(),
  /**
   * Projects that the total excludes, by status: on hold, withdrawn, lost and others; empty where a
   * status was requested.
   */
  left_out: z.array(group),
  /** Projects of the total that extend another one; omitted for none. */
  extensions: count.exactOptional(),
  /** The first day of which the register knows its projects; before it there are no groups. */
  first_known_day: isoDate.exactOptional(),
  /**
   * Projects that may have been in the register without being counted; every count is then a lower
   * bound.
   */
  undated: count.exactOptional(),
});
export type Summary = Infer<typeof summarySchema>;

const days = { since: isoDate, days: count };
const actionReason = z.union([
  z.strictObject({
    kind: z.literal('overdue'),
    milestone: z.enum(milestoneTypes),
    plan: isoDate.exactOptional(),
    ...days,
  }),
  z.strictObject({ kind: z.literal('stalled'), stage: z.enum(stages), limit: count, ...days }),
  z.strictObject({ kind: z.literal('stale'), limit: count, ...days }),
  z.strictObject({ kind: z.literal('issue'), ...days }),
  z.strictObject({ kind: z.literal('blocked'), ...days }),
]);

export const actionListSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      ...namedProject,
      owner: z.string().exactOptional(),
      money: wireMoney.exactOptional(),
      missing: missing.exactOptional(),
      days_over: count,
      reasons: z.array(actionReason),
    }),
  ),
  total: count,
  unrated: z.array(currency),
  not_judged: count,
  undated: count,
});
/** Count and sums of a group of projects. */
export const groupSums = {
  count,
  undisclosed: count,
  amounts: z.array(wireMoney),
  held_back: z.array(z.string()).exactOptional(),
};
