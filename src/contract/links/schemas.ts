import { languages } from '#domain/values/language.ts';
import type { RedactionProfile } from '#domain/redaction/profile.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import type { SharedPipeline } from '#domain/redaction/shared-pipeline.ts';
import type { SharedProjects } from '#domain/redaction/shared-projects.ts';
import type { SharedRegisterChanges } from '#domain/redaction/shared-register-changes.ts';
import { linkRules } from '#domain/zone/link-policy.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import {
  count,
  filledText,
  isoDate,
  knownAt,
  noInput,
  stageOrUnknown,
  text,
  textInAllLanguages,
} from '#contract/core/primitives.ts';
import { sharedAnalysisSchema, withheldSchema } from './chart-schemas.ts';
import {
  measureParam,
  sharedExplanationQuery,
  sharedExplanationSchema,
} from '#contract/measures/schemas.ts';
import { linkViewSchema as view } from './view-schemas.ts';
import { pictureQuery } from '#contract/core/picture-query.ts';
import {
  exportRights,
  linkIdPattern,
  linkStates,
  pauseReasons,
  sharedLists,
  warnedSums,
} from './constants.ts';
import {
  redactionSchema,
  sharedChangesSchema,
  sharedOverviewSchema,
  sharedPipelineSchema,
  sharedProjectsSchema,
} from './shared-schemas.ts';

/** A link's public id in addresses. It does not open the link. */
const linkId = z.string().regex(linkIdPattern, 'must be the id of a link');
const language = z.enum(languages);
const exports = z.enum(exportRights);
/** The heading of the reader's page. */
const title = filledText(200).exactOptional();
/** A note to the reader. */
const note = text(1000).exactOptional();
const profile = typeSchema<RedactionProfile>(redactionSchema);
const draft = {
  view,
  profile,
  /**
   * The figures stay those of its day and of the moment when the link was made. Otherwise they
   * follow the register.
   */
  frozen: z.boolean(),
  language,
  /** The page is in this language, whatever language the reader's browser prefers. */
  fixed_language: z.boolean().exactOptional(),
  exports,
  title,
  note,
};
/** A view before it is shared, for the preview. */
const linkDraftSchema = z.strictObject(draft);
export type LinkDraft = Infer<typeof linkDraftSchema>;
const newLinkSchema = z.strictObject({
  ...draft,
  /** The recipient. Readers do not see it. */
  name: filledText(200),
  /**
   * Messengers may show the title in their previews. Otherwise they show the names of the product
   * and the zone.
   */
  publish_title: z.boolean().exactOptional(),
  /**
   * Messengers may show a picture of its totals. The address then holds the public id of the link,
   * and everyone with the address sees the picture without the secret, while the link is live.
   */
  publish_picture: z.boolean().exactOptional(),
  /** A moment, or a day, which means its end in UTC. 90 days by default, a year at most. */
  expires_at: knownAt.exactOptional(),
  password: z.string().min(8).max(1000).exactOptional(),
});
export type NewLink = Infer<typeof newLinkSchema>;
/**
 * `state` live resumes a paused link; an ended link can't be resumed. A new `expires_at` renews it.
 */
const linkPatchSchema = z
  .strictObject({
    state: z.enum(['live', 'paused', 'ended']).exactOptional(),
    expires_at: knownAt.exactOptional(),
    name: filledText(200).exactOptional(),
    note,
  })
  .refine((patch) => Object.keys(patch).length > 0, 'must change something');
