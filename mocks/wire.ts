import type { DrawRequest } from '#server/core/deps.ts';

/** A request or a response as plain data, to cross from a page to the demo's worker and back. */
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
/** What a page sends to the worker: a request of the API, or the drawing that the worker asked it for. */
export type ToWorker =
  | { readonly kind: 'request'; readonly id: number; readonly request: PlainRequest }
  | {
      readonly kind: 'drawn';
      readonly id: number;
      readonly bytes?: Uint8Array;
      readonly error?: string;
    };
/** What the worker sends to a page. */
export type ToPage =
  | { readonly kind: 'response'; readonly id: number; readonly response: PlainResponse }
  | {
      readonly kind: 'draw';
      readonly id: number;
      readonly form: 'svg' | 'png';
      readonly request: DrawRequest;
    };

const noBody = (method: string): boolean => method === 'GET' || method === 'HEAD';
const bodiless = (status: number): boolean => status === 204 || status === 304;

export const plainRequest = async (request: Request): Promise<PlainRequest> => ({
  method: request.method,
  url: request.url,
  headers: [...request.headers],
  body: noBody(request.method) ? null : await request.arrayBuffer(),
});
export const requestOf = ({ method, url, headers, body }: PlainRequest): Request =>
  new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: noBody(method) ? null : body,
  });

export const plainResponse = async (response: Response): Promise<PlainResponse> => ({
  status: response.status,
  headers: [...response.headers],
  body: bodiless(response.status) ? null : await response.arrayBuffer(),
});
export const responseOf = ({ status, headers, body }: PlainResponse): Response =>
  new Response(bodiless(status) ? null : body, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
