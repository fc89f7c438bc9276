import { problem } from '#server/core/problem.ts';
import { listRoutes } from './route-list.ts';
import type { Host } from './host.ts';

/** Lists the methods of a path for the header Allow. */
function listMethods(routes: ReturnType<typeof listRoutes>, path: string): readonly string[] {
  const methods = new Set(routes.filter((k) => k.pattern.test(path)).map((k) => k.method));
  return methods.size === 0 ? [] : [...methods, ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'];
}

/**
 * Responds to requests without a route. The responses to OPTIONS and to wrong methods name the
 * allowed methods. All other requests are not found.
 */
export function addMethodAnswers(host: Host): void {
  const routes = listRoutes(host);
  host.hono.notFound((c) => {
    const methods = listMethods(routes, c.req.path);
    if (methods.length === 0)
      throw problem(
        'not_found',
        'Nothing is at this address. The API is described in /api/openapi.json.',
      );
    const allow = methods.join(', ');
    if (c.req.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: { allow, 'cache-control': 'no-cache' } });
    throw problem('method_not_allowed', `Use ${allow}.`, { headers: { allow } });
  });
}
