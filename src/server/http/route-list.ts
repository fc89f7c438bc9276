import type { Host } from './host.ts';

/** A route as it is written, with `:name` for what an address fills in. */
interface KnownRoute {
  readonly path: string;
  readonly method: string;
  readonly pattern: RegExp;
}
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[a-z]+/g, '[^/]+')}$`);

/** Every route with an address of its own; pages and files have none. */
export const listRoutes = ({ hono }: Pick<Host, 'hono'>): readonly KnownRoute[] =>
  hono.routes
    .filter(({ path }) => !path.includes('*'))
    .map(({ path, method }) => ({ path, method, pattern: patternOf(path) }));

/** A path as its route is written: without ids and whatever else was sent in it; of no route, a star. */
export const findRoutePath = (known: readonly KnownRoute[], method: string, path: string): string =>
  (
    known.find((one) => one.method === method && one.pattern.test(path)) ??
    known.find((one) => one.pattern.test(path))
  )?.path ?? '*';
