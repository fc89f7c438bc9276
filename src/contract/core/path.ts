import type { Endpoint } from './endpoint.ts';

const pair = ([name, value]: readonly [string, string]): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** Builds the escaped address of an endpoint. Undefined and empty query parameters are omitted. */
export function buildPath(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const path = endpoint.path.replace(/:([a-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const pairs = Object.entries(query).filter(
    (e): e is [string, string] => e[1] !== undefined && e[1] !== '',
  );
  return pairs.length === 0 ? path : `${path}?${pairs.map(pair).join('&')}`;
}
