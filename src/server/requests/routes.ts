import type { ValueRequest } from '#contract/requests/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { requirePrincipal } from '#server/core/policy.ts';
import { readEpoch } from '#server/db/epoch.ts';
import type { Json } from '#server/http/call.ts';
import { hashTag, readVersions, requireMatch, versionTag } from '#server/http/etag.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { storeAnswers } from './answer-service.ts';
import { acceptProposals, returnProposals } from './decision-service.ts';
import { sendAnswerFile } from './file-service.ts';
import { listMonthProposals, listValueRequests } from './list-service.ts';
import { listProposals } from './proposal-store.ts';
import { toValueRequest } from './request-view.ts';
import {
  copyRequests,
  createRequests,
  patchRequest,
  remindRequest,
  requireRequest,
} from './service.ts';
import { readOwnTimeZone } from '#server/zone/zone-day-service.ts';
import type { StoredRequest } from './store.ts';

/** Converts a request, with its tag: its version, which If-Match must name, and a hash. */
async function tagRequest(deps: AppDeps, request: StoredRequest): Promise<Json<ValueRequest>> {
  const [proposals, timeZone] = await Promise.all([
    listProposals(deps.db, [request.id]),
    readOwnTimeZone(deps.db),
  ]);
  const json = toValueRequest(request, proposals, { now: deps.clock(), timeZone });
  const hash = await hashTag(new TextEncoder().encode(JSON.stringify(json)));
  const version = versionTag('v', request.version, await readEpoch(deps.db));
  return { json, tag: `${version}.${hash.slice(0, 16)}` };
}
/** @throws HttpProblem if If-Match does not name the current version of the request */
async function requireSeen(
  deps: AppDeps,
  httpRequest: Request,
  request: StoredRequest,
): Promise<void> {
  const epoch = await readEpoch(deps.db);
  if (readVersions(httpRequest.headers.get('if-match'), 'v', epoch).includes(request.version))
    return;
  const { json } = await tagRequest(deps, request);
  requireMatch(httpRequest, versionTag('v', request.version, epoch), json);
}

/** Adds the routes by which managers request values. Each secret is sent only once. */
export function addRequests(host: Host): void {
  const { deps } = host;
  route(host, 'listRequests', async ({ query }) => ({
    json: { items: await listValueRequests(deps, query.month) },
  }));
  route(host, 'createRequests', async ({ body, principal }) => ({
    json: await createRequests(deps, body, requirePrincipal(principal)),
  }));
  route(host, 'copyRequests', async ({ body, principal }) => ({
    json: await copyRequests(deps, body, requirePrincipal(principal)),
  }));
  route(host, 'request', async ({ params }) =>
    tagRequest(deps, await requireRequest(deps, params['id'])),
  );
  route(host, 'changeRequest', async ({ params, body, request: httpRequest, principal }) => {
    const request = await requireRequest(deps, params['id']);
    await requireSeen(deps, httpRequest, request);
    const isChanged = await patchRequest(deps, request, body, requirePrincipal(principal));
    const after = await requireRequest(deps, params['id']);
    if (!isChanged) await requireSeen(deps, httpRequest, after);
    return tagRequest(deps, after);
  });
  route(host, 'remindRequest', async ({ params, principal }) => ({
    json: await remindRequest(
      deps,
      await requireRequest(deps, params['id']),
      requirePrincipal(principal),
    ),
  }));
  addProposals(host);
}

/** Adds the routes by which managers read, enter and decide answers. */
function addProposals(host: Host): void {
  const { deps } = host;
  route(host, 'listProposals', async ({ query }) => ({
    json: { items: await listMonthProposals(deps, query.month) },
  }));
  route(host, 'answerForRequest', async ({ params, body, principal }) => {
    const request = await requireRequest(deps, params['id']);
    const by = requirePrincipal(principal);
    return { json: { decided: await storeAnswers(deps, { request, answers: body.answers, by }) } };
  });
  route(host, 'requestFile', async ({ params }) =>
    sendAnswerFile(deps, await requireRequest(deps, params['id']), params['file'] ?? ''),
  );
  route(host, 'acceptProposals', async ({ body, principal }) => {
    const actor = requirePrincipal(principal);
    const reason = body.reason?.trim() ?? '';
    return { json: await acceptProposals(deps, { ids: body.ids, reason, actor }) };
  });
  route(host, 'returnProposals', async ({ body, principal }) => {
    const actor = requirePrincipal(principal);
    return {
      json: await returnProposals(deps, { ids: body.ids, reason: body.reason.trim(), actor }),
    };
  });
}
