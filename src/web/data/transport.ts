import { compact } from '#domain/values/compact.ts';
import type { BodyOf, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import { ageHeader, type Endpoint, epochHeader, timeZoneHeader } from '#contract/core/endpoint.ts';
import { buildPath } from '#contract/core/path.ts';
import { problemCodes } from '#contract/core/problem.ts';
import type { Problem } from '#contract/core/problem-schemas.ts';
import { ProblemError } from './problem-error.ts';
import { noteTimeZone } from '#web/i18n/zone-time.ts';
import { noteServerTime } from './server-clock.ts';

/** Sends one request. Tests and the demo replace the browser's fetch. */
export type Send = (request: Request) => Promise<Response>;
const overNetwork: Send = (request) => fetch(request);
let way: Send = overNetwork;
/**
 * Replaces the transport; without an argument it is the network again. Another transport has
 * another store.
 */
export function sendWith(other?: Send): void {
  way = other ?? overNetwork;
  epoch = undefined;
}
/** Sends one request by the transport of this page. */
export const send: Send = (request) => way(request);
/** Whether the transport is the network, where the browser tells how much of a file has gone. */
export const isNetwork = (): boolean => way === overNetwork;

export interface CallOptions<E> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: { readonly [K in keyof QueryOf<E>]?: string | undefined };
  readonly body?: BodyOf<E>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}
export interface Answer<T> {
  readonly data: T;
  readonly etag: string | undefined;
}

/**
 * The epoch of the store when this page was opened. After a restore the server refuses its changes,
 * so that they overwrite nothing newer.
 */
let epoch: string | undefined;
/** Makes the If-Match header of a version that the server numbered, such as `i7`. */
export const versionHeader = (version: string): { readonly 'if-match': string } => ({
  'if-match': `"${version}.${epoch ?? ''}"`,
});

/** Called for an answer from before a change. A newer one follows in a moment. */
let hearOld: (() => void) | undefined;
/** Sets the listener for answers from before a change; `undefined` removes it. */
export function onOldAnswer(listener: (() => void) | undefined): void {
  hearOld = listener;
}
let hearAnswer: ((headers: Headers) => void) | undefined;
/** Sets the listener that gets the headers of each answer. */
export function onAnswer(listener: (headers: Headers) => void): void {
  hearAnswer = listener;
}

/** Limit in ms: long enough for a slow line, short enough for a waiting reader. */
export const answerWithinMs = 15_000;

const isProblem = (x: unknown): x is Problem =>
  typeof x === 'object' &&
  x !== null &&
  'code' in x &&
  problemCodes.includes((x as Problem).code) &&
  'status' in x;

/**
 * Reads the body of a response.
 *
 * @throws ProblemError unless the response is a success in JSON
 */
export async function readAnswer(status: number, text: string): Promise<unknown> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new ProblemError('malformed', status);
  }
  if (status >= 200 && status < 300) return data;
  if (isProblem(data)) throw new ProblemError(data.code, status, data);
  throw new ProblemError('malformed', status);
}

/**
 * Calls an endpoint.
 *
 * @returns the response with its ETag
 * @throws ProblemError, and nothing else unless the caller cancelled
 */
export async function callTagged<E extends Endpoint>(
  endpoint: E,
  options: CallOptions<E> = {},
): Promise<Answer<ReplyOf<E>>> {
  const limit = AbortSignal.timeout(options.timeoutMs ?? answerWithinMs);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  const url = new URL(buildPath(endpoint, options.params, options.query), location.origin);
  try {
    const request = new Request(url, {
      method: endpoint.method,
      headers,
      signal,
      ...compact({ body: options.body === undefined ? undefined : JSON.stringify(options.body) }),
    });
    const response = await send(request);
    noteServerTime(response.headers.get('date'));
    noteTimeZone(response.headers.get(timeZoneHeader));
    if (response.headers.has(ageHeader)) hearOld?.();
    hearAnswer?.(response.headers);
    epoch ??= response.headers.get(epochHeader) ?? undefined;
    const data = await readAnswer(response.status, await response.text());
    return { data: data as ReplyOf<E>, etag: response.headers.get('etag') ?? undefined };
  } catch (error) {
    if (error instanceof ProblemError || options.signal?.aborted) throw error;
    throw new ProblemError(limit.aborted ? 'timeout' : 'offline', 0);
  }
}
/**
 * Calls an endpoint.
 *
 * @returns the body of the response
 * @throws ProblemError, and nothing else unless the caller cancelled
 */
export const call = async <E extends Endpoint>(
  endpoint: E,
  options: CallOptions<E> = {},
): Promise<ReplyOf<E>> => (await callTagged(endpoint, options)).data;

/**
 * Makes an idempotency key: one for each action of a person, so that repeated requests store once.
 */
export const idempotencyKey = (): Readonly<Record<string, string>> => ({
  'idempotency-key': crypto.randomUUID(),
});
