import { withholdableFields } from '#domain/zone/rights/redistribution.ts';
import { gateActors, gateStarts } from '#domain/projects/gate.ts';
import { stages } from '#domain/projects/stage.ts';
import { linkSharers, type ZoneChanges, type ZoneProfile } from '#domain/zone/zone.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  checkpointSchema,
  makeIndicatorSchema,
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
  partlyTranslated,
  origin,
  text,
  textToFill,
  textInAllLanguages,
  upload,
} from '#contract/core/primitives.ts';
import {
  makeFactSchema,
  makeIndustrySchema,
  makePartnerSchema,
  makePhaseSchema,
  webAddress,
  type TextSchema,
} from './part-schemas.ts';
import {
  makeReportTemplateSchema,
  reportLogoSchema,
  sha256Schema,
} from './report-template-schema.ts';

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
export const industrySchema = makeIndustrySchema(textInAllLanguages);
const storedStageWord = z.strictObject({
  'zh-CN': filledText(60),
  ja: filledText(60),
  en: filledText(60),
});
const givenStageWord = textToFill(60).refine(
  (word) => word.en.trim() !== '',
  'must not be empty or blank',
);

const makeStageWordsSchema = (word: TextSchema) =>
  z.strictObject(
    Object.fromEntries(stages.map((stage) => [stage, z.exactOptional(word)])) as Record<
      (typeof stages)[number],
      z.ZodExactOptional<TextSchema>
    >,
  );
/** A zone's own names of stages. An omitted stage keeps its usual name. */
export const stageWordsSchema = makeStageWordsSchema(storedStageWord);

const licenceSchema = z.strictObject({ name: filledText(200), url: webAddress.exactOptional() });
const uniqueList = <T extends z.ZodType<string>>(item: T) =>
  z
    .array(item)
    .max(200)
    .refine((list) => new Set(list).size === list.length, 'must not name one twice');
const withheldSchema = z.strictObject({
  fields: uniqueList(z.enum(withholdableFields)).exactOptional(),
  indicators: uniqueList(text(200)).exactOptional(),
  sources: uniqueList(text(200)).exactOptional(),
});
/** The licence and the withheld data, as an overview states them. */
export const redistributionShape = {
  licence: z.exactOptional(licenceSchema),
  withheld: z
    .strictObject({ fields: z.array(z.enum(withholdableFields)), indicators: z.array(z.string()) })
    .exactOptional(),
};

const linkPolicySchema = z.strictObject({
  longest_days: z.number().int().min(1).max(366).exactOptional(),
  password_required: z.literal(true).exactOptional(),
  downloads_forbidden: z.literal(true).exactOptional(),
  live_forbidden: z.literal(true).exactOptional(),
  sharer: z.enum(linkSharers).exactOptional(),
});

const gatesSchema = unique(
  z
    .strictObject({
      id,
      name: partlyTranslated.exactOptional(),
      from: z.enum(stages),
      /** Omitted: the gate runs from the day of the stage `from`. */
      counted_from: z.enum(gateStarts).exactOptional(),
      until: z.enum(stages),
      months: z.number().int().min(1).max(120),
      actor: z.enum(gateActors),
      is_legal: z.literal(true).exactOptional(),
      land_only: z.literal(true).exactOptional(),
    })
    .refine((gate) => stages.indexOf(gate.from) < stages.indexOf(gate.until), {
      path: ['until'],
      message: 'must be a later stage than from',
    }),
);

/** The texts of a zone. Each is stored in every language and may be given in one. */
interface ZoneTexts {
  readonly name: TextSchema;
  /** A text of several sentences. */
  readonly note: TextSchema;
  readonly stageWord: TextSchema;
  /** A line of a report. */
  readonly line: TextSchema;
}

