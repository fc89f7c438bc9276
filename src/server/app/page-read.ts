import type { Endpoints } from '#contract/endpoints.ts';

/** What a page reads at first: an endpoint, and the key under which the page caches the answer. */
export interface PageRead {
  readonly endpoint: keyof Endpoints;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly key: readonly unknown[];
  /** Turns the answer into the cached data. */
  readonly toData?: (answer: unknown, etag: string | undefined) => unknown;
}