export type LinkPatch = Infer<typeof linkPatchSchema>;
/** The links of one owner, or all links of the zone. */
const linksToEndSchema = z.union([
  z.strictObject({ owner: filledText(200) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type LinksToEnd = Infer<typeof linksToEndSchema>;

const frozenState = { as_of: isoDate, known_at: z.string() };
const frozenViewSchema = z.strictObject({
  ...frozenState,
  revision: count,
  /** SHA-256 of the redacted content when the link was made. */
  hash: z.string(),
  /** Version of the rules that made the figures; 1 when omitted. */
  rules: count.exactOptional(),
});
export type FrozenView = Infer<typeof frozenViewSchema>;
/** The number of openings. Crawlers that identify themselves are counted as `bots`. */
const openingsSchema = z.strictObject({
  count,
  bots: count,
  first: z.string().exactOptional(),
  last: z.string().exactOptional(),
});
export type LinkOpenings = Infer<typeof openingsSchema>;
const downloadsSchema = z.strictObject({ count, last: z.string().exactOptional() });
export type LinkDownloads = Infer<typeof downloadsSchema>;
const sharedLinkSchema = z.strictObject({
  id: linkId,
  name: z.string(),
  title,
  publish_title: z.boolean(),
  publish_picture: z.boolean(),
  note,
  view,
  profile,
  frozen: frozenViewSchema.exactOptional(),
  language,
  fixed_language: z.boolean(),
  exports,
  has_password: z.boolean(),
  state: z.enum(linkStates),
  /** The time and author of the pause or the end, and the reason of the pause. */
  state_at: z.string().exactOptional(),
  state_by: z.string().exactOptional(),
  paused_for: z.enum(pauseReasons).exactOptional(),
  owner: z.strictObject({ id: z.string(), name: z.string() }),
  created_at: z.string(),
  expires_at: z.string(),
  /** The saved chart that it was made from was removed. */
  is_chart_removed: z.literal(true).exactOptional(),
  opened: openingsSchema,
  downloaded: downloadsSchema,
});
export type SharedLink = Infer<typeof sharedLinkSchema>;
/** The only reply that holds the secret; `address` is the path to send, with the secret after #. */
const madeLinkSchema = z.strictObject({
  link: sharedLinkSchema,
  secret: z.string(),
  address: z.string(),
});
export type MadeLink = Infer<typeof madeLinkSchema>;

/** The amounts of some projects of a stage or group on a day; it doesn't name the projects. */
const warnedAmountSchema = z.strictObject({
  of: z.union([stageOrUnknown, z.enum(warnedSums)]),
  as_of: isoDate,
  currency: z.string(),
  projects: count,
});
export type WarnedAmount = Infer<typeof warnedAmountSchema>;
/**
 * What a reader can derive from a link although no page shows it. `moves`: the link follows the
 * register, and the change of a sum reveals the amount of a project. `together`: the amount follows
 * from this link and other links that the same reader can open.
 */
const warningSchema = z.strictObject({
  kind: z.enum(['moves', 'together']),
  /** The ids of the other links that the caller may see. */
  links: z.array(linkId).exactOptional(),
  amounts: z.array(warnedAmountSchema),
});
export type LinkWarning = Infer<typeof warningSchema>;
const warningsSchema = z.strictObject({ warnings: z.array(warningSchema) });
export type LinkWarnings = Infer<typeof warningsSchema>;
const listedLinkSchema = sharedLinkSchema.extend({
  ...warningsSchema.shape,
  /**
   * The rules of the zone that it breaks, because they were set later. A ban on data applies at
   * once; the others apply when the link is resumed or extended.
   */
  broken_rules: z.array(z.enum(linkRules)),
});
export type ListedLink = Infer<typeof listedLinkSchema>;

/**
 * The result of sending a valid secret. `open`: a cookie holds the session of this link. A figure
 * in another site, where there are no cookies, gets it in `token` and sends it as `Authorization:
 * Bearer`. `ended` covers expired links. The reply to an unknown secret is always `not_found`.
 */
const openLinkResultSchema = z.union([
  z.strictObject({ state: z.literal('open'), link: linkId, token: z.string().exactOptional() }),
  z.strictObject({ state: z.literal('password_needed'), wrong: z.boolean() }),
  z.strictObject({ state: z.literal('paused') }),
  z.strictObject({ state: z.literal('ended'), on: z.string() }),
]);
export type OpenLinkResult = Infer<typeof openLinkResultSchema>;
/** The text of the reader's page around the figures. */
const sharedHeadSchema = z.strictObject({
  /** Empty in a preview. */
  id: z.union([linkId, z.literal('')]),
  title,
  note,
  language,
  /** Omitted where the page follows the language of the reader. */
  fixed_language: z.literal(true).exactOptional(),
  exports,
  /** The saved chart that the link was made from was removed. */
  chart_removed: z.literal(true).exactOptional(),
  made_at: z.string(),
  /** Omitted in a preview. */
  expires_at: z.string().exactOptional(),
  /**
   * `intact` false: the figures differ from those that were frozen. `rules` is the version that
   * made these figures; `present_rules` is the present version.
   */
  frozen: z
    .strictObject({ ...frozenState, intact: z.boolean(), rules: count, present_rules: count })
    .exactOptional(),
});
export type SharedHead = Infer<typeof sharedHeadSchema>;
/** The whole content of a link. Its page and files use nothing else. */
const sharedPayloadSchema = z.strictObject({
  link: sharedHeadSchema,
  view,
  /** Omitted for the other pages, which have only the texts around their figures. */
  overview: typeSchema<SharedOverview>(sharedOverviewSchema),
  pipeline: typeSchema<SharedPipeline>(sharedPipelineSchema).exactOptional(),
  changes: typeSchema<SharedRegisterChanges>(sharedChangesSchema).exactOptional(),
  projects: typeSchema<SharedProjects>(sharedProjectsSchema).exactOptional(),
  analysis: sharedAnalysisSchema.exactOptional(),
  /** Why there is no `analysis`. */
  withheld: withheldSchema.exactOptional(),
  /** The filter of the chart in words. */
  counted: textInAllLanguages.exactOptional(),
});
export type SharedPayload = Infer<typeof sharedPayloadSchema>;

const sharedListQuery = z.strictObject({ lang: pictureQuery.lang, csv: pictureQuery.csv });
export type SharedListQuery = Infer<typeof sharedListQuery>;
const sharedChartQuery = z.strictObject(pictureQuery);
export type SharedChartQuery = Infer<typeof sharedChartQuery>;
const oneLink = { ...noInput, params: z.strictObject({ id: linkId }) } as const;
const ofReader = { ...noInput, params: z.strictObject({ link: linkId }) } as const;

/** The endpoints of links and of their readers. */
export const linkSchemas = {
  listLinks: { ...noInput, reply: z.strictObject({ items: z.array(listedLinkSchema) }) },
  createLink: { ...noInput, body: newLinkSchema, reply: madeLinkSchema },
  previewLink: { ...noInput, body: linkDraftSchema, reply: sharedPayloadSchema },
  checkLink: { ...noInput, body: newLinkSchema, reply: warningsSchema },
  endLinks: { ...noInput, body: linksToEndSchema, reply: z.strictObject({ ended: count }) },
  link: { ...oneLink, reply: sharedLinkSchema },
  replaceLink: { ...oneLink, reply: madeLinkSchema },
  changeLink: { ...oneLink, body: linkPatchSchema, reply: sharedLinkSchema },
  openShared: {
    ...noInput,
    /** Any text is accepted as a secret, so that all wrong secrets are answered alike. */
    body: z.strictObject({
      secret: z.string().max(200),
      password: z.string().max(1000).exactOptional(),
    }),
    reply: openLinkResultSchema,
  },
  shared: { ...ofReader, reply: sharedPayloadSchema },
  sharedEvents: { ...ofReader, reply: z.string() },
  sharedList: {
    ...noInput,
    params: z.strictObject({ link: linkId, file: z.enum(sharedLists) }),
    query: sharedListQuery,
    reply: z.unknown(),
  },
  sharedExplanation: {
    ...noInput,
    params: z.strictObject({ link: linkId, measure: measureParam }),
    query: sharedExplanationQuery,
    reply: sharedExplanationSchema,
  },
  sharedChart: {
    ...noInput,
    params: z.strictObject({ link: linkId, file: text(100) }),
    query: sharedChartQuery,
    reply: z.unknown(),
  },
} as const;
