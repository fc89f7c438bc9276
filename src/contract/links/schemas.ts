import { missingReasons } from '#domain/values/data-status.ts';
import { planPaths } from '#domain/zone/indicator.ts';
import { languages } from '#domain/values/language.ts';
import {
  amountRules,
  nameRules,
  sharedSections,
  type RedactionProfile,
} from '#domain/redaction/profile.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import type { ListFilters } from '#domain/redaction/register-cells.ts';
import type { SharedProjects } from '#domain/redaction/shared-projects.ts';
import type { SharedRegisterChanges } from '#domain/redaction/shared-register-changes.ts';
import {
  exportRights,
  sharedLists,
  linkStates,
  pauseReasons,
  sharedViews,
  type LinkDraft,
  type LinkPatch,
  type LinksToEnd,
  type MadeLink,
  type NewLink,
  type OpenedLink,
  type SharedLink,
  type SharedPayload,
} from './endpoints.ts';
import { z } from '#contract/core/zod.ts';
import { changesSchema } from '#contract/changes/schemas.ts';
import { frozenViewSchema, sharedFrozenSchema } from './frozen-schemas.ts';
import { linkId, warningsSchema } from './warning-schemas.ts';
import { overviewSchema } from '#contract/overview/schemas.ts';
import { pipelineSchema } from '#contract/pipeline/schemas.ts';
import {
  count,
  filledText,
  id,
  isoDate,
  knownAt,
  text,
  translated,
  wireMoney,
} from '#contract/core/primitives.ts';
import { stageOrUnknown, status } from '#contract/projects/schemas.ts';
import { pictureQuery } from '#contract/exports/picture-schemas.ts';

const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;
const redactionSchema = z.strictObject({
  names: z.enum(nameRules),
  amounts: z.enum(amountRules),
  smallest_group: z.number().int().min(1).max(100),
  sections: z
    .array(z.enum(sharedSections))
    .max(sharedSections.length)
    .refine(unique, 'must not name one section twice'),
  without: z.array(text(200)).max(500).refine(unique, 'must not name one project twice'),
}) satisfies z.ZodType<RedactionProfile>;

const language = z.enum(languages);
const exports = z.enum(exportRights);
const compare = z.union(
  [isoDate, z.enum(['prev', 'yoy', 'none'])],
  'must be a day as YYYY-MM-DD, prev, yoy or none',
);
/** An origin as browsers write it: scheme, host and port, and nothing behind. */
const siteOrigin = z
  .string()
  .max(200)
  .regex(
    /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9]\d{0,4})?$/,
    'must be a site as https://example.org',
  );
const embed = z.strictObject({
  figure: id,
  origins: z.array(siteOrigin).max(20).refine(unique, 'must not name one site twice'),
});
const chosen = <T extends z.ZodType<string>>(one: T) =>
  z.array(one).min(1).max(100).refine(unique, 'must not name one twice').exactOptional();
const filtersSchema = z.strictObject({
  stage: chosen(stageOrUnknown),
  status: chosen(status),
  industry: chosen(filledText(200)),
  zone: chosen(filledText(200)),
}) satisfies z.ZodType<ListFilters>;
const ofOverview = ['embed', 'measure', 'range', 'plan'] as const;
const view = z
  .strictObject({
    embed: embed.exactOptional(),
    page: z.enum(sharedViews),
    as_of: isoDate.exactOptional(),
    compare: compare.exactOptional(),
    measure: id.exactOptional(),
    range: z.enum(['to_date', 'to_target']).exactOptional(),
    plan: z.enum(planPaths).exactOptional(),
    filters: filtersSchema.exactOptional(),
  })
  .refine(
    (given) => given.page === 'overview' || ofOverview.every((name) => given[name] === undefined),
    'only the overview has embed, measure, range and plan',
  )
  .refine(
    (given) => given.page === 'projects' || given.filters === undefined,
    'only the list of projects has filters',
  );
