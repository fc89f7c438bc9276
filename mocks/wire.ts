import type { DrawRequest } from '#server/core/deps.ts';

/** Requests and responses as plain data, for messages between a page and the demo's worker. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}
export interface PlainResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}
/** A message of a page to the worker: an API request, or the result of a drawing. */
export type WorkerMessage =
  | { readonly kind: 'request'; readonly id: number; readonly request: PlainRequest }
  | {
      readonly kind: 'drawn';
      readonly id: number;
      readonly bytes?: Uint8Array;
      readonly error?: string;
    };
/** A message of the worker to a page. */
export type PageMessage =
  | { readonly kind: 'response'; readonly id: number; readonly response: PlainResponse }
  | {
      readonly kind: 'draw';
      readonly id: number;
      readonly form: 'svg' | 'png';
      readonly request: DrawRequest;
    };

const hasNoRequestBody = (method: string): boolean => method === 'GET' || method === 'HEAD';
const hasNoResponseBody = (status: number): boolean => status === 204 || status === 304;

export const toPlainRequest = async (request: Request): Promise<PlainRequest> => ({
  method: request.method,
  url: request.url,
  headers: [...request.headers],
  body: hasNoRequestBody(request.method) ? null : await request.arrayBuffer(),
});
export const toRequest = ({ method, url, headers, body }: PlainRequest): Request =>
  new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: hasNoRequestBody(method) ? null : body,
  });

export const toPlainResponse = async (response: Response): Promise<PlainResponse> => ({
  status: response.status,
  headers: [...response.headers],
  body: hasNoResponseBody(response.status) ? null : await response.arrayBuffer(),
});
export const toResponse = ({ status, headers, body }: PlainResponse): Response =>
  new Response(hasNoResponseBody(status) ? null : body, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
