import { exportTokenParameter } from '#contract/core/endpoint.ts';
import type { Caller } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';

/** The prefix of export tokens. They read files of data only, and may stand in an address. */
export const exportPrefix = 'hwx_';

const dataPath = /^\/api\/v1\/(?:(?:charts|documents)\/[^/]+|saved-charts\/[^/]+\/files\/[^/]+)$/;

/** Whether a path may be that of a file of data. The policy then checks the file itself. */
const isDataPath = (method: string, path: string): boolean =>
  (method === 'GET' || method === 'HEAD') && dataPath.test(path);

/** A request without the export token that its address may have held. */
export interface CleanRequest {
  readonly request: Request;
  readonly url: URL;
  readonly exportToken?: string;
}
/**
 * Removes the export token from an address, so that no later step can log, cache or record it. The
 * new request has no body, since such a token serves reads only.
 */
export function takeExportToken(request: Request): CleanRequest {
  const url = new URL(request.url);
  const exportToken = url.searchParams.get(exportTokenParameter);
  if (exportToken === null) return { request, url };
  url.searchParams.delete(exportTokenParameter);
  const { method, headers, signal } = request;
  return { request: new Request(url, { method, headers, signal }), url, exportToken };
}

/**
 * Requires that a token in an address is an export token and that the address is one of data.
 * @throws HttpProblem for any other token or address
 */
export function requireDataAddress(token: string, { method }: Request, path: string): void {
  if (!token.startsWith(exportPrefix))
    throw problem(
      'sign_in_required',
      'Only a token for files of data may stand in an address. Make one on your account page.',
      { guessed: true },
    );
  requireDataPath(method, path);
}
function requireDataPath(method: string, path: string): void {
  if (isDataPath(method, path)) return;
  throw problem(
    'forbidden',
    'This token reads files of data only: /api/v1/charts, /api/v1/documents and files of saved charts.',
  );
}
/**
 * Limits a caller with an export token to files of data.
 * @throws HttpProblem for any other address
 */
export function limitExportCaller({ principal }: Caller, request: Request, path: string): void {
  if (principal?.mode === 'export') requireDataPath(request.method, path);
}
