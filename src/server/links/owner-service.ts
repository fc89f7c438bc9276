import type { Endpoints, ReplyOf } from '#contract/endpoints.ts';
import type {
  LinkDraft,
  LinkPatch,
  LinkWarning,
  NewLink,
  SharedLink,
  SharedPayload,
} from '#contract/links/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { readEpoch } from '#server/db/epoch.ts';
import type { Source } from '#server/db/db.ts';
import type { Json } from '#server/http/call.ts';
import { hashTag, readVersions, requireMatch, versionTag } from '#server/http/etag.ts';
import { listBrokenRules, readLinkPolicy, restrictLink } from './link-policy.ts';
import { toSharedLink } from './link-state.ts';
import type { LinkWarnings } from './link-warnings.ts';
import { hideOtherLinks, ownLinks, patchLink, requireLink } from './service.ts';
import { listLinks, type StoredLink } from './store.ts';

/** Loads the code of drafts with the first one. */
const loadDrafts = () => import('./link-draft.ts');

/** Adds a tag to a link: its version, which If-Match must name, and a hash of the response. */
async function tagLink(source: Source, link: StoredLink, now: Date): Promise<Json<SharedLink>> {
  const json = toSharedLink(link, now);
  const hash = await hashTag(new TextEncoder().encode(JSON.stringify(json)));
  const version = versionTag('v', link.version, await readEpoch(source));
  return { json, tag: `${version}.${hash.slice(0, 16)}` };
}
/** @throws HttpProblem if If-Match does not name the current version of the link */
async function requireSeen(
  source: Source,
  request: Request,
  link: StoredLink,
  now: Date,
): Promise<void> {
  const epoch = await readEpoch(source);
  if (readVersions(request.headers.get('if-match'), 'v', epoch).includes(link.version)) return;
  requireMatch(request, versionTag('v', link.version, epoch), toSharedLink(link, now));
}

/**
 * Reads a link with its tag.
 * @param ownedBy - the only owner whose links the caller may access; omit it for all owners
 * @throws HttpProblem if the caller has no such link
 */
export const readLink = async (
  deps: AppDeps,
  id: string | undefined,
  ownedBy: string | undefined,
): Promise<Json<SharedLink>> =>
  tagLink(deps.db, await requireLink(deps, id, ownedBy), deps.clock());

export interface LinkEdit {
  readonly id: string | undefined;
  /** The only owner whose links the caller may change. Undefined for all owners. */
  readonly ownedBy: string | undefined;
  readonly patch: LinkPatch;
  readonly request: Request;
  readonly actor: Principal;
}
/**
 * Changes, pauses, resumes or ends a link.
 *
 * @throws HttpProblem if the caller has no such link, 412 if the version is not current, or if the
 * link has ended
 */
export async function editLink(
  deps: AppDeps,
  { id, ownedBy, patch, request, actor }: LinkEdit,
): Promise<Json<SharedLink>> {
  const { db, clock } = deps;
  const link = await requireLink(deps, id, ownedBy);
  const now = clock();
  await requireSeen(db, request, link, now);
  const isChanged = await patchLink(deps, link, patch, actor, now);
  const after = await requireLink(deps, id, ownedBy);
  if (!isChanged)
    requireMatch(
      request,
      versionTag('v', after.version, await readEpoch(db)),
      toSharedLink(after, now),
    );
  return tagLink(db, after, now);
}

/** Lists the links of an owner, or all, with their warnings and the rules of the zone they break. */
export async function listOwnerLinks(
  { db, clock }: AppDeps,
  warnings: LinkWarnings,
  ownedBy: string | undefined,
): Promise<ReplyOf<Endpoints['listLinks']>['items']> {
  const all = await listLinks(db);
  const own = ownLinks(all, ownedBy);
  const byLink = await warnings.listWarnings(all);
  const brokenRules = await listBrokenRules(db, own);
  return own.map((link) => ({
    ...toSharedLink(link, clock()),
    warnings: hideOtherLinks(byLink.get(link.id) ?? [], own),
    broken_rules: link.state === 'ended' ? [] : [...(brokenRules.get(link.id) ?? [])],
  }));
}

/** Lists the warnings about a link before it is created. */
export async function checkLink(
  deps: AppDeps,
  warnings: LinkWarnings,
  input: NewLink,
  ownedBy: string | undefined,
): Promise<LinkWarning[]> {
  const { readDraft } = await loadDrafts();
  const all = await listLinks(deps.db);
  const draft = { ...(await readDraft(deps, input)), name: input.name };
  return hideOtherLinks(await warnings.checkDraft(draft, all), ownLinks(all, ownedBy));
}

/** Makes the payload that readers of a new link would get, by the rules of the zone. */
export async function previewLink(deps: AppDeps, input: LinkDraft): Promise<SharedPayload> {
  const { readDraft } = await loadDrafts();
  const { makePayload } = await import('#server/links/payload/payload.ts');
  const draft = await readDraft(deps, input);
  return makePayload(deps, restrictLink(draft, await readLinkPolicy(deps.db)));
}
