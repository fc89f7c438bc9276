import type { Origin } from '#domain/values/data-status.ts';
import { completeIndustries, addIndustries } from '#domain/zone/industries.ts';
import type { Trx } from '#server/db/db.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { listOrigins, readZone, writeZone } from './store.ts';

/** Adds an industry that the zone lacks, with a mark of its own if one is free. */
export async function addIndustry(
  trx: Trx,
  revision: number,
  origin: Origin,
  id: string | undefined,
): Promise<void> {
  const zone = id === undefined ? undefined : await readZone(trx, origin);
  if (
    zone === undefined ||
    id === undefined ||
    zone.industries.some((industry) => industry.id === id)
  )
    return;
  await writeZone(trx, revision, { ...zone, industries: addIndustries(zone.industries, [id]) });
}

/**
 * Gives every industry of every register a mark of its own if one is free. Registers from before
 * marks existed need it.
 * @param startOnce - starts the revision in which changed zones are written
 */
export async function completeStoredIndustries(
  trx: Trx,
  startOnce: () => Promise<number>,
): Promise<void> {
  for (const origin of await listOrigins(trx)) {
    const zone = await readZone(trx, origin);
    const rows = await trx
      .selectFrom('project_version')
      .select('industry')
      .distinct()
      .where('origin', '=', origin)
      .where('industry', 'is not', null)
      .execute();
    if (zone === undefined) continue;
    const ids = rows.flatMap(({ industry }) => industry ?? []);
    const industries = completeIndustries(zone.industries, ids);
    if (!isSameContent(zone.industries, industries))
      await writeZone(trx, await startOnce(), { ...zone, industries });
  }
}
