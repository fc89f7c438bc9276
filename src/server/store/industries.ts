import type { Origin } from '#domain/data-status.ts';
import { withIndustries } from '#domain/industries.ts';
import type { Trx } from '#server/db/db.ts';
import { readZone, writeZone } from './zone.ts';

/** Gives an industry that the settings of the zone do not name yet a mark of its own there, while one is free. */
export async function keepIndustry(trx: Trx, revision: number, origin: Origin, id: string | undefined): Promise<void> {
  const zone = id === undefined ? undefined : await readZone(trx, origin);
  if (zone === undefined || id === undefined || zone.industries.some((industry) => industry.id === id)) return;
  await writeZone(trx, revision, { ...zone, industries: withIndustries(zone.industries, [id]) });
}
