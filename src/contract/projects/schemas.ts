import { dataStatuses, missingReasons, origins } from '#domain/values/data-status.ts';
import { qualifiers } from '#domain/values/money.ts';
import { agreementTypes, measures, milestoneTypes, summaryKeys } from '#domain/projects/project.ts';
import { reasonCodes } from '#domain/projects/reason.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { z } from '#contract/core/zod.ts';
import { count, isoDate, wireMoney } from '#contract/core/primitives.ts';

export const stageOrUnknown = z.enum([...stages, 'unknown']);
export const status = z.enum(statuses);
export const dataStatus = z.enum(dataStatuses);
export const missing = z.enum(missingReasons);
export const origin = z.enum(origins);

export const amount = z.strictObject({
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
const optionalNumber = z.number().exactOptional();
const amountOf = amount.exactOptional();
const reasonCode = z.enum(reasonCodes).exactOptional();

const project = {
  code: z.string(),
  origin,
  name: z.string(),
  investor: optionalText,
  company: optionalText,
  national_code: optionalText,
  uscc: optionalText,
  country: optionalText,
  prefecture: optionalText,
  industry: optionalText,
  gb4754: optionalText,
  zone: optionalText,
  site_mode: z.enum(['land', 'lease', 'office']).exactOptional(),
  agreement_type: z.enum(agreementTypes).exactOptional(),
  source_channel: optionalText,
  amounts: z.strictObject({
    total_investment: amountOf,
    contracted_amount: amountOf,
    paid_in: amountOf,
    fai_done_total: amountOf,
    output_plan: amountOf,
    output_actual: amountOf,
  }),
  foreign_percent: optionalNumber,
  land_mu: optionalNumber,
  floor_area_m2: optionalNumber,
  jobs_plan: optionalNumber,
  jobs_actual: optionalNumber,
  milestones: z.array(milestone),
  progress_text: optionalText,
  next_step: optionalText,
  issue_text: optionalText,
  owner: optionalText,
  unit: optionalText,
  remark: optionalText,
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
/** How the day of an event is known: reached by it at the latest; counted from a later day. */
const eventDay = { by: z.literal(true).exactOptional(), counts_from: isoDate.exactOptional() };
const projectSchema = z.strictObject(project);
export const projectPageSchema = z.strictObject({
  items: z.array(projectSchema),
  total: count.exactOptional(),
  first_known_day: isoDate.exactOptional(),
  nextCursor: z.string().nullable(),
});
export const projectDetailSchema = z.strictObject({
  ...project,
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
const group = z.strictObject({
  key: z.string(),
  count,
  undisclosed: count,
  amounts: z.array(wireMoney),
});
export const summarySchema = z.strictObject({
  by: z.enum(summaryKeys),
  measure: z.enum(measures),
  as_of: isoDate,
  groups: z.array(group),
  total: group.exactOptional(),
  left_out: z.array(group),
  first_known_day: isoDate.exactOptional(),
  undated: count.exactOptional(),
});
