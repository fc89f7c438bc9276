import { isNamed } from '#domain/zone/own-zone-name.ts';
import { namesZone } from '#server/zone/names-zone.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { beganFrom, removeSampleParts, type SampleRemoval, type UsedIds } from './sample-parts.ts';

/** The samples that the store holds or held. */
async function listSamples(source: Source): Promise<ZoneProfile[]> {
  const rows = await getReader(source)
    .selectFrom('zone_version')
    .select('profile_json')
    .where('origin', '!=', 'own')
    .execute();
  return rows.map(({ profile_json: profile }) => profile);
}

/** Lists the ids of entries of the zone that own rows name. */
async function listUsedIds(trx: Trx): Promise<UsedIds> {
  const projects = await trx
    .selectFrom('project_version')
    .select(['industry', 'zone'])
    .distinct()
    .where('origin', '=', 'own')
    .where('revision_to', '=', open)
    .execute();
  const indicators = new Set<string>();
  for (const table of ['observation', 'draft_value', 'cause_note'] as const) {
    const rows = await trx
      .selectFrom(table)
      .select('indicator')
      .distinct()
      .where('origin', '=', 'own')
      .where('revision_to', '=', open)
      .execute();
    for (const { indicator } of rows) indicators.add(indicator);
  }
  const requests = await trx.selectFrom('request_link').select('cells_json').execute();
  for (const cell of requests.flatMap(({ cells_json: cells }) => cells))
    if ('indicator' in cell) indicators.add(cell.indicator);
  return {
    indicators: [...indicators],
    industries: projects.flatMap(({ industry }) => industry ?? []),
    function_zones: projects.flatMap(({ zone }) => zone ?? []),
  };
}

/**
 * The samples whose parts an own zone may have only until it is known which zone it is. Nobody has
 * named it, and it has nothing that was published about a sample.
 */
export async function listSamplesToLeave(
  source: Source,
  zone: ZoneProfile | undefined,
): Promise<readonly ZoneProfile[]> {
  if (zone?.origin !== 'own' || isNamed(zone.name) || zone.published.length > 0) return [];
  const samples = await listSamples(source);
  return samples.filter((sample) => beganFrom(zone, sample));
}

/** Takes the parts of these samples out of the own zone. */
export const leaveSamples = async (
  trx: Trx,
  zone: ZoneProfile,
  removal: SampleRemoval,
): Promise<ZoneProfile> =>
  removal.samples.length === 0 ? zone : removeSampleParts(zone, await listUsedIds(trx), removal);

interface NamingInput {
  readonly before: ZoneProfile;
  readonly next: ZoneProfile;
  /** The fields that the request sets. */
  readonly setFields: readonly string[];
  readonly today: IsoDate;
}

/** Takes the parts of the samples out of a zone that gets the name of another one. */
export async function leaveSamplesByName(
  trx: Trx,
  { before, next, setFields, today }: NamingInput,
): Promise<ZoneProfile> {
  const names = Object.values(next.name);
  const samples = isNamed(next.name) ? await listSamplesToLeave(trx, before) : [];
  const isOfSample = samples.some(({ name, short_name }) => namesZone([name, short_name], names));
  return isOfSample
    ? next
    : leaveSamples(trx, next, { samples, as_of: today, setFields: new Set(setFields) });
}
