import { Hono } from 'hono';
import { epochHeader } from '#contract/core/endpoint.ts';
import { embedPage, sharedPage } from '#contract/links/constants.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { checkHost, checkOrigin, isFromThisComputer } from '#server/http/request-checks.ts';
import { Idempotency } from '#server/http/idempotency.ts';
import { ResponseCache, respond } from '#server/http/response-cache.ts';
import { HttpProblem, problem, problemResponse } from '#server/core/problem.ts';
import { isRejection, RejectionLog } from '#server/http/rejection-log.ts';
import { RevisionStreams } from '#server/http/events/revision-streams.ts';
import { RevisionWatch } from '#server/http/events/revision-watch.ts';
import { StorageHealth } from '#server/http/storage-health.ts';
import { policyReportPath, securityHeaders } from '#server/http/security-headers.ts';
import { SignInThrottle } from '#server/http/throttle/sign-in-throttle.ts';
import { recordExport } from '#server/audit/record-export.ts';
import { readToken, TokenLookup } from '#server/accounts/tokens/service.ts';
import { SessionLookup, type Caller } from '#server/accounts/sessions/session-lookup.ts';
import type { Principal } from '#server/core/policy.ts';
import { listRoutes, findRoutePath } from '#server/http/route-list.ts';
import { pathWithQuery, cacheKey, type Carried, type Host } from '#server/http/route.ts';
import { addRoutes } from './routes.ts';
import { isStoreUnavailable, sqlErrorKind } from '#server/db/dialects/port.ts';
import { scoped } from '#server/db/transaction-scope.ts';
import { addressBlock } from '#server/http/throttle/address-throttle.ts';
import { LinkContext } from '#server/links/link-context.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { currentRevision } from '#server/db/revision-log.ts';

/** What the surroundings know of a request. `principal` is given by the demo only, where browsers allow no cookie; the server on Node never sets it. */
export interface RequestEnv {
  readonly principal?: Principal;
  /** The address that asks, for limits. */
  readonly ip?: string | undefined;
}
export interface App {
  fetch(request: Request, env?: RequestEnv): Promise<Response>;
  /** Ends what would go on: pages that listen for changes. */
  close(): void;
}

/** What readers of shared links ask. */
const sharedApi = '/api/v1/shared/';
/** Addresses of shared links: nothing that is opened from there learns where it was. */
const isForReaders = (path: string): boolean =>
  path === sharedPage || path === embedPage || path.startsWith(sharedApi);

/** Any thrown value as the problem to answer with. */
function asProblem(error: unknown, trouble: StorageHealth): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Error && error.cause instanceof HttpProblem) return error.cause;
  const noted = trouble.note(error);
  if (noted !== undefined) return noted;
  if (sqlErrorKind(error) === 'slow')
    return problem(
      'store_busy',
      'Reading this takes longer than the store may take for one answer. Ask for less, or try again in a minute.',
      {
        headers: { 'retry-after': '60' },
      },
    );
  if (isStoreUnavailable(error))
    return problem(
      'store_unavailable',
      'The store does not answer just now; nothing was changed. Try again in a few seconds.',
      {
        headers: { 'retry-after': '5' },
      },
    );
  return problem(
    'internal',
    'Try again; if it happens again, tell the operator this reference, which stands in the log.',
  );
}