const title = filledText(200).exactOptional();
const note = text(1000).exactOptional();
const draft = {
  view,
  profile: redactionSchema,
  frozen: z.boolean(),
  language,
  exports,
  title,
  note,
};

const linkDraftSchema = z.strictObject(draft) satisfies z.ZodType<LinkDraft>;
const newLinkSchema = z.strictObject({
  ...draft,
  name: filledText(200),
  publish_title: z.boolean().exactOptional(),
  expires_at: knownAt.exactOptional(),
  password: z.string().min(8).max(1000).exactOptional(),
}) satisfies z.ZodType<NewLink>;
const linkPatchSchema = z
  .strictObject({
    state: z.enum(['live', 'paused', 'ended']).exactOptional(),
    expires_at: knownAt.exactOptional(),
    name: filledText(200).exactOptional(),
    note,
  })
  .refine(
    (patch) => Object.keys(patch).length > 0,
    'must change something',
  ) satisfies z.ZodType<LinkPatch>;
const linksToEndSchema = z.union([
  z.strictObject({ owner: filledText(200) }),
  z.strictObject({ all: z.literal(true) }),
]) satisfies z.ZodType<LinksToEnd>;

const sharedLinkSchema = z.strictObject({
  id: linkId,
  name: z.string(),
  title,
  publish_title: z.boolean(),
  note,
  view,
  profile: redactionSchema,
  frozen: frozenViewSchema.exactOptional(),
  language,
  exports,
  has_password: z.boolean(),
  state: z.enum(linkStates),
  state_at: z.string().exactOptional(),
  state_by: z.string().exactOptional(),
  paused_for: z.enum(pauseReasons).exactOptional(),
  owner: z.strictObject({ id: z.string(), name: z.string() }),
  created_at: z.string(),
  expires_at: z.string(),
  opened: z.strictObject({
    count,
    bots: count,
    first: z.string().exactOptional(),
    last: z.string().exactOptional(),
  }),
  downloaded: z.strictObject({ count, last: z.string().exactOptional() }),
}) satisfies z.ZodType<SharedLink>;
const madeLinkSchema = z.strictObject({
  link: sharedLinkSchema,
  secret: z.string(),
  address: z.string(),
}) satisfies z.ZodType<MadeLink>;

