import {
  comparators,
  cumulations,
  directions,
  indicatorKinds,
  planPaths,
  splitKinds,
  unitPowers,
} from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import { z } from '#contract/core/zod.ts';
import {
  count,
  dataStatus,
  decimal,
  filledText,
  id,
  isoDate,
  month,
  partlyTranslated,
  text,
  textInAllLanguages,
  unitName,
} from '#contract/core/primitives.ts';

export const comparator = z.enum(comparators);
export const indicatorKind = z.enum(indicatorKinds);
export const planPath = z.enum(planPaths);

export const unitPower = z.union(unitPowers.map((power) => z.literal(power)));
/** Makes the schema of an indicator. `name` is the schema of its name and definition. */
export const makeIndicatorSchema = (name: z.ZodType<Text>, definition: z.ZodType<Text>) =>
  z.strictObject({
    id,
    kind: indicatorKind,
    unit: unitName,
    name,
    definition,
    cumulation: z.enum(cumulations).exactOptional(),
    january_in_february: z.boolean().exactOptional(),
    power: unitPower.exactOptional(),
    direction: z.enum(directions).exactOptional(),
    source: text(300).exactOptional(),
    owner: filledText(200).exactOptional(),
    unit_in_charge: filledText(200).exactOptional(),
    is_shared: z.literal(false).exactOptional(),
    ratio: z.strictObject({ numerator: id, denominator: id }).exactOptional(),
    breaks: z
      .array(z.strictObject({ month, reason: filledText(500) }))
      .max(50)
      .exactOptional(),
  });
export const indicatorSchema = makeIndicatorSchema(textInAllLanguages, textInAllLanguages);
const checklistFields = { done: count, total: count, date: isoDate };
/** A checklist of a row: with the number of its overdue items, if it names items. */
export const rowChecklist = z.strictObject({ ...checklistFields, overdue: count.exactOptional() });
export const checklist = z
  .strictObject(checklistFields)
  .refine((c) => c.done <= c.total, 'done must not be more than total');
const year = z.number().int().min(1900).max(2200);
export const targetPeriod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('year'), year }),
  z.strictObject({
    kind: z.literal('quarter'),
    year,
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.strictObject({ kind: z.literal('phase'), phase: id }),
]);
export const checkpointSchema = z.strictObject({
  date: isoDate,
  share: z.number().min(0).max(1),
  data_status: dataStatus,
});
const targetPlan = z.discriminatedUnion('path', [
  z.strictObject({ path: z.literal('straight') }),
  z.strictObject({
    path: z.literal('checkpoints'),
    checkpoints: z.array(checkpointSchema).min(1).max(100),
  }),
  z.strictObject({
    path: z.literal('monthly'),
    values: z
      .array(z.strictObject({ month, value: decimal }))
      .min(1)
      .max(400),
  }),
  z.strictObject({ path: z.literal('as_last_year') }),
]);
export const targetSplit = z.strictObject({
  by: z.enum(splitKinds),
  parts: z
    .array(
      z.strictObject({
        id,
        name: filledText(200),
        value: decimal,
        owner: filledText(200).exactOptional(),
      }),
    )
    .min(1)
    .max(100),
});
export const checklistItem = z.strictObject({
  id,
  name: partlyTranslated,
  planned: isoDate.exactOptional(),
  done: isoDate.exactOptional(),
  proof: text(500).exactOptional(),
  owner: filledText(200).exactOptional(),
});
export const targetSchema = z
  .strictObject({
    id: id.exactOptional(),
    indicator: id,
    period: targetPeriod.exactOptional(),
    covers: z.literal('sum_of_years').exactOptional(),
    comparator,
    value: decimal.exactOptional(),
    wording: partlyTranslated.exactOptional(),
    deadline: isoDate,
    baseline_date: isoDate,
    baseline: decimal.exactOptional(),
    source: text(300),
    source_date: isoDate,
    data_status: dataStatus,
    checklist: checklist.exactOptional(),
    items: z.array(checklistItem).max(200).exactOptional(),
    plan: targetPlan.exactOptional(),
    split: targetSplit.exactOptional(),
    owner: filledText(200).exactOptional(),
    unit_in_charge: filledText(200).exactOptional(),
  })
  .refine((t) => t.baseline_date < t.deadline, 'deadline must be after baseline_date');