/** The whole API and its pages as one function from Request to Response. It knows no runtime: Node, the tests and the demo mount the same. */
export function createApp(deps: AppDeps): App {
  const revisions = new RevisionWatch(() => currentRevision(deps.db.short));
  const db = deps.scope === undefined ? deps.db : scoped(deps.db, deps.scope);
  const visitors = new SessionLookup({
    db: deps.db,
    clock: deps.clock,
    keys: deps.sessions,
    loopback: deps.config.loopback,
    accounts: deps.passwords !== undefined,
  });
  const tokens = new TokenLookup(deps.db, deps.clock);
  const host: Host = {
    hono: new Hono<Carried>({ strict: true }),
    deps: { ...deps, db },
    responses: new ResponseCache(),
    revisions,
    streams: new RevisionStreams(
      () => revisions.now(),
      deps.streams,
      async () => void (await Promise.all([visitors.refresh(), tokens.refresh()])),
    ),
    idempotency: new Idempotency(db, deps.clock, deps.scope),
    callers: visitors,
    tokens,
    signInThrottle: new SignInThrottle(() => deps.clock().getTime()),
    storage: new StorageHealth(),
    rejections: new RejectionLog(deps.log, () => deps.clock().getTime()),
    links: new LinkContext({ ...deps, db }, revisions),
  };
  const failed = (request: Request, error: unknown, principal?: Principal): Response => {
    // nobody reads this answer; nothing went wrong either
    if (request.signal.aborted) return new Response(null, { status: 499 });
    const found = asProblem(error, host.storage);
    const { response, reference } = problemResponse(found);
    const { method } = request;
    const { status } = found;
    const path = new URL(request.url).pathname;
    if (isRejection(found)) {
      const who = principal === undefined ? {} : { account: principal.id };
      host.rejections.note(found.code, () => ({
        reference,
        method,
        path: findRoutePath(routes, method, path),
        status,
        ...who,
      }));
    }
    if (status >= 500) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      deps.log?.({ level: 'error', reference, method, path, status, error: text });
    }
    return response;
  };
  host.hono.onError((error, c) => failed(c.req.raw, error, c.env.principal));
  addRoutes(host);
  const routes = listRoutes(host);

  const headers = {
    http: Object.entries(securityHeaders({ ...deps.config, https: false })),
    https: Object.entries(securityHeaders({ ...deps.config, https: true })),
  };

  const answer = async (
    request: Request,
    url: URL,
    env: RequestEnv,
    https: boolean,
  ): Promise<Response> => {
    const token = readToken(request, url.pathname);
    if (env.principal === undefined) {
      const name = request.headers.get('host') ?? url.host;
      checkHost(name, deps.config);
      // a report changes nothing, and from pages that tell no referrer browsers send it with Origin: null
      const report = request.method === 'POST' && url.pathname === policyReportPath;
      if (!report) checkOrigin(request, name, url.pathname, token !== undefined);
    }
    // the built client's files are the same for everybody, and are there while the store is away; readers of links and browsers that report are nobody here
    const nobodys =
      url.pathname.startsWith('/assets/') ||
      url.pathname.startsWith(sharedApi) ||
      url.pathname === policyReportPath;
    const anybody = env.principal !== undefined || nobodys;
    const visitor: Caller = anybody
      ? { principal: env.principal }
      : token === undefined
        ? await host.callers.find(
            request.headers.get('cookie'),
            https,
            isFromThisComputer(request, request.headers.get('host') ?? url.host, env.ip),
          )
        : await host.tokens.find(token, addressBlock(env.ip));
    const { principal } = visitor;
    if (principal !== undefined && (request.method === 'GET' || request.method === 'HEAD')) {
      const kept = host.responses.get(
        cacheKey(await revisionOr(host), deps.clock, pathWithQuery(url), principal.role),
      );
      if (kept !== undefined) {
        if (kept.exported) await recordExport(host, request, principal);
        return respond(request, kept, deps.compress);
      }
    }
    return host.hono.fetch(request, {
      ...visitor,
      given: env.principal !== undefined,
      https,
      ip: env.ip,
    });
  };

  let epoch: string | undefined;
  return {
    async fetch(request, env = {}) {
      const url = new URL(request.url);
      const https =
        url.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
      let response: Response;
      try {
        response = await answer(request, url, env, https);
      } catch (error) {
        response = failed(request, error);
      }
      epoch ??= await readEpoch(deps.db.short).catch(() => undefined);
      if (isForReaders(url.pathname)) response.headers.set('referrer-policy', 'no-referrer');
      else if (url.pathname.startsWith('/api/') && epoch !== undefined)
        response.headers.set(epochHeader, epoch);
      // a picture has a policy of its own, stricter than that of the pages
      for (const [name, value] of https ? headers.https : headers.http)
        if (!response.headers.has(name)) response.headers.set(name, value);
      return response;
    },
    close: () => {
      host.streams.end();
      host.links.end();
    },
  };
}

/** The present revision; while the store is away the last known one, so that what is kept is still answered. */
async function revisionOr(host: Host): Promise<number> {
  try {
    return await host.revisions.now();
  } catch (error) {
    const last = host.revisions.last();
    if (last === undefined || !isStoreUnavailable(error)) throw error;
    return last;
  }
}
