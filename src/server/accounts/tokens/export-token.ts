import { exportTokenParameter } from '#contract/core/endpoint.ts';
import type { Caller } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';

/** Secrets of tokens that read files of data only, also in an address, begin with this. */
export const exportPrefix = 'hwx_';

const dataPath = /^\/api\/v1\/(?:(?:charts|documents)\/[^/]+|saved-charts\/[^/]+\/files\/[^/]+)$/;

/** Whether an address may be one of a file of data. The policy then looks at the file. */
const isDataPath = (method: string, path: string): boolean =>
  (method === 'GET' || method === 'HEAD') && dataPath.test(path);

/** A request whose address held a token, without it. */
export interface CleanRequest {
  readonly request: Request;
  readonly url: URL;
  readonly exportToken?: string;
}
/**
 * Takes the export token out of an address, so that no later step can log, cache or record it.
 * Requests that are no reads keep theirs in nothing: they are refused.
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
 * @throws HttpProblem for a token in an address that is no export token, or elsewhere than at data
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
/** @throws HttpProblem where a caller with an export token asks for anything but a file of data */
export function limitExportCaller({ principal }: Caller, request: Request, path: string): void {
  if (principal?.mode === 'export') requireDataPath(request.method, path);
}
