import type { Origin } from '#domain/values/data-status.ts';
import { getReader, type Source } from '#server/db/db.ts';

/** Lists the ids of the indicators of an origin that have or had a value. */
export async function listMeasured(source: Source, origin: Origin): Promise<ReadonlySet<string>> {
  const rows = await getReader(source)
    .selectFrom('observation')
    .select('indicator')
    .distinct()
    .where('origin', '=', origin)
    .execute();
  return new Set(rows.map(({ indicator }) => indicator));
}
