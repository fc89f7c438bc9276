import { industryMarks } from '#domain/zone/industries.ts';
import { qualifiers } from '#domain/values/money.ts';
import { stages } from '#domain/projects/stage.ts';
import { linkSharers, type ZoneChanges, type ZoneProfile } from '#domain/zone/zone.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  checkpointSchema,
  indicatorSchema,
  planPath,
  targetSchema,
} from '#contract/targets/target-schemas.ts';
import {
  count,
  currency,
  dataStatus,
  decimal,
  filledText,
  id,
  isoDate,
  knownAtQuery,
  noInput,
  origin,
  text,
  translated,
} from '#contract/core/primitives.ts';

/** A list of entries with unique ids. */
const unique = <T extends z.ZodType<{ id: string }>>(item: T) =>
  z
    .array(item)
    .max(200)
    .refine(
      (list) => new Set(list.map((x) => x.id)).size === list.length,
      'must not name one id twice',
    );

/** An industry. In an own register its id is the word of the source. */
export const industrySchema = z.strictObject({
  id: filledText(200),
  name: translated,
  short: translated,
  colour: z.enum([...industryMarks, 'other']),
});
const phase = z
  .strictObject({ id, name: translated, start: isoDate, end: isoDate })
  .refine((p) => p.start <= p.end, 'end must not be before start');
const stageWord = z.strictObject({
  'zh-CN': filledText(60),
  ja: filledText(60),
  en: filledText(60),
});
const webAddress = text(500).regex(/^https?:\/\//, 'must start with http:// or https://');

/** A zone's own names of stages. An omitted stage keeps its usual name. */
export const stageWordsSchema = z.strictObject(
  Object.fromEntries(stages.map((stage) => [stage, stageWord.exactOptional()])) as Record<
    (typeof stages)[number],
    z.ZodExactOptional<typeof stageWord>
  >,
);

const zone = {
  name: translated,
  short_name: translated,
  base_currency: currency,
  area_km2: decimal.exactOptional(),
  standing: translated.exactOptional(),
  theme: translated.exactOptional(),
  function_zones: unique(z.strictObject({ id, name: translated })),
  industries: unique(industrySchema),
  phases: unique(phase),
  phase_note: translated.exactOptional(),
  indicators: unique(indicatorSchema),
  targets: z.array(targetSchema).max(500),
  checkpoints: z.array(checkpointSchema).max(100),
  plan_path: planPath,
  stage_mapping: z
    .strictObject({
      established: z.array(z.enum(stages)).max(7),
      pipeline: z.array(z.enum(stages)).max(7),
    })
    .refine(
      (m) =>
        new Set([...m.established, ...m.pipeline]).size ===
        m.established.length + m.pipeline.length,
      'a stage stands in one of the two only',
    ),
  stage_words: stageWordsSchema.exactOptional(),
  complete_from: z.strictObject({ date: isoDate, reason: filledText(500) }).exactOptional(),
  thresholds: z
    .strictObject({
      ahead: z.number().min(0).max(1000),
      on: z.number().min(0).max(1000),
      slightly: z.number().min(0).max(1000),
    })
    .refine((t) => t.ahead >= t.on && t.on >= t.slightly, 'must fall from ahead to slightly'),
  link_policy: z
    .strictObject({
      longest_days: z.number().int().min(1).max(366).exactOptional(),
      password_required: z.literal(true).exactOptional(),
      downloads_forbidden: z.literal(true).exactOptional(),
      live_forbidden: z.literal(true).exactOptional(),
      sharer: z.enum(linkSharers).exactOptional(),
    })
    .exactOptional(),
  partners: unique(
    z.strictObject({
      id,
      type: z.enum(['finance', 'association', 'local_government', 'planner']),
      name: translated,
      prefecture: text(60).exactOptional(),
      source: text(300),
      date: isoDate,
    }),
  ),
  published: z
    .array(
      z.strictObject({
        id,
        value: decimal,
        unit: filledText(40),
        qualifier: z.enum(qualifiers).exactOptional(),
        date: isoDate,
        source: text(300),
        note: translated.exactOptional(),
        name: translated.exactOptional(),
      }),
    )
    .max(500),
  sources: unique(
    z.strictObject({ id, title: translated, date: isoDate, url: webAddress.exactOptional() }),
  ),
  data_date: isoDate,
  data_status: dataStatus,
};
const zoneSchema = z.strictObject({
  origin,
  fictional: z.boolean(),
  history_rule: z.number().int().exactOptional(),
  ...zone,
});
const changeable = z.strictObject({
  ...zone,
  complete_from: zone.complete_from.unwrap().nullable(),
  reason: filledText(500),
});
/** Fields to change, and the reason. `origin`, `fictional` and `history_rule` are fixed. */
const zoneChangesSchema = z
  .strictObject(
    Object.fromEntries(
      Object.entries(changeable.shape).map(([key, schema]) => [key, z.exactOptional(schema)]),
    ) as {
      [K in keyof typeof changeable.shape]: z.ZodExactOptional<(typeof changeable.shape)[K]>;
    },
  )
  .refine((c) => Object.keys(c).some((key) => key !== 'reason'), 'must change something');
/** One version of the zone with its changes since the version before. The first has no changes. */
const zoneVersionSchema = z.strictObject({
  revision: count,
  recorded_at: z.string(),
  author: z.string(),
  reason: z.string(),
  changes: z.array(
    z.strictObject({
      path: z.string(),
      from: z.string().exactOptional(),
      to: z.string().exactOptional(),
    }),
  ),
});
export type ZoneVersion = Infer<typeof zoneVersionSchema>;

export const zoneSchemas = {
  zone: {
    ...noInput,
    query: z.strictObject(knownAtQuery),
    reply: typeSchema<ZoneProfile>(zoneSchema),
  },
  updateZone: {
    ...noInput,
    body: typeSchema<ZoneChanges & { readonly reason?: string }>(zoneChangesSchema),
    reply: typeSchema<ZoneProfile>(zoneSchema),
  },
  zoneVersions: { ...noInput, reply: z.strictObject({ items: z.array(zoneVersionSchema) }) },
} as const;
