import type { Origin } from '#domain/data-status.ts';
import type { ObservationVersion } from '#domain/forecast-record.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import { knownAt } from './versions.ts';

/** Every version of every month's value up to a revision, by indicator, month and revision, each with when it was recorded and replaced. */
export async function listObservationVersions(source: Source, origin: Origin, known: number): Promise<ObservationVersion[]> {
  const revision = knownAt(known);
  const rows = await readerOf(source)
    .selectFrom('observation as o')
    .innerJoin('revision as r', 'r.id', 'o.revision_from')
    .leftJoin('revision as e', 'e.id', 'o.revision_to')
    .select([
      'o.indicator',
      'o.period',
      'o.value',
      'o.missing',
      'o.data_status',
      'o.source',
      'o.revision_from',
      'o.revision_to',
      'r.recorded_at',
      'e.recorded_at as ended_at',
    ])
    .where('o.origin', '=', origin)
    .where('o.revision_from', '<=', revision)
    .orderBy('o.indicator')
    .orderBy('o.period')
    .orderBy('o.revision_from')
    .execute();
  return rows.map((row) => ({
    indicator: row.indicator,
    period: row.period,
    ...(row.value === null ? {} : { value: row.value }),
    ...(row.missing === null ? {} : { missing: row.missing }),
    data_status: row.data_status,
    ...(row.source === null ? {} : { source: row.source }),
    origin,
    revision: row.revision_from,
    recorded_at: row.recorded_at,
    // what ended it later than the revision is not known yet
    ...(row.revision_to > revision || row.ended_at === null ? {} : { until: row.ended_at }),
  }));
}
