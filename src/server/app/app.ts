import { epochHeader, timeZoneHeader } from '#contract/core/endpoint.ts';
import { readerHeader } from '#contract/core/offline.ts';
import { endpoints } from '#contract/endpoints.ts';
import { embedPage, embedScript, sharedPage } from '#contract/links/constants.ts';
import { requestPage } from '#contract/requests/constants.ts';
import {
  limitExportCaller,
  requireDataAddress,
  takeExportToken,
} from '#server/accounts/tokens/export-token.ts';
import { readToken } from '#server/accounts/tokens/service.ts';
import type { Caller, Principal } from '#server/core/policy.ts';
import { isStoreUnavailable } from '#server/db/dialects/port.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { findRoutePath, listRoutes } from '#server/http/route-list.ts';
import { answerKey, pathWithQuery } from '#server/http/host.ts';
import { checkHost, checkOrigin, isFromThisComputer, isSafe } from '#server/http/request-checks.ts';
import { respond } from '#server/http/response-cache.ts';
import { policyReportPath, makeSecurityHeaders } from '#server/http/security-headers.ts';
import { createHost, type ServerHost } from './create-host.ts';
import type { ServerDeps } from './deps.ts';
import { createErrorResponder } from './error-response.ts';
import { addRoutes } from './routes.ts';

/** Data of the runtime about a request. */
export interface RequestEnv {
  /** Set by the demo only, where browsers allow no cookie. Node never sets it. */
  readonly principal?: Principal;
  /** The address of the sender, for throttles. */
  readonly ip?: string | undefined;
}
export interface App {
  fetch(request: Request, env?: RequestEnv): Promise<Response>;
  /** Ends the streams of pages that listen for changes. */
  close(): void;
}

/**
 * Makes the API and its pages one function from Request to Response. Node, the tests and the demo
 * mount the same one.
 */
export function createApp(deps: ServerDeps): App {
  const host = createHost(deps);
  addRoutes(host);
  const respondToError = createErrorResponder(host);
  host.hono.onError((error, c) => respondToError(c.req.raw, error, c.env.principal));
  const addHeaders = createHeaderStep(host);
  const routes = listRoutes(host);
  const findRoute = (method: string, path: string) => findRoutePath(routes, method, path);
  return {
    async fetch(request, env = {}) {
      const began = performance.now();
      const sentRequest = readSent(request, env);
      const response = await answer(host, sentRequest).catch((error: unknown) =>
        respondToError(sentRequest.request, error),
      );
      const { method } = sentRequest.request;
      const { status } = response;
      host.metrics.countRequest(
        { method, path: sentRequest.url.pathname, status, began },
        findRoute,
      );
      return addHeaders(sentRequest, response);
    },
    close: () => {
      host.streams.end();
      host.links.end();
    },
  };
}

async function answer(host: ServerHost, sentRequest: SentRequest): Promise<Response> {
  checkSender(host, sentRequest);
  const caller = await findCaller(host, sentRequest);
  const cachedResponse = await findCachedResponse(host, sentRequest, caller);
  const response = cachedResponse ?? (await handle(host, sentRequest, caller));
  nameReader(response, caller);
  return response;
}

/** Names the reader of a response in a browser: one signed in, not one with a token. */
function nameReader({ headers }: Response, { principal, token, isGiven }: Caller): void {
  if (principal === undefined || token !== undefined || isGiven) return;
  headers.set(readerHeader, `${principal.mode} ${principal.id} ${principal.role}`);
}

async function handle(
  host: ServerHost,
  sentRequest: SentRequest,
  caller: Caller,
): Promise<Response> {
  const run = async (): Promise<Response> =>
    host.hono.fetch(sentRequest.request, {
      ...caller,
      https: sentRequest.https,
      ip: sentRequest.env.ip,
    });
  return isAlwaysTaken(sentRequest.url.pathname)
    ? run()
    : host.load.run(isSafe(sentRequest.request.method), run);
}

/** Whether a request is accepted under any load: it costs little, or it reports the load. */
const isAlwaysTaken = (path: string): boolean =>
  path.startsWith('/assets/') || path === endpoints.health.path || path === endpoints.metrics.path;

/** A request with the parts that the steps read. */
interface SentRequest {
  readonly request: Request;
  readonly env: RequestEnv;
  readonly url: URL;
  readonly https: boolean;
  /** The Host header. */
  readonly hostName: string;
  /** The API token of the request, valid or not. */
  readonly token: string | undefined;
  /** Whether the token stood in the address. */
  readonly isInAddress: boolean;
}
function readSent(original: Request, env: RequestEnv): SentRequest {
  const { request, url, exportToken } = takeExportToken(original);
  const protocolHeader = request.headers.get('x-forwarded-proto');
  return {
    request,
    env,
    url,
    https: url.protocol === 'https:' || protocolHeader === 'https',
    hostName: request.headers.get('host') ?? url.host,
    token: exportToken ?? readToken(request, url.pathname),
    isInAddress: exportToken !== undefined,
  };
}

