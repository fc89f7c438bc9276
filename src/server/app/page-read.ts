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

/** Converts an answer to the cached data of a list that is read page by page. */
export const toFirstPage = (page: unknown) => ({ pages: [page], pageParams: [null] });
