import type { Endpoint } from './endpoint.ts';

type Query = Readonly<Record<string, string | undefined>>;
const pair = ([name, value]: readonly [string, string]): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** Lists the parameters of a query without the undefined ones, and without meaningless empty ones. */
export const listParameters = (
  { empty = [] }: Pick<Endpoint, 'empty'>,
  query: Query,
): readonly (readonly [string, string])[] =>
  Object.entries(query).filter(
    (e): e is [string, string] => e[1] !== undefined && (e[1] !== '' || empty.includes(e[0])),
  );

/**
 * Builds the escaped address of an endpoint. Undefined query parameters are omitted, and empty ones
 * that mean nothing to the endpoint.
 */
export function buildPath(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>> = {},
  query: Query = {},
): string {
  const path = endpoint.path.replace(/:([a-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const pairs = listParameters(endpoint, query);
  return pairs.length === 0 ? path : `${path}?${pairs.map(pair).join('&')}`;
}
