import { rateBases } from '#domain/changes/rate-basis.ts';
import { planPaths } from '#domain/zone/indicator.ts';
import { languages } from '#domain/values/language.ts';
import { measures, summaryKeys } from '#domain/projects/project.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { modes, rights, roles } from '#contract/core/rights.ts';
import type { BodyOf, Endpoints, QueryOf, ReplyOf } from './endpoints.ts';
import { accountSchemas } from '#contract/accounts/schemas.ts';
import { changesSchema } from '#contract/changes/schemas.ts';
import { newRatesSchema, storedRatesSchema } from '#contract/changes/exchange-rate-schemas.ts';
import { evidenceSchemas } from '#contract/projects/evidence-schemas.ts';
import { issueSchemas } from '#contract/projects/issue-schemas.ts';
import { documentListSchema, documentPeriod } from '#contract/exports/schemas.ts';
import { importSchemas } from '#contract/imports/endpoint-schemas.ts';
import { importRecipeSchemas } from '#contract/imports/recipe-schemas.ts';
import {
  causeNoteSchema,
  indicatorSchema,
  newObservationSchema,
  observationSchema,
} from '#contract/targets/indicator-schemas.ts';
import { linkSchemas, sharedOverviewSchema } from '#contract/links/schemas.ts';
import { overviewSchema } from '#contract/overview/schemas.ts';
import { forecastsSchemas } from '#contract/targets/forecast-schemas.ts';
import { pipelineSchema } from '#contract/pipeline/schemas.ts';
import { byId, count, currency, isoDate, knownAt, month, text } from '#contract/core/primitives.ts';
import { pictureQuery } from '#contract/exports/picture-schemas.ts';
import { passkeySchemas } from '#contract/accounts/passkey-schemas.ts';
import { secondStepSchemas } from '#contract/accounts/second-factor-schemas.ts';
import { reportReplySchema } from '#contract/exports/report-schemas.ts';
import {
  origin,
  projectDetailSchema,
  projectPageSchema,
  summarySchema,
} from '#contract/projects/schemas.ts';
import {
  editedProjectSchema,
  newProjectSchema,
  projectHistorySchema,
  projectPatchSchema,
  stageMoveSchema,
  statusMoveSchema,
} from '#contract/projects/edit-schemas.ts';
import { tokenSchemas } from '#contract/accounts/token-schemas.ts';
import { zoneChangesSchema, zoneSchema } from '#contract/zone/schemas.ts';
import {
  closeBody,
  closedPeriodSchema,
  periodStateSchema,
  reopenBody,
  savedBlockSchema,
  valueBlockSchema,
  zoneVersionsSchema,
} from '#contract/targets/period-schemas.ts';
import { z } from '#contract/core/zod.ts';

/** The schemas of one endpoint, which must fit its types. `params` are the parts of the path, as text. */
interface Schemas<E> {
  readonly params: z.ZodType<Readonly<Record<string, string>>>;
  readonly query: z.ZodType<QueryOf<E>>;
  readonly body: [BodyOf<E>] extends [never] ? undefined : z.ZodType<BodyOf<E>>;
  readonly reply: z.ZodType<ReplyOf<E>>;
}
const nothing = z.strictObject({});
const none = { params: nothing, query: nothing, body: undefined } as const;
const listOf = (words: readonly string[]) =>
  text(1000).refine(
    (s) => s.split(',').every((word) => words.includes(word)),
    `must be one or more of ${words.join(', ')}, with commas between`,
  );
