import { targetKey } from '#domain/zone/indicator.ts';
import { compareZones } from '#domain/zone/zone-changes.ts';
import { isSamePromise, findLastTargets } from '#domain/zone/target-history.ts';
import { findNewZoneFaults, findSourceFaults, type ZoneFault } from '#domain/zone/zone-faults.ts';
import { toDay } from '#domain/values/date.ts';
import { changeZone, type ZoneProfile } from '#domain/zone/zone.ts';
import { requireMatch, hashTag } from '#server/http/etag.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { readChosenOrigin } from './chosen-origin-store.ts';
import { currentRevision, startRevision, writeRevision } from '#server/db/revision-log.ts';
import { createOwnZone } from './own-zone-service.ts';
import { listZoneVersions, readZone, writeZone } from './store.ts';
import type { Source, Trx } from '#server/db/db.ts';
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
  const known = await currentRevision(source);
  const origin = await readChosenOrigin(source, known);
  const profile = origin === null ? undefined : await readZone(source, origin, known);
  if (profile === undefined) throw noZoneYet();
  return { profile, tag: await makeZoneTag(profile, known) };
}

const faultMessages: Readonly<Record<ZoneFault['rule'], string>> = {
  empty_text: 'must not be empty',
  id_twice: 'must occur only once',
  share_falls: 'must not be less than the previous share',
  share_out_of_range: 'must be from 0 to 1',
  outside_way: 'must lie between the start and the deadline of a target',
  no_checkpoints: 'needs at least one checkpoint',
  thresholds_order: 'must decrease from ahead to slightly',
  deadline_before_start: 'must be after baseline_date',
  phase_ends_before_start: 'must not be before start',
  unknown_indicator: 'is not an indicator of the zone',
  no_value: 'must have a value',
  two_groups: 'must be in one group only',
  unknown_phase: 'names no phase of the zone',
  parts_above_whole: 'has parts whose sum is above the whole: raise the whole or reduce a part',
  ratio_of_itself: 'must name two other indicators',
  source_unchanged:
    'must name the source of the new value, deadline or comparator, with its day, not the source of the previous target',
};
function rejectFaults(faults: readonly ZoneFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw problem('bad_request', `Correct ${first.path}: ${faultMessages[first.rule]}.`, {
    errors: faults.map(({ path, rule }) => ({ path, message: faultMessages[rule] })),
  });
}

/**
 * Rejects an invalid zone. A changed target needs a reason and its own source; so does the removal
 * of `complete_from`.
 * @throws the problem bad_request
 */
async function rejectInvalidChange(
  trx: Trx,
  before: ZoneProfile,
  next: ZoneProfile,
  reason: string | undefined,
): Promise<void> {
  const last = findLastTargets(await listZoneVersions(trx, before.origin));
  const back = findSourceFaults(
    last,
    next.targets.filter(
      (target) => !before.targets.some((one) => targetKey(one) === targetKey(target)),
    ),
  );
  rejectFaults([...findNewZoneFaults(before, next), ...back]);
  const changed = before.targets.filter(
    (target) =>
      !isSamePromise(
        target,
        next.targets.find((one) => targetKey(one) === targetKey(target)),
      ),
  );
  if (
    reason === undefined &&
    before.complete_from !== undefined &&
    next.complete_from === undefined
  )
    throw problem('bad_request', 'Say in reason why the list is not complete from that day.', {
      errors: [{ path: 'reason', message: 'must say why complete_from is removed' }],
    });
  if (reason !== undefined || (changed.length === 0 && back.length === 0)) return;
  throw problem('bad_request', 'Say in reason why the target changes.', {
    errors: changed.map(({ indicator }) => ({
      path: 'reason',
      value: indicator,
      message: 'must say why the target changes',
    })),
  });
}

/** Creates the own zone; the second of two managers who do so is told. */
function addZoneCreation(host: Host): void {
  const { deps } = host;
  route(host, 'createZone', async ({ body, author }) => {
    const { clock, db } = deps;
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
        const created = await createOwnZone(trx, revision, { ...body, as_of: toDay(clock()) });
        if (created === undefined)
          throw problem('conflict', 'There is an own zone already: change it with PATCH.');
        return created;
      },
    );
    return { json: result };
  });
}

export function addZone(host: Host): void {
  const { deps } = host;
  addZoneCreation(host);
  route(
    host,
    'zone',
    async ({ query }) => {
      if (query.known_at !== undefined)
        return { json: (await readZoneSnapshot(deps, query.known_at)).profile };
      const { profile, tag } = await readCurrentZone(deps.db);
      return { json: profile, tag };
    },
    { cached: true },
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
  route(host, 'updateZone', async ({ body, request, author, principal }) => {
    // the tag is read and compared under the write lock: of two changes with one tag, one fails
    const changed = await deps.db.write(async (trx) => {
      const { profile, tag } = await readCurrentZone(trx);
      requireMatch(request, tag, profile);
      const { reason = Object.keys(body).join(', '), ...changes } = body;
      const next = changeZone(profile, changes);
      await rejectInvalidChange(trx, profile, next, body.reason);
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
    return { json: changed.next, tag: await makeZoneTag(changed.next, changed.revision) };
  });
}
