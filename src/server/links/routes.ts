import type { SharedLink } from '#contract/links/schemas.ts';
import { requirePrincipal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { readEpoch } from '#server/db/epoch.ts';
import type { Source } from '#server/db/db.ts';
import type { Json } from '#server/http/call.ts';
import { hashTag, readVersions, requireMatch, versionTag } from '#server/http/etag.ts';
import { route } from '#server/http/route.ts';
import type { LinksHost } from './link-context.ts';
import { listBrokenRules, readLinkPolicy, restrictLink } from './link-policy.ts';
import { toSharedLink } from './link-state.ts';
import { LinkWarnings } from './link-warnings.ts';
import { replaceLink } from './replace-service.ts';
import {
  createLink,
  endOwnerLinks,
  hideOtherLinks,
  ownLinks,
  patchLink,
  requireLink,
} from './service.ts';
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

/** Adds the routes for owners of links. The secret is sent once, and an ended link stays ended. */
export function addLinks(host: LinksHost): void {
  const { deps } = host;
  const { db, clock } = deps;
  addLinkReads(host);
  route(host, 'createLink', async ({ body, principal }) => {
    const json = await createLink(deps, body, requirePrincipal(principal));
    return { json, headers: { location: `/api/v1/links/${json.link.id}` } };
  });
  route(host, 'changeLink', async ({ params, body, request, principal, ownedBy }) => {
    const link = await requireLink(deps, params['id'], ownedBy);
    const now = clock();
    await requireSeen(db, request, link, now);
    const isChanged = await patchLink(deps, link, body, requirePrincipal(principal), now);
    const after = await requireLink(deps, params['id'], ownedBy);
    if (!isChanged)
      requireMatch(
        request,
        versionTag('v', after.version, await readEpoch(db)),
        toSharedLink(after, now),
      );
    return tagLink(db, after, now);
  });
  route(host, 'replaceLink', async ({ params, principal, ownedBy }) => {
    const link = await requireLink(deps, params['id'], ownedBy);
    const json = await replaceLink(deps, link, requirePrincipal(principal));
    return { json, headers: { location: `/api/v1/links/${json.link.id}` } };
  });
  route(host, 'endLinks', async ({ body, principal, ownedBy }) => {
    const owner = 'owner' in body ? body.owner : undefined;
    if (ownedBy !== undefined && owner !== ownedBy)
      throw problem('forbidden', 'You may end your own links only.');
    return { json: { ended: await endOwnerLinks(deps, owner, requirePrincipal(principal)) } };
  });
}

function addLinkReads(host: LinksHost): void {
  const { deps, links } = host;
  const { db, clock } = deps;
  const warnings = new LinkWarnings(deps, links);
  route(host, 'listLinks', async ({ ownedBy }) => {
    const all = await listLinks(db);
    const own = ownLinks(all, ownedBy);
    const byLink = await warnings.listWarnings(all);
    const brokenRules = await listBrokenRules(db, own);
    const items = own.map((link) => ({
      ...toSharedLink(link, clock()),
      warnings: hideOtherLinks(byLink.get(link.id) ?? [], own),
      broken_rules: link.state === 'ended' ? [] : [...(brokenRules.get(link.id) ?? [])],
    }));
    return { json: { items } };
  });
  route(host, 'checkLink', async ({ body, ownedBy }) => {
    const { readDraft } = await loadDrafts();
    const all = await listLinks(db);
    const draft = { ...(await readDraft(deps, body)), name: body.name };
    const warningList = await warnings.checkDraft(draft, all);
    return { json: { warnings: hideOtherLinks(warningList, ownLinks(all, ownedBy)) } };
  });
  route(host, 'link', async ({ params, ownedBy }) =>
    tagLink(db, await requireLink(deps, params['id'], ownedBy), clock()),
  );
  route(host, 'previewLink', async ({ body }) => {
    const { readDraft } = await loadDrafts();
    const { makePayload } = await import('#server/links/payload/payload.ts');
    const draft = await readDraft(deps, body);
    return { json: await makePayload(deps, restrictLink(draft, await readLinkPolicy(db))) };
  });
}
