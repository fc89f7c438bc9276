import { requireMatch } from '#server/http/etag.ts';
import type { Host } from '#server/http/host.ts';
import { getActor, route } from '#server/http/route.ts';
import { createPasswordLink, endInvitation, invitePerson } from './invitation-service.ts';
import { changePerson, endPersonSessions, listPeople } from './service.ts';

const secret = { secret: true } as const;

/** Adds the endpoints with which admins manage people. */
export function addPeople(host: Host): void {
  const { deps } = host;
  route(host, 'listPeople', async () => ({
    json: await listPeople(deps),
    headers: { 'cache-control': 'no-store' },
  }));
  route(
    host,
    'invite',
    async ({ body, ...call }) => ({
      json: await invitePerson(deps, body, getActor(call), call.author),
    }),
    secret,
  );
  route(host, 'endInvitation', async ({ params, ...call }) => {
    await endInvitation(deps, params['id'] ?? '', getActor(call));
    return { json: { ended: 1 } };
  });
  route(host, 'changePerson', async ({ params, body, request, ...call }) => {
    const json = await changePerson(host, params['id'], body, getActor(call), (current) =>
      requireMatch(request, current.version, current),
    );
    return { json, tag: json.version };
  });
  route(host, 'endPersonSessions', async ({ params, ...call }) => ({
    json: { ended: await endPersonSessions(deps, params['id'], getActor(call)) },
  }));
  route(
    host,
    'askNewPassword',
    async ({ params, ...call }) => ({
      json: await createPasswordLink(deps, params['id'], getActor(call), call.author),
    }),
    secret,
  );
}
