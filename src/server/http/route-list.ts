import type { Host } from './host.ts';

/** A route, with `:name` for each parameter. */
interface KnownRoute {
  readonly path: string;
  readonly method: string;
  readonly pattern: RegExp;
}
const makePattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[a-z]+/g, '[^/]+')}$`);

/** Lists the routes with a path of their own. Pages and files have none. */
export const listRoutes = ({ hono }: Pick<Host, 'hono'>): readonly KnownRoute[] =>
  hono.routes
    .filter(({ path }) => !path.includes('*'))
    .map(({ path, method }) => ({ path, method, pattern: makePattern(path) }));

/** Finds the pattern of a path, without ids. @returns '*' if no route matches */
export const findRoutePath = (
  routes: readonly KnownRoute[],
  method: string,
  path: string,
): string =>
  (
    routes.find((one) => one.method === method && one.pattern.test(path)) ??
    routes.find((one) => one.pattern.test(path))
  )?.path ?? '*';
