import { compareZones } from '#domain/zone/zone-changes.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { changeZone, type ZoneProfile } from '#domain/zone/zone.ts';
import { requireMatch, hashTag } from '#server/http/etag.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { readChosenOrigin } from './chosen-origin-store.ts';
import { currentRevision, startRevision, writeRevision } from '#server/db/revision-log.ts';
import { requireStoredLogo } from './logo/check-logo.ts';
import { rejectInvalidChange } from './check-change.ts';
import { createOwnZone } from './own-zone-service.ts';
import { listZoneVersions, readZone, writeZone } from './store.ts';
import type { Source } from '#server/db/db.ts';
import { requireTimeZone } from './zone-day-service.ts';
import { leaveSamplesByName } from './leave-sample-store.ts';
import { readZoneSnapshot } from './zone-snapshot-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { noZoneYet } from './no-zone-yet.ts';

/** The tag includes the revision, so a zone that was changed and changed back gets a new tag. */
const makeZoneTag = async (profile: ZoneProfile, revision: number): Promise<string> =>
  `${revision}.${(await hashTag(new TextEncoder().encode(JSON.stringify(profile)))).slice(0, 16)}`;

async function readCurrentZone(
  source: Source,
): Promise<{ readonly profile: ZoneProfile; readonly tag: string }> {
  const knownRevision = await currentRevision(source);
  const origin = await readChosenOrigin(source, knownRevision);
  const profile = origin === null ? undefined : await readZone(source, origin, knownRevision);
  if (profile === undefined) throw noZoneYet();
  return { profile, tag: await makeZoneTag(profile, knownRevision) };
}

/** Adds the endpoint that creates the own zone. It rejects a second creation. */
function addZoneCreation(host: Host): void {
  const { deps } = host;
  route(host, 'createZone', async ({ body, author }) => {
    const { clock, db } = deps;
    requireTimeZone(body.time_zone);
    const as_of = dayIn(clock(), timeZoneOf(body));
    const { result } = await writeRevision(
      db,
      {
        author: author ?? 'local',
        kind: 'zone',
        reason: 'name',
        origin: 'own',
        recorded_at: clock().toISOString(),
      },
      async (trx, revision) => {
        const newZone = await createOwnZone(trx, revision, { ...body, as_of });
        if (newZone === undefined)
          throw problem('conflict', 'You already have your own zone: change it with PATCH.');
        return newZone;
      },
    );
    return { json: result };
  });
}

/** Changes the settings of the zone, all or none of a request. */
function addZoneUpdate(host: Host): void {
  const { deps } = host;
  route(host, 'updateZone', async ({ body, request, author, principal }) => {
    // the tag is read and compared under the write lock, so that of two changes with one tag one
    // fails
    const nextZone = await deps.db.write(async (trx) => {
      const { profile, tag } = await readCurrentZone(trx);
      requireMatch(request, tag, profile);
      const { reason = Object.keys(body).join(', '), ...changes } = body;
      requireTimeZone(changes.time_zone);
      const nextZone = changeZone(profile, changes);
      await rejectInvalidChange(trx, profile, nextZone, body.reason);
      await requireStoredLogo(trx, nextZone);
      const next = await leaveSamplesByName(trx, {
        before: profile,
        next: nextZone,
        setFields: Object.keys(changes),
        today: dayIn(deps.clock(), timeZoneOf(nextZone)),
      });
      const revision = await startRevision(trx, {
        author,
        kind: 'zone',
        reason,
        origin: profile.origin,
        recorded_at: deps.clock().toISOString(),
      });
      await writeZone(trx, revision, next);
      await recordEvent(trx, {
        at: deps.clock().toISOString(),
        actor:
          principal?.mode === 'account' || principal?.mode === 'token'
            ? principal
            : { name: author },
        kind: 'targets_changed',
        object: Object.keys(changes).join(', '),
        detail: { revision, reason },
      });
      return { next, revision };
    });
    return { json: nextZone.next, tag: await makeZoneTag(nextZone.next, nextZone.revision) };
  });
}

/** Adds the endpoints that create, change and read the zone and its versions. */
export function addZone(host: Host): void {
  const { deps } = host;
  addZoneCreation(host);
  addZoneUpdate(host);
  route(
    host,
    'zone',
    async ({ query }) => {
      if (query.known_at !== undefined)
        return { json: (await readZoneSnapshot(deps, query.known_at)).profile };
      const { profile, tag } = await readCurrentZone(deps.db);
      return { json: profile, tag };
    },
    { cached: true, ofRevision: true },
  );
  route(
    host,
    'zoneVersions',
    async () => {
      const { profile } = await readCurrentZone(deps.db);
      const versions = await listZoneVersions(deps.db, profile.origin);
      const items = versions.map(({ profile: after, undone: _, kind: _kind, ...version }, at) => {
        const before = versions[at - 1]?.profile;
        return { ...version, changes: before === undefined ? [] : compareZones(before, after) };
      });
      return { json: { items: items.reverse() } };
    },
    { cached: true },
  );
}
