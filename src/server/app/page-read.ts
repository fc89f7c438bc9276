import type { Endpoints } from '#contract/endpoints.ts';

/** A first read of a page: an endpoint, and the key under which the page caches the response. */
export interface PageRead {
  readonly endpoint: keyof Endpoints;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly key: readonly unknown[];
  /** Converts the response to the cached data. */
  readonly toData?: (answer: unknown, etag: string | undefined) => unknown;
}