/** What is posted to open a link; a secret of any form is taken, so that all wrong ones are answered alike. */
const openBody = z.strictObject({
  secret: z.string().max(200),
  password: z.string().max(1000).exactOptional(),
});
const openedLinkSchema = z.union([
  z.strictObject({ state: z.literal('open'), link: linkId, token: z.string().exactOptional() }),
  z.strictObject({ state: z.literal('password_needed'), wrong: z.boolean() }),
  z.strictObject({ state: z.literal('paused') }),
  z.strictObject({ state: z.literal('ended'), on: z.string() }),
]) satisfies z.ZodType<OpenedLink>;
const of = overviewSchema.shape;
const changes = of.changes.unwrap();
/** What `project` lets through, and nothing else: an unknown key fails the tests. */
export const sharedOverviewSchema = z.strictObject({
  shared: redactionSchema.pick({ names: true, amounts: true, smallest_group: true }),
  origin: of.origin,
  as_of: of.as_of,
  compare: of.compare,
  zone: of.zone,
  illustrative: of.illustrative,
  stage_mapping: of.stage_mapping,
  latest_month: of.latest_month,
  first_known_day: of.first_known_day,
  undated: of.undated,
  headline: of.headline.exactOptional(),
  targets: z.array(of.targets.element.omit({ cause: true })).exactOptional(),
  main_measure: of.main_measure.exactOptional(),
  plan: of.plan.exactOptional(),
  thresholds: of.thresholds.exactOptional(),
  phases: of.phases.exactOptional(),
  phase_now: of.phase_now,
  phase_note: of.phase_note,
  strip: of.strip.exactOptional(),
  changes: z
    .strictObject({ ...changes.shape, items: changes.shape.items.exactOptional() })
    .exactOptional(),
  established: of.established.exactOptional(),
  closed: of.closed,
}) satisfies z.ZodType<SharedOverview>;
const sharedChangesSchema = z.strictObject({
  days: z.strictObject({ from: isoDate, to: isoDate }),
  data_status: changesSchema.shape.data_status,
  bridge: changesSchema.shape.bridge.exactOptional(),
  moves: changesSchema.shape.moves.exactOptional(),
  ...changesSchema.pick({ total: true, counts: true, next_due: true, first_known_day: true }).shape,
  indicators: changesSchema.shape.indicators.exactOptional(),
  targets: changesSchema.shape.targets.exactOptional(),
}) satisfies z.ZodType<SharedRegisterChanges>;
const listed = pipelineSchema.shape.pipeline.unwrap().omit({ undated: true });
const sharedProjectsSchema = z.strictObject({
  data_status: changesSchema.shape.data_status,
  total: listed,
  stages: z.array(listed.extend({ stage: stageOrUnknown })),
  industries: z.array(listed.extend({ industry: z.string().exactOptional() })).exactOptional(),
  items: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        stage: stageOrUnknown,
        status,
        industry: z.string().exactOptional(),
        money: wireMoney.exactOptional(),
        missing: z.enum(missingReasons).exactOptional(),
      }),
    )
    .exactOptional(),
  named: count,
  zones: z.array(z.strictObject({ id: z.string(), name: translated })),
}) satisfies z.ZodType<SharedProjects>;
const sharedPayloadSchema = z.strictObject({
  link: z.strictObject({
    id: z.union([linkId, z.literal('')]),
    title,
    note,
    language,
    exports,
    made_at: z.string(),
    expires_at: z.string().exactOptional(),
    frozen: sharedFrozenSchema.exactOptional(),
  }),
  view,
  overview: sharedOverviewSchema,
  pipeline: pipelineSchema
    .pick({
      data_status: true,
      stages: true,
      pipeline: true,
      on_hold: true,
      moves: true,
      first_known_day: true,
      undated_projects: true,
    })
    .exactOptional(),
  changes: sharedChangesSchema.exactOptional(),
  projects: sharedProjectsSchema.exactOptional(),
}) satisfies z.ZodType<SharedPayload>;
const nothing = z.strictObject({});
const none = { params: nothing, query: nothing, body: undefined } as const;
const byId = z.strictObject({ id: linkId });
const byLink = z.strictObject({ link: linkId });

/** Schemas of the endpoints of links and of what their readers see. */
export const linkSchemas = {
  listLinks: {
    ...none,
    reply: z.strictObject({
      items: z.array(sharedLinkSchema.extend({ warnings: warningsSchema })),
    }),
  },
  createLink: { ...none, body: newLinkSchema, reply: madeLinkSchema },
  previewLink: { ...none, body: linkDraftSchema, reply: sharedPayloadSchema },
  checkLink: { ...none, body: newLinkSchema, reply: z.strictObject({ warnings: warningsSchema }) },
  endLinks: { ...none, body: linksToEndSchema, reply: z.strictObject({ ended: count }) },
  link: { ...none, params: byId, reply: sharedLinkSchema },
  changeLink: { ...none, params: byId, body: linkPatchSchema, reply: sharedLinkSchema },
  openShared: { ...none, body: openBody, reply: openedLinkSchema },
  shared: { ...none, params: byLink, reply: sharedPayloadSchema },
  sharedEvents: { ...none, params: byLink, reply: z.string() },
  sharedList: {
    ...none,
    params: z.strictObject({ link: linkId, file: z.enum(sharedLists) }),
    query: z.strictObject({ lang: pictureQuery.lang, csv: pictureQuery.csv }),
    reply: z.unknown(),
  },
  sharedChart: {
    ...none,
    params: z.strictObject({ link: linkId, file: text(100) }),
    query: z.strictObject(pictureQuery),
    reply: z.unknown(),
  },
} as const;