/** The fields of a zone. */
const makeZoneShape = ({ name, note, stageWord, line }: ZoneTexts) => ({
  name,
  short_name: name,
  base_currency: currency,
  /** A name of the IANA database. Which names are known is checked with the change. */
  time_zone: filledText(60).exactOptional(),
  report_day: z.number().int().min(1).max(31).exactOptional(),
  area_km2: decimal.exactOptional(),
  standing: z.exactOptional(note),
  theme: z.exactOptional(note),
  // as for industries, the id in an own register is the source's word
  function_zones: unique(z.strictObject({ id: filledText(200), name })),
  industries: unique(makeIndustrySchema(name)),
  phases: unique(makePhaseSchema(name)),
  phase_note: z.exactOptional(note),
  indicators: unique(makeIndicatorSchema(name, note)),
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
  stage_words: z.exactOptional(makeStageWordsSchema(stageWord)),
  complete_from: z.strictObject({ date: isoDate, reason: filledText(500) }).exactOptional(),
  thresholds: z
    .strictObject({
      ahead: z.number().min(0).max(1000),
      on: z.number().min(0).max(1000),
      slightly: z.number().min(0).max(1000),
    })
    .refine((t) => t.ahead >= t.on && t.on >= t.slightly, 'must fall from ahead to slightly'),
  gates: gatesSchema.exactOptional(),
  link_policy: z.exactOptional(linkPolicySchema),
  licence: licenceSchema.exactOptional(),
  withheld: withheldSchema.exactOptional(),
  report: z.exactOptional(makeReportTemplateSchema(line)),
  partners: unique(makePartnerSchema(name)),
  published: z.array(makeFactSchema(name, note)).max(500),
  sources: unique(
    z.strictObject({ id, title: note, date: isoDate, url: webAddress.exactOptional() }),
  ),
  data_date: isoDate,
  data_status: dataStatus,
});
const zone = makeZoneShape({
  name: textInAllLanguages,
  note: textInAllLanguages,
  stageWord: storedStageWord,
  line: textInAllLanguages,
});
const zoneSchema = z.strictObject({
  origin,
  fictional: z.boolean(),
  history_rule: z.number().int().exactOptional(),
  ...zone,
});
/** Characters of a line of a report. */
const lineLength = 300;
const givenName = textToFill(200);
const shortNameOfZone = textToFill(60);
/** A stored name may be longer than a new one, which has at most 200 characters. */
const zoneSettings = {
  ...makeZoneShape({
    name: givenName,
    note: textToFill(4000),
    stageWord: givenStageWord,
    line: textToFill(lineLength),
  }),
  short_name: shortNameOfZone,
};
const changeable = z.strictObject({
  ...zoneSettings,
  complete_from: zoneSettings.complete_from.unwrap().nullable(),
  /** `null`: the usual gates hold again. */
  gates: zoneSettings.gates.unwrap().nullable(),
  time_zone: zoneSettings.time_zone.unwrap().nullable(),
  report_day: zoneSettings.report_day.unwrap().nullable(),
  licence: zoneSettings.licence.unwrap().nullable(),
  withheld: zoneSettings.withheld.unwrap().nullable(),
  /** `null`: reports look as usual again. */
  report: zoneSettings.report.unwrap().nullable(),
  area_km2: zoneSettings.area_km2.unwrap().nullable(),
  standing: zoneSettings.standing.unwrap().nullable(),
  theme: zoneSettings.theme.unwrap().nullable(),
  phase_note: zoneSettings.phase_note.unwrap().nullable(),
  reason: filledText(500),
});
/**
 * Fields to change, and the reason. `null` removes a field. `origin`, `fictional` and
 * `history_rule` are fixed.
 */
const zoneChangesSchema = z
  .strictObject(
    Object.fromEntries(
      Object.entries(changeable.shape).map(([key, schema]) => [key, z.exactOptional(schema)]),
    ) as {
      [K in keyof typeof changeable.shape]: z.ZodExactOptional<(typeof changeable.shape)[K]>;
    },
  )
  .refine((c) => Object.keys(c).some((key) => key !== 'reason'), 'must change something');
/** An own zone to create: its name in one language at least; without one it is called our zone. */
const newZoneSchema = z.strictObject({
  name: z.exactOptional(givenName.refine((name) => name.en.trim() !== '', 'must not be blank')),
  short_name: z.exactOptional(shortNameOfZone),
  base_currency: currency,
  time_zone: zoneSettings.time_zone,
});
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
  createZone: {
    ...noInput,
    body: newZoneSchema,
    reply: typeSchema<ZoneProfile>(zoneSchema),
  },
  updateZone: {
    ...noInput,
    body: typeSchema<ZoneChanges & { readonly reason?: string }>(zoneChangesSchema),
    reply: typeSchema<ZoneProfile>(zoneSchema),
  },
  addLogo: { ...noInput, body: upload, reply: reportLogoSchema },
  logo: { ...noInput, params: z.strictObject({ hash: sha256Schema }), reply: z.unknown() },
  zoneVersions: { ...noInput, reply: z.strictObject({ items: z.array(zoneVersionSchema) }) },
} as const;
