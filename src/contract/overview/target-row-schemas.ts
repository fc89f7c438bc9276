import { rowPlanPaths, verdictValues, valueBases } from '#domain/targets/target-row.ts';
import { absenceReasons } from '#domain/values/data-status.ts';
import { baselineKinds } from '#domain/zone/indicator.ts';
import { z } from '#contract/core/zod.ts';
import { dataStatus, isoDate, month, textInAllLanguages } from '#contract/core/primitives.ts';
import { declaredStatusSchema } from '#contract/work/declared-status-schema.ts';
import { causeNoteSchema, forecastSchema } from '#contract/targets/schemas.ts';
import {
  checklistItem,
  rowChecklist,
  checkpointSchema,
  comparator,
  indicatorKind,
  targetPeriod,
  targetSplit,
  unitPower,
} from '#contract/targets/target-schemas.ts';

const point = z.strictObject({
  period: month,
  date: isoDate,
  value: z.string().exactOptional(),
  missing: z.enum(absenceReasons).exactOptional(),
  in_month: z.string().exactOptional(),
  data_status: dataStatus,
  source: z.string().exactOptional(),
  revised_from: z.string().exactOptional(),
  break_reason: z.string().exactOptional(),
});
const rowValue = {
  value: z.string(),
  date: isoDate,
  basis: z.enum(valueBases),
  data_status: dataStatus,
};
const now = z.strictObject({
  ...rowValue,
  parts: z.tuple([z.string(), z.string(), z.string()]).exactOptional(),
});
const ratio = z.number().exactOptional();
export const targetRowSchema = z.strictObject({
  id: z.string().exactOptional(),
  indicator: z.string(),
  period: targetPeriod.exactOptional(),
  is_shared: z.literal(false).exactOptional(),
  owner: z.string().exactOptional(),
  unit_in_charge: z.string().exactOptional(),
  split: targetSplit.exactOptional(),
  items: z.array(checklistItem).exactOptional(),
  power: unitPower.exactOptional(),
  kind: indicatorKind,
  unit: z.string(),
  name: textInAllLanguages,
  definition: textInAllLanguages,
  comparator,
  target: z.string().exactOptional(),
  wording: textInAllLanguages,
  wording_outdated: z.literal(true).exactOptional(),
  earlier: z
    .array(
      z.strictObject({
        comparator,
        value: z.string().exactOptional(),
        deadline: isoDate,
        until: isoDate,
      }),
    )
    .exactOptional(),
  deadline: isoDate,
  target_source: textInAllLanguages,
  target_source_date: isoDate,
  baseline: z
    .strictObject({ value: z.string(), date: isoDate, kind: z.enum(baselineKinds) })
    .exactOptional(),
  now: now.exactOptional(),
  later: z.strictObject(rowValue).exactOptional(),
  missing: z.enum(absenceReasons).exactOptional(),
  missing_months: z.array(month).exactOptional(),
  sum_break: z
    .strictObject({
      month,
      reason: z.string(),
      since: z.strictObject({ value: z.string(), date: isoDate }).exactOptional(),
    })
    .exactOptional(),
  stale: z.boolean(),
  completion: ratio,
  elapsed: ratio,
  plan: z
    .strictObject({
      value: z.number(),
      share: z.number(),
      path: z.enum(rowPlanPaths),
      checkpoints: z.array(checkpointSchema).exactOptional(),
      data_status: dataStatus,
    })
    .exactOptional(),
  gap: ratio,
  attainment: ratio,
  remaining: z.string().exactOptional(),
  required_per_month: ratio,
  current_per_month: ratio,
  acceleration: ratio,
  pace: z.enum(['known', 'too_few_observations', 'no_growth', 'not_applicable']),
  forecast: forecastSchema,
  verdict: z.enum(verdictValues),
  verdict_status: dataStatus,
  checklist: rowChecklist.exactOptional(),
  series: z.array(point),
  cause: causeNoteSchema.exactOptional(),
  marks: z
    .array(
      z.strictObject({
        kind: z.enum(['decision', 'note']),
        date: isoDate,
        text: z.string(),
        owner: z.string().exactOptional(),
        due: isoDate.exactOptional(),
        done_on: isoDate.exactOptional(),
      }),
    )
    .exactOptional(),
  declared: declaredStatusSchema.exactOptional(),
});
