import { origins, type Origin } from '#domain/values/data-status.ts';
import { completeName } from '#domain/zone/own-zone-name.ts';
import { completeJanuary } from '#domain/zone/templates/january.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

/** Reads the zone of an origin as known at a revision. @returns undefined if there is none */
export async function readZone(
  source: Source,
  origin: Origin,
  knownRevision?: number,
): Promise<ZoneProfile | undefined> {
  const row = await getReader(source)
    .selectFrom('zone_version')
    .select('profile_json')
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { name, short_name } = row.profile_json;
  return {
    ...row.profile_json,
    indicators: completeJanuary(row.profile_json),
    name: completeName(name),
    short_name: completeName(short_name),
  };
}

export interface StoredZoneVersion {
  readonly revision: number;
  readonly kind: string;
  readonly recorded_at: string;
  readonly author: string;
  readonly reason: string;
  /** Whether it was undone by the revision at which the list is read. */
  readonly undone: boolean;
  readonly profile: ZoneProfile;
}
/** Lists the versions of a zone, oldest first, each with its author, time and reason. */
export async function listZoneVersions(
  source: Source,
  origin: Origin,
  knownRevision?: number,
): Promise<StoredZoneVersion[]> {
  const rows = await getReader(source)
    .selectFrom('zone_version as z')
    .innerJoin('revision as r', 'r.id', 'z.revision_from')
    .select([
      'r.id as revision',
      'r.kind',
      'r.recorded_at',
      'r.author',
      'r.reason',
      'r.undone_by',
      'z.profile_json',
    ])
    .where('z.origin', '=', origin)
    .where('z.revision_from', '<=', knownAt(knownRevision))
    .orderBy('z.revision_from')
    .execute();
  return rows.map(({ undone_by, profile_json: profile, ...version }) => ({
    ...version,
    profile: { ...profile, indicators: completeJanuary(profile) },
    undone: undone_by !== null && undone_by <= knownAt(knownRevision),
  }));
}

/**
 * Stores a zone. The previous version stays in the history.
 * @returns false if nothing changed.
 */
export async function writeZone(
  trx: Trx,
  revision: number,
  profile: ZoneProfile,
): Promise<boolean> {
  const { origin } = profile;
  const before = await readZone(trx, origin);
  if (before && isSameContent(before, profile)) return false;
  await trx
    .deleteFrom('zone_version')
    .where('origin', '=', origin)
    .where('revision_from', '=', revision)
    .execute();
  await trx
    .updateTable('zone_version')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('revision_to', '=', open)
    .execute();
  await trx
    .insertInto('zone_version')
    .values({ origin, profile_json: JSON.stringify(profile), ...addedBy(revision) })
    .execute();
  return true;
}

/** Lists the origins that have a zone, in their fixed order. */
export async function listOrigins(source: Source, knownRevision?: number): Promise<Origin[]> {
  const rows = await getReader(source)
    .selectFrom('zone_version')
    .select('origin')
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .execute();
  return origins.filter((origin) => rows.some((row) => row.origin === origin));
}
