import { compact } from '#domain/values/compact.ts';
import { openapiPath } from '#contract/endpoints.ts';
import { respond } from '#server/http/response-cache.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { cacheKey, type Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the health endpoint. It is public and shows nothing of the zone. */
export function addHealth(host: Host): void {
  const { deps } = host;
  const { version } = deps.config;
  route(host, 'health', async ({ principal }) => {
    // every call reads the store, since a server without its store is not healthy
    const revision = await currentRevision(deps.db.short);
    const { fault } = host.storage;
    return {
      json: {
        status: fault === undefined ? ('ok' as const) : ('degraded' as const),
        ...compact({ trouble: fault }),
        version,
        store: deps.db.engine,
        durability: deps.db.durability,
        ...compact({ revision: principal === undefined ? undefined : revision }),
      },
    };
  });
  host.hono.get(openapiPath, async (c) => {
    const make = async () => {
      const { openapiDocument } = await import('#contract/openapi.ts');
      const text = JSON.stringify(openapiDocument(version, deps.config.address));
      return { bytes: new TextEncoder().encode(text), type: 'application/json; charset=utf-8' };
    };
    return respond(
      c.req.raw,
      await host.responses.getOrMake(cacheKey(0, '', openapiPath), make),
      deps.compress,
    );
  });
}
