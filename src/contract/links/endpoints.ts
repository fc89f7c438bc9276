import type { PlanPath } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { RedactionProfile } from '#domain/redaction/profile.ts';
import type { ListFilters } from '#domain/redaction/register-cells.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import type { SharedPipeline } from '#domain/redaction/shared-pipeline.ts';
import type { SharedProjects } from '#domain/redaction/shared-projects.ts';
import type { SharedRegisterChanges } from '#domain/redaction/shared-register-changes.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';
import type { LinkWarnings } from './warnings.ts';

/** Where a link's secret stands: after the #, so that it is in no request line, log or Referer. */
export const sharedPage = '/s';
/** The page of one figure inside another site; a link's public id stands in its query, the secret after the #. */
export const embedPage = '/e';

export const linkStates = ['live', 'paused', 'ended', 'expired'] as const;
export type LinkState = (typeof linkStates)[number];
/** What a reader may take away: nothing, pictures, or pictures and data. */
export const exportRights = ['none', 'pictures', 'data'] as const;
export type ExportRight = (typeof exportRights)[number];
/** Why a link stands still: somebody chose it, or its owner may not share any more. */
export const pauseReasons = ['chosen', 'owner'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** One figure for pages elsewhere: `origins` are the sites that may show it, as https://example.org; browsers of readers learn them from the page's policy. */
export interface LinkEmbed {
  /** The id of a chart that compares no two days. */
  readonly figure: string;
  readonly origins: readonly string[];
}

/** The views that can be shared, by the page that they are of. */
export const sharedViews = ['overview', 'pipeline', 'changes', 'projects'] as const;
export type SharedViewPage = (typeof sharedViews)[number];
/** What a link shows, fixed on the server. `as_of` absent: the last day, as it moves on; `compare` is the first day of what changed. */
export interface LinkView {
  readonly page: SharedViewPage;
  readonly as_of?: IsoDate;
  readonly compare?: string;
  readonly measure?: string;
  readonly range?: 'to_date' | 'to_target';
  readonly plan?: PlanPath;
  /** Of the list of projects: fixed here, whatever a reader asks. */
  readonly filters?: ListFilters;
  /** Shows this figure alone, in a frame of another site; such a link has no password and gives no files. */
  readonly embed?: LinkEmbed;
}
/** A view before it is shared: what its preview is made of. */
export interface LinkDraft {
  readonly view: LinkView;
  readonly profile: RedactionProfile;
  /** Frozen: the figures stay those of its day and of the moment when it is made. Else they follow the register. */
  readonly frozen: boolean;
  readonly language: Language;
  readonly exports: ExportRight;
  /** Heading of the reader's page, and a note to the reader. */
  readonly title?: string;
  readonly note?: string;
}
export interface NewLink extends LinkDraft {
  /** Who it is for; readers don't see it. */
  readonly name: string;
  /** Messengers may show the title in their previews; else they show the product's and the zone's name. */
  readonly publish_title?: boolean;
  /** A moment, or a day, meaning its end in UTC; 90 days when absent, a year at most. */
  readonly expires_at?: string;
  readonly password?: string;
}
export interface FrozenView {
  readonly as_of: IsoDate;
  readonly known_at: string;
  readonly revision: number;
  /** SHA-256 of what was projected when the link was made. */
  readonly hash: string;
  /** Version of the rules that made the figures; 1 where absent. */
  readonly rules?: number;
}
/** Posts that opened the link; software that calls itself so is counted apart. */
export interface LinkOpenings {
  readonly count: number;
  readonly bots: number;
  readonly first?: string;
  readonly last?: string;
}
/** Files that readers downloaded through a link, and when last. */
export interface LinkDownloads {
  readonly count: number;
  readonly last?: string;
}
/** Who made a link. */
export interface LinkOwner {
  readonly id: string;
  readonly name: string;
}
export interface SharedLink extends Omit<LinkDraft, 'frozen'> {
  readonly id: string;
  readonly name: string;
  readonly publish_title: boolean;
  readonly frozen?: FrozenView;
  readonly has_password: boolean;
  readonly state: LinkState;
  /** Since when it is paused or ended, by whom and, where paused, why. */
  readonly state_at?: string;
  readonly state_by?: string;
  readonly paused_for?: PauseReason;
  readonly owner: LinkOwner;
  readonly created_at: string;
  readonly expires_at: string;
  readonly opened: LinkOpenings;
  readonly downloaded: LinkDownloads;
}
export type ListedLink = SharedLink & LinkWarnings;
/** The only answer that holds the secret; `address` is the path to send, with the secret after #. */
export interface MadeLink {
  readonly link: SharedLink;
  readonly secret: string;
  readonly address: string;
}
/** `state` live resumes a paused link; ended is for good. A new `expires_at` renews. */
export interface LinkPatch {
  readonly state?: 'live' | 'paused' | 'ended';
  readonly expires_at?: string;
  readonly name?: string;
  readonly note?: string;
}
/** Whose links end: one owner's, or the zone's, all of them. */
export type LinksToEnd = { readonly owner: string } | { readonly all: true };

/**
 * What whoever sends a true secret is told. `open`: a session of this one link stands in a cookie, or, for a figure in another
 * site, where there are no cookies, in `token`, which is sent as `Authorization: Bearer`. `ended` covers expired links. A secret that no link has is answered `not_found`, whatever is wrong with it.
 */
export type OpenedLink =
  | { readonly state: 'open'; readonly link: string; readonly token?: string }
  | { readonly state: 'password_needed'; readonly wrong: boolean }
  | { readonly state: 'paused' }
  | { readonly state: 'ended'; readonly on: string };

/** What the reader's page says around the figures. */
export interface SharedHead {
  /** Empty in a preview. */
  readonly id: string;
  readonly title?: string;
  readonly note?: string;
  readonly language: Language;
  readonly exports: ExportRight;
  readonly made_at: string;
  /** Absent in a preview. */
  readonly expires_at?: string;
  /** `intact` false: the figures are not those that were frozen. `rules` made the figures that are shown; `present_rules` are today's. */
  readonly frozen?: {
    readonly as_of: IsoDate;
    readonly known_at: string;
    readonly intact: boolean;
    readonly rules: number;
    readonly present_rules: number;
  };
}
/** All that a link shows: page and files are made of this and nothing else; the stream tells when it changes. */
export interface SharedPayload {
  readonly link: SharedHead;
  readonly view: LinkView;
  /** Of other pages than the overview what stands around their own figures. */
  readonly overview: SharedOverview;
  readonly pipeline?: SharedPipeline;
  readonly changes?: SharedRegisterChanges;
  readonly projects?: SharedProjects;
}
/** How a reader wants a file: words and looks, never what is in it. */
export interface SharedChartQuery {
  readonly lang?: string;
  readonly theme?: string;
  readonly size?: string;
  readonly scale?: string;
  readonly measure?: string;
  readonly range?: string;
  readonly csv?: string;
}
/** The same for a list, which is no picture. */
export type SharedListQuery = Pick<SharedChartQuery, 'lang' | 'csv'>;
/** The forms in which the list of projects of a link leaves. */
export const sharedLists = ['projects.csv', 'projects.xlsx'] as const;

export const linkEndpoints = {
  listLinks: endpoint<None, never, { items: readonly ListedLink[] }>({
    id: 'listLinks',
    method: 'GET',
    path: '/api/v1/links',
  }),
  createLink: endpoint<None, NewLink, MadeLink>({
    id: 'createLink',
    method: 'POST',
    path: '/api/v1/links',
    makes: true,
  }),
  previewLink: endpoint<None, LinkDraft, SharedPayload>({
    id: 'previewLink',
    method: 'POST',
    path: '/api/v1/links/preview',
  }),
  checkLink: endpoint<None, NewLink, LinkWarnings>({
    id: 'checkLink',
    method: 'POST',
    path: '/api/v1/links/check',
  }),
  endLinks: endpoint<None, LinksToEnd, { ended: number }>({
    id: 'endLinks',
    method: 'POST',
    path: '/api/v1/links/end',
  }),
  link: endpoint<None, never, SharedLink>({
    id: 'link',
    method: 'GET',
    path: '/api/v1/links/:id',
  }),
  changeLink: endpoint<None, LinkPatch, SharedLink>({
    id: 'changeLink',
    method: 'PATCH',
    path: '/api/v1/links/:id',
  }),
  openShared: endpoint<None, { secret: string; password?: string }, OpenedLink>({
    id: 'openShared',
    method: 'POST',
    path: '/api/v1/shared/open',
  }),
  shared: endpoint<None, never, SharedPayload>({
    id: 'shared',
    method: 'GET',
    path: '/api/v1/shared/:link',
  }),
  sharedEvents: endpoint<None, never, string>({
    id: 'sharedEvents',
    method: 'GET',
    path: '/api/v1/shared/:link/events',
  }),
  sharedList: endpoint<SharedListQuery, never, unknown>({
    id: 'sharedList',
    method: 'GET',
    path: '/api/v1/shared/:link/lists/:file',
  }),
  sharedChart: endpoint<SharedChartQuery, never, unknown>({
    id: 'sharedChart',
    method: 'GET',
    path: '/api/v1/shared/:link/charts/:file',
  }),
} as const;
