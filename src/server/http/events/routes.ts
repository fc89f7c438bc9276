import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { eventStreamHeaders } from './event-stream.ts';

/** Adds the endpoint that streams revisions to open pages. */
export function addEvents(host: Host): void {
  const { callers, streams } = host;
  route(host, 'events', async ({ request, ...caller }) => {
    if (request.method === 'HEAD') return new Response(null, { headers: eventStreamHeaders });
    const lastSeen = request.headers.get('last-event-id');
    const stream = await streams.open(lastSeen, () => callers.isLive(caller));
    return new Response(stream, { headers: eventStreamHeaders });
  });
}
