import { compact } from '#domain/values/compact.ts';
import { endpoints } from '#contract/endpoints.ts';
import { schemas } from '#contract/schemas.ts';
import { parseInput, parseQuery } from '#server/http/validation.ts';
import { admit } from '#server/core/policy.ts';
import type { Host } from '#server/http/route.ts';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // a stream ends with its connection, so that stopping the server waits for none
  connection: 'close',
  // some proxies would hold the messages back
  'x-accel-buffering': 'no',
} as const;

/** The revisions as they come, for pages that stay open. */
export function addEvents({ hono, callers, tokens, streams }: Host): void {
  const { path } = endpoints.events;
  hono.get(path, async (c) => {
    const request = c.req.raw;
    const { principal, session, token } = c.env;
    admit(principal, 'events', {});
    parseInput(schemas.events.query, parseQuery(new URL(request.url).search));
    if (request.method === 'HEAD') return new Response(null, { headers });
    const given = c.env.given === true;
    const lives = (): boolean =>
      given ||
      (token === undefined
        ? callers.lives({ principal, ...compact({ session }) })
        : tokens.lives(c.env));
    return new Response(await streams.open(request.headers.get('last-event-id'), lives), {
      headers,
    });
  });
}
