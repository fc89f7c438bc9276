import { compareZones } from '#domain/zone/zone-changes.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { changeZone, type ZoneProfile } from '#domain/zone/zone.ts';
import { requireMatch, hashTag } from '#server/http/etag.ts';
import type { Json } from '#server/http/call.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import type { BodyOf, Endpoints, ReplyOf } from '#contract/endpoints.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { currentRevision, startRevision, writeRevision } from '#server/db/revision-log.ts';
import { requireStoredLogo } from './logo/check-logo.ts';
import { rejectInvalidChange } from './check-change.ts';
import { createOwnZone } from './own-zone-service.ts';
import { listZoneVersions, writeZone } from './store.ts';
import type { Source } from '#server/db/db.ts';
import { requireTimeZone } from './zone-day-service.ts';
import { leaveSamplesByName } from './leave-sample-store.ts';
import { readZoneSnapshot } from './zone-snapshot-service.ts';
import { requireDisplayedZone } from './displayed-zone-service.ts';

/** The tag includes the revision, so a zone that was changed and changed back gets a new tag. */
const makeZoneTag = async (profile: ZoneProfile, revision: number): Promise<string> =>
  `${revision}.${(await hashTag(new TextEncoder().encode(JSON.stringify(profile)))).slice(0, 16)}`;

async function readCurrentZone(
  source: Source,
): Promise<{ readonly profile: ZoneProfile; readonly tag: string }> {
  const knownRevision = await currentRevision(source);
  const profile = await requireDisplayedZone(source, knownRevision);
  return { profile, tag: await makeZoneTag(profile, knownRevision) };
}

type Deps = Pick<AppDeps, 'db' | 'clock'>;

/**
 * Creates the own zone in one revision. An example stays in the store.
 *
 * @throws HttpProblem if there is already an own zone, or the time zone is unknown
 */
export async function createZone(
  { clock, db }: Deps,
  input: BodyOf<Endpoints['createZone']>,
  author: string,
): Promise<ZoneProfile> {
  requireTimeZone(input.time_zone);
  const as_of = dayIn(clock(), timeZoneOf(input));
  const { result } = await writeRevision(
    db,
    {
      author,
      kind: 'zone',
      reason: 'name',
      origin: 'own',
      recorded_at: clock().toISOString(),
    },
    async (trx, revision) => {
      const newZone = await createOwnZone(trx, revision, { ...input, as_of });
      if (newZone === undefined)
        throw problem('conflict', 'You already have your own zone: change it with PATCH.');
      return newZone;
    },
  );
  return result;
}

export interface ZoneUpdate {
  readonly body: BodyOf<Endpoints['updateZone']>;
  readonly request: Request;
  readonly author: string;
  readonly principal: Principal | undefined;
}
/**
 * Changes the settings of the zone in one revision, all or none of a request.
 *
 * @throws HttpProblem 412 if the version is not current, and for an invalid setting
 */
export async function updateZone(
  { db, clock }: Deps,
  { body, request, author, principal }: ZoneUpdate,
): Promise<Json<ZoneProfile>> {
  // the tag is read and compared under the write lock, so that of two changes with one tag one
  // fails
  const nextZone = await db.write(async (trx) => {
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
      today: dayIn(clock(), timeZoneOf(nextZone)),
    });
    const revision = await startRevision(trx, {
      author,
      kind: 'zone',
      reason,
      origin: profile.origin,
      recorded_at: clock().toISOString(),
    });
    await writeZone(trx, revision, next);
    await recordEvent(trx, {
      at: clock().toISOString(),
      actor:
        principal?.mode === 'account' || principal?.mode === 'token' ? principal : { name: author },
      kind: 'targets_changed',
      object: Object.keys(changes).join(', '),
      detail: { revision, reason },
    });
    return { next, revision };
  });
  return { json: nextZone.next, tag: await makeZoneTag(nextZone.next, nextZone.revision) };
}

/**
 * Reads the zone with its tag, or without one as it was known at a moment.
 *
 * @throws HttpProblem if there was no zone
 */
export async function readZoneOfDay(
  deps: Pick<AppDeps, 'db'>,
  known_at: string | undefined,
): Promise<Json<ZoneProfile>> {
  if (known_at !== undefined) return { json: (await readZoneSnapshot(deps, known_at)).profile };
  const { profile, tag } = await readCurrentZone(deps.db);
  return { json: profile, tag };
}

/**
 * Lists the versions of the zone, newest first, with their changes.
 *
 * @throws HttpProblem if there is no zone
 */
export async function listZoneChanges({
  db,
}: Pick<AppDeps, 'db'>): Promise<ReplyOf<Endpoints['zoneVersions']>['items']> {
  const { profile } = await readCurrentZone(db);
  const versions = await listZoneVersions(db, profile.origin);
  return versions
    .map(({ profile: after, undone: _, kind: _kind, ...version }, at) => {
      const before = versions[at - 1]?.profile;
      return { ...version, changes: before === undefined ? [] : compareZones(before, after) };
    })
    .reverse();
}
