import { HttpProblem, problem, problemResponse } from '#server/core/problem.ts';
import type { Principal } from '#server/core/policy.ts';
import { compact } from '#domain/values/compact.ts';
import { isStoreUnavailable, sqlErrorKind } from '#server/db/dialects/port.ts';
import type { Host } from '#server/http/host.ts';
import { isRejection } from '#server/http/rejection-log.ts';
import { findRoutePath, listRoutes } from '#server/http/route-list.ts';
import type { StorageHealth } from '#server/http/storage-health.ts';

/** Converts any thrown value to a problem. */
function toProblem(error: unknown, storage: StorageHealth): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Error && error.cause instanceof HttpProblem) return error.cause;
  const fault = storage.note(error);
  if (fault !== undefined) return fault;
  if (sqlErrorKind(error) === 'slow')
    return problem(
      'store_busy',
      'This read takes longer than the store allows. Request less, or try again in a minute.',
      { headers: { 'retry-after': '60' } },
    );
  if (isStoreUnavailable(error))
    return problem(
      'store_unavailable',
      'The store does not answer; nothing was changed. Try again in a few seconds.',
      { headers: { 'retry-after': '5' } },
    );
  return problem(
    'internal',
    'Try again. If it happens again, give the operator this reference, which is in the log.',
  );
}

/** Makes the responder to failed requests. It logs rejections and server errors. */
export function createErrorResponder(
  host: Host,
): (request: Request, error: unknown, principal?: Principal) => Response {
  const routes = listRoutes(host);
  return (request, error, principal) => {
    // the caller has left, so nobody reads the response, and nothing failed
    if (request.signal.aborted) return new Response(null, { status: 499 });
    const knownProblem = toProblem(error, host.storage);
    host.metrics.countProblem(knownProblem.code);
    const { response, reference } = problemResponse(knownProblem);
    const { method } = request;
    const { status } = knownProblem;
    const path = new URL(request.url).pathname;
    if (isRejection(knownProblem))
      host.rejections.note(knownProblem.code, () => ({
        reference,
        method,
        path: findRoutePath(routes, method, path),
        status,
        ...compact({ account: principal?.id }),
      }));
    else if (status >= 500) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      host.deps.log?.({ level: 'error', reference, method, path, status, error: text });
    }
    return response;
  };
}