const limit = (max: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be a whole number from 1')
    .refine((s) => Number(s) <= max, `must be at most ${max}`);
const day = isoDate.exactOptional();
const known_at = knownAt.exactOptional();
const compare = z
  .union(
    [isoDate, z.enum(['prev', 'yoy', 'none'])],
    'must be a day as YYYY-MM-DD, prev, yoy or none',
  )
  .exactOptional();
const lang = z.enum(languages).exactOptional();
const byCode = z.strictObject({ code: text(200) });
const revisionNumber = z.string().regex(/^[1-9]\d{0,14}$/, 'must be a revision number');
const byNumber = z.strictObject({ id: revisionNumber });
const before = revisionNumber.exactOptional();
const byMonth = z.strictObject({ month });
const revision = z.strictObject({ revision: count });

/** Fields that projects can be sorted by; a minus before one turns the order round. */
export const sortFields = [
  'code',
  'name',
  'stage',
  'status',
  'total_investment',
  'last_update',
] as const;
export const chartFormats = ['json', 'csv', 'xlsx', 'pptx', 'svg', 'png', 'pdf'] as const;
const converted = { rates: z.enum(rateBases).exactOptional(), cur: currency.exactOptional() };
const projectFilters = {
  as_of: day,
  known_at,
  stage: listOf([...stages, 'unknown']).exactOptional(),
  status: listOf(statuses).exactOptional(),
  industry: text(1000).exactOptional(),
  zone: text(1000).exactOptional(),
  q: text(200).exactOptional(),
};
const documentQuery = z.strictObject({
  ...projectFilters,
  period: documentPeriod.exactOptional(),
  compare,
  lang,
  plan: z.enum(planPaths).exactOptional(),
  cur: currency.exactOptional(),
  csv: z.enum(['plain', 'excel']).exactOptional(),
});
const projectsQuery = z.strictObject({
  ...projectFilters,
  sort: z.enum(sortFields.flatMap((f) => [f, `-${f}`] as const)).exactOptional(),
  limit: limit(500).exactOptional(),
  cursor: text(2000).exactOptional(),
});
const session = z.strictObject({
  mode: z.enum(modes),
  role: z.enum(roles),
  name: z.string(),
  may: z.array(z.enum(rights)),
  origin: origin.nullable(),
  origins: z.array(origin),
  address: z.string().exactOptional(),
});
const revisionEntry = z.strictObject({
  id: count,
  recorded_at: z.string(),
  author: z.string(),
  kind: z.string(),
  reason: z.string(),
  undone_by: count.exactOptional(),
});
const chartQuery = z.strictObject({
  as_of: day,
  known_at,
  compare,
  plan: z.enum(planPaths).exactOptional(),
  ...pictureQuery,
  known_from: known_at,
  ...converted,
});

/** Query, body and reply of every endpoint: what the server checks, the OpenAPI document says and the tests hold replies against. */
export const schemas = {
  ...linkSchemas,
  health: {
    ...none,
    reply: z.strictObject({
      status: z.enum(['ok', 'degraded']),
      trouble: z.enum(['full', 'corrupt', 'readonly']).exactOptional(),
      version: z.string(),
      store: z.enum(['sqlite', 'postgres']),
      durability: z.string(),
      revision: count.exactOptional(),
    }),
  },
  events: { ...none, reply: z.string() },
  session: { ...none, reply: session },
  ...accountSchemas,
  ...tokenSchemas,
  ...secondStepSchemas,
  ...passkeySchemas,
  openSession: { ...none, body: z.strictObject({ key: text(200) }), reply: session },
  zone: { ...none, query: z.strictObject({ known_at }), reply: zoneSchema },
  updateZone: { ...none, body: zoneChangesSchema, reply: zoneSchema },
  listExchangeRates: { ...none, query: z.strictObject({ known_at }), reply: storedRatesSchema },
  addExchangeRates: {
    ...none,
    body: newRatesSchema,
    reply: z.strictObject({ revision: count, changed: count }),
  },
  addObservations: { ...none, body: valueBlockSchema, reply: savedBlockSchema },
  listPeriods: {
    ...none,
    query: z.strictObject({ known_at }),
    reply: z.strictObject({ items: z.array(closedPeriodSchema) }),
  },
  period: {
    ...none,
    params: byMonth,
    query: z.strictObject({ known_at }),
    reply: periodStateSchema,
  },
  closePeriod: { ...none, params: byMonth, body: closeBody, reply: closedPeriodSchema },
  reopenPeriod: { ...none, params: byMonth, body: reopenBody, reply: revision },
  zoneVersions: { ...none, reply: zoneVersionsSchema },
  overview: {
    ...none,
    query: z.strictObject({
      as_of: day,
      known_at,
      compare,
      plan: z.enum(planPaths).exactOptional(),
      cur: currency.exactOptional(),
    }),
    reply: overviewSchema,
  },
  overviewTotals: {
    ...none,
    query: z.strictObject({
      as_of: day,
      known_at,
      compare,
      plan: z.enum(planPaths).exactOptional(),
    }),
    reply: sharedOverviewSchema,
  },
  changes: {
    ...none,
    query: z.strictObject({
      from: day,
      to: day,
      known_from: known_at,
      known_at,
      measure: z.enum(measures).exactOptional(),
      ...converted,
    }),
    reply: changesSchema,
  },
  forecasts: { ...none, ...forecastsSchemas },
  pipeline: {
    ...none,
    query: z.strictObject({ as_of: day, known_at, compare }),
    reply: pipelineSchema,
  },
  listProjects: {
    ...none,
    query: projectsQuery,
    reply: projectPageSchema,
  },
  project: {
    ...none,
    params: byCode,
    query: z.strictObject({ as_of: day, known_at }),
    reply: projectDetailSchema,
  },
  createProject: { ...none, body: newProjectSchema, reply: editedProjectSchema },
  changeProject: { ...none, params: byCode, body: projectPatchSchema, reply: editedProjectSchema },
  moveProject: { ...none, params: byCode, body: stageMoveSchema, reply: editedProjectSchema },
  changeProjectStatus: {
    ...none,
    params: byCode,
    body: statusMoveSchema,
    reply: editedProjectSchema,
  },
  listEvidence: {
    ...none,
    params: byCode,
    query: z.strictObject({ as_of: day, known_at }),
    reply: evidenceSchemas.list,
  },
  addEvidence: {
    params: byCode,
    query: evidenceSchemas.query,
    body: evidenceSchemas.upload,
    reply: evidenceSchemas.added,
  },
  evidenceFile: { ...none, params: evidenceSchemas.one, reply: z.unknown() },
  withdrawEvidence: {
    ...none,
    params: evidenceSchemas.one,
    body: evidenceSchemas.withdrawal,
    reply: evidenceSchemas.added,
  },
  listIssues: {
    ...none,
    params: byCode,
    query: z.strictObject({ as_of: day, known_at }),
    reply: issueSchemas.list,
  },
  addIssue: { ...none, params: byCode, body: issueSchemas.added, reply: issueSchemas.edited },
  changeIssue: {
    ...none,
    params: issueSchemas.one,
    body: issueSchemas.patch,
    reply: issueSchemas.edited,
  },
  projectHistory: {
    ...none,
    params: byCode,
    query: z.strictObject({ before }),
    reply: projectHistorySchema,
  },
  summary: {
    ...none,
    query: z.strictObject({
      by: z.enum(summaryKeys),
      measure: z.enum(measures).exactOptional(),
      ...projectFilters,
    }),
    reply: summarySchema,
  },
  listIndicators: {
    ...none,
    query: z.strictObject({ known_at }),
    reply: z.strictObject({ items: z.array(indicatorSchema) }),
  },
  listObservations: {
    ...none,
    params: byId,
    query: z.strictObject({ as_of: day, known_at }),
    reply: z.strictObject({ items: z.array(observationSchema), notes: z.array(causeNoteSchema) }),
  },
  addObservation: {
    ...none,
    params: byId,
    body: newObservationSchema,
    reply: z.strictObject({
      observation: observationSchema,
      note: causeNoteSchema.exactOptional(),
      revision: count,
    }),
  },
  ...importSchemas,
  ...importRecipeSchemas,
  listRevisions: {
    ...none,
    query: z.strictObject({ limit: limit(500).exactOptional(), before }),
    reply: z.strictObject({
      items: z.array(revisionEntry),
      head: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  },
  undoRevision: {
    ...none,
    params: byNumber,
    body: z.strictObject({ keep_later: z.boolean().exactOptional() }),
    reply: revision,
  },
  chooseSample: {
    ...none,
    body: z.strictObject({ sample: z.enum(['sample', 'example_zone', 'none']) }),
    reply: revision,
  },
  listCharts: {
    ...none,
    query: z.strictObject({ lang }),
    reply: z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          formats: z.array(z.string()),
          sizes: z.array(z.string()),
        }),
      ),
    }),
  },
  report: {
    ...none,
    query: z.strictObject({
      period: documentPeriod.exactOptional(),
      as_of: day,
      known_at,
      compare,
      lang,
      plan: z.enum(planPaths).exactOptional(),
      cur: currency.exactOptional(),
    }),
    reply: reportReplySchema,
  },
  listDocuments: { ...none, query: documentQuery, reply: documentListSchema },
  document: {
    ...none,
    params: z.strictObject({ file: text(100) }),
    query: documentQuery,
    reply: z.unknown(),
  },
  chart: {
    ...none,
    params: z.strictObject({ file: text(100) }),
    query: chartQuery,
    reply: z.unknown(),
  },
} as const satisfies { readonly [K in keyof Endpoints]: Schemas<Endpoints[K]> };
