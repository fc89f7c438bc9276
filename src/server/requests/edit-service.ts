import type { RequestPatch, ValueRequest } from '#contract/requests/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { readEpoch } from '#server/db/epoch.ts';
import type { Json } from '#server/http/call.ts';
import { hashTag, readVersions, requireMatch, versionTag } from '#server/http/etag.ts';
import { readOwnTimeZone } from '#server/zone/zone-day-service.ts';
import { listProposals } from './proposal-store.ts';
import { toValueRequest } from './request-view.ts';
import { patchRequest, requireRequest } from './service.ts';
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

/** Reads a request with its state and its tag. @throws HttpProblem if it is unknown */
export const readValueRequest = async (
  deps: AppDeps,
  id: string | undefined,
): Promise<Json<ValueRequest>> => tagRequest(deps, await requireRequest(deps, id));

export interface RequestEdit {
  readonly id: string | undefined;
  readonly patch: RequestPatch;
  readonly httpRequest: Request;
  readonly actor: Principal;
}
/**
 * Changes or cancels a request.
 *
 * @throws HttpProblem if it is unknown or cancelled, or 412 if the version is not current
 */
export async function editRequest(
  deps: AppDeps,
  { id, patch, httpRequest, actor }: RequestEdit,
): Promise<Json<ValueRequest>> {
  const request = await requireRequest(deps, id);
  await requireSeen(deps, httpRequest, request);
  const isChanged = await patchRequest(deps, request, patch, actor);
  const after = await requireRequest(deps, id);
  if (!isChanged) await requireSeen(deps, httpRequest, after);
  return tagRequest(deps, after);
}