/** Rejects requests for a foreign host name and changes from other sites. */
function checkSender({ deps }: ServerHost, { request, env, url, hostName, token }: SentRequest) {
  if (env.principal !== undefined) return;
  checkHost(hostName, deps.config);
  // a policy report changes nothing, and pages without a referrer send it with `Origin: null`
  const isPolicyReport = request.method === 'POST' && url.pathname === policyReportPath;
  if (!isPolicyReport) checkOrigin(request, hostName, url.pathname, token !== undefined);
}

const sharedApi = '/api/v1/shared/';
const requestApi = '/api/v1/open-requests/';
/**
 * Whether a path needs no account and is served while the store is unavailable: client files,
 * links, policy reports.
 */
const isAnonymous = (path: string): boolean =>
  path.startsWith('/assets/') ||
  path === embedScript ||
  path.startsWith(sharedApi) ||
  path.startsWith(requestApi) ||
  path === policyReportPath;

async function findCaller(host: ServerHost, sentRequest: SentRequest): Promise<Caller> {
  const { request, env, url, https, hostName, token, isInAddress } = sentRequest;
  if (token !== undefined && isInAddress) requireDataAddress(token, request, url.pathname);
  if (env.principal !== undefined) return { principal: env.principal, isGiven: true };
  if (isAnonymous(url.pathname)) return { principal: undefined };
  if (token !== undefined) {
    const caller = await host.callers.findByToken(token, env.ip);
    limitExportCaller(caller, request, url.pathname);
    return caller;
  }
  const isLocal = isFromThisComputer(request, hostName, env.ip);
  return host.callers.findBySession(request.headers.get('cookie'), https, isLocal);
}

/** Finds a cached response, so that no route has to run. */
async function findCachedResponse(
  host: ServerHost,
  { request, url }: SentRequest,
  { principal }: Caller,
): Promise<Response | undefined> {
  if (principal === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return;
  const revision = await currentOrLastRevision(host);
  const key = answerKey(await host.zoneClock.today(), pathWithQuery(url), principal.role);
  const cachedAnswer = await host.answers.find(key, revision);
  const cachedResponse = cachedAnswer?.changes?.length === 0 ? cachedAnswer.answer : undefined;
  if (cachedResponse !== undefined) host.metrics.countLookup(true);
  // an export token reads files of data only, so a response that others cached must be one
  if (cachedResponse === undefined || (principal.mode === 'export' && !cachedResponse.exported))
    return;
  if (cachedResponse.exported) await host.onExport(request, principal);
  return respond(request, cachedResponse, host.deps.compress);
}

/**
 * Returns the current revision. While the store is unavailable it returns the last known one, so
 * that the cache still responds.
 */
async function currentOrLastRevision({ revisions }: ServerHost): Promise<number> {
  try {
    return await revisions.now();
  } catch (error) {
    const last = revisions.last();
    if (last === undefined || !isStoreUnavailable(error)) throw error;
    return last;
  }
}

/**
 * Whether a path belongs to link readers. Other sites must not learn its address from the Referer.
 */
const isForReaders = (path: string): boolean =>
  [sharedPage, embedPage, requestPage].includes(path) ||
  path.startsWith(`${sharedPage}/`) ||
  path.startsWith(sharedApi) ||
  path.startsWith(requestApi);

/**
 * Makes the last step: it adds the security headers, the epoch of the store and the time zone to
 * every response.
 */
function createHeaderStep({
  deps: { db },
  zoneClock,
}: ServerHost): (sentRequest: SentRequest, response: Response) => Promise<Response> {
  const http = Object.entries(makeSecurityHeaders({ https: false }));
  const httpsHeaders = Object.entries(makeSecurityHeaders({ https: true }));
  let epoch: string | undefined;
  return async ({ url: { pathname }, https, isInAddress }, response) => {
    epoch ??= await readEpoch(db.short).catch(() => undefined);
    if (isInAddress) response.headers.set('cache-control', 'private, no-store');
    if (isForReaders(pathname) || isInAddress)
      response.headers.set('referrer-policy', 'no-referrer');
    else if (pathname.startsWith('/api/') && epoch !== undefined)
      response.headers.set(epochHeader, epoch);
    if (pathname.startsWith('/api/') && response.status !== 401) {
      const timeZone = await zoneClock.timeZone().catch(() => undefined);
      if (timeZone !== undefined) response.headers.set(timeZoneHeader, timeZone);
    }
    // a response such as a picture may have a stricter policy of its own
    for (const [name, value] of https ? httpsHeaders : http)
      if (!response.headers.has(name)) response.headers.set(name, value);
    return response;
  };
}
