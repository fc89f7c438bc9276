import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { endCalendar, makeCalendar } from './calendars/calendar-service.ts';
import { chooseOwnDigest, readOwnDigest } from './own-digest-service.ts';
import { requireReminderTools } from './sealed-secrets.ts';

const headers = { 'cache-control': 'no-store' } as const;

/** Adds the endpoints by which people choose their digest and their calendars. */
export function addOwnDigest(host: Host): void {
  const { deps } = host;
  route(host, 'ownDigest', async ({ principal }) => ({
    ...(await readOwnDigest(deps, principal)),
    headers,
  }));
  route(host, 'chooseDigest', async ({ body, request, principal }) => ({
    ...(await chooseOwnDigest(deps, principal, body, request)),
    headers,
  }));
  route(
    host,
    'makeCalendar',
    async ({ body, principal }) => {
      requireReminderTools(deps);
      return { json: await makeCalendar(deps, principal, body.language), headers };
    },
    { secret: true },
  );
  route(host, 'endCalendar', async ({ params, principal }) => {
    await endCalendar(deps, principal, params['id'] ?? '');
    return { json: { ended: 1 } };
  });
}
