import type { ZoneProfile } from '#domain/zone.ts';
import { requireMatch, tagOf } from '#server/http/entity-tag.ts';
import { problem } from '#server/http/problem.ts';
import { chosenOrigin } from '#server/store/settings.ts';
import { currentRevision, startRevision } from '#server/store/revisions.ts';
import { readZone, writeZone } from '#server/store/zone.ts';
import type { Source } from '#server/db/db.ts';
import { route, type Host } from './route.ts';

/** The revision is part of the tag: a zone that was changed and changed back is another one. */
const zoneTag = async (profile: ZoneProfile, revision: number): Promise<string> =>
  `${revision}.${(await tagOf(new TextEncoder().encode(JSON.stringify(profile)))).slice(0, 16)}`;

async function shown(source: Source): Promise<{ readonly profile: ZoneProfile; readonly tag: string }> {
  const known = await currentRevision(source);
  const origin = await chosenOrigin(source, known);
  const profile = origin === null ? undefined : await readZone(source, origin, known);
  if (profile === undefined) throw problem('not_found', 'There is no zone yet: import a register, or choose a sample.');
  return { profile, tag: await zoneTag(profile, known) };
}

export function addZone(host: Host): void {
  const { deps } = host;
  route(
    host,
    'zone',
    async () => {
      const { profile, tag } = await shown(deps.db);
      return { json: profile, tag };
    },
    { kept: true },
  );
  route(host, 'updateZone', async ({ body, request, principal }) => {
    // read, compared and written under the one writer's lock, so that no two changes meet the same tag
    const changed = await deps.db.write(async (trx) => {
      const { profile, tag } = await shown(trx);
      requireMatch(request, tag, profile);
      const next: ZoneProfile = { ...profile, ...body };
      const known = new Set(next.indicators.map((indicator) => indicator.id));
      const stray = next.targets.find((target) => !known.has(target.indicator));
      if (stray !== undefined)
        throw problem('bad_request', `Correct targets: there is no indicator ${stray.indicator}.`, {
          errors: [{ path: 'targets', value: stray.indicator, message: 'is no indicator of the zone' }],
        });
      const revision = await startRevision(trx, {
        author: principal?.id ?? 'local',
        kind: 'zone',
        reason: Object.keys(body).join(', '),
        origin: profile.origin,
        recorded_at: deps.clock().toISOString(),
      });
      await writeZone(trx, revision, next);
      return { next, revision };
    });
    return { json: changed.next, tag: await zoneTag(changed.next, changed.revision) };
  });
}
