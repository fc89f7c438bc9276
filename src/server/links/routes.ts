import { requirePrincipal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { route } from '#server/http/route.ts';
import type { LinksHost } from './link-context.ts';
import { LinkWarnings } from './link-warnings.ts';
import { checkLink, editLink, listOwnerLinks, previewLink, readLink } from './owner-service.ts';
import { replaceLink } from './replace-service.ts';
import { createLink, endOwnerLinks, requireLink } from './service.ts';

/** Adds the routes for owners of links. The secret is sent once, and an ended link stays ended. */
export function addLinks(host: LinksHost): void {
  const { deps } = host;
  addLinkReads(host);
  route(host, 'createLink', async ({ body, principal }) => {
    const json = await createLink(deps, body, requirePrincipal(principal));
    return { json, headers: { location: `/api/v1/links/${json.link.id}` } };
  });
  route(host, 'changeLink', async ({ params, body: patch, request, principal, ownedBy }) => {
    const actor = requirePrincipal(principal);
    return editLink(deps, { id: params['id'], ownedBy, patch, request, actor });
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
  const warnings = new LinkWarnings(deps, links);
  route(host, 'listLinks', async ({ ownedBy }) => ({
    json: { items: await listOwnerLinks(deps, warnings, ownedBy) },
  }));
  route(host, 'checkLink', async ({ body, ownedBy }) => ({
    json: { warnings: await checkLink(deps, warnings, body, ownedBy) },
  }));
  route(host, 'link', ({ params, ownedBy }) => readLink(deps, params['id'], ownedBy));
  route(host, 'previewLink', async ({ body }) => ({ json: await previewLink(deps, body) }));
}
