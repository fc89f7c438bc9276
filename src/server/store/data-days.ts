import type { Origin } from '#domain/data-status.ts';
import { monthEnd } from '#domain/period.ts';
import type { IsoDate } from '#domain/project.ts';
import type { ZoneProfile } from '#domain/zone.ts';
import { readerOf, type Reader, type Source } from '#server/db/db.ts';
import { knownAt } from './versions.ts';

/**
 * Days that have data, ascending: the published days of the first sample; of other data month-ends with a value and edition days.
 * `without`: an edition of these projects alone is none, else its day would tell of them.
 */
export async function dataDays(
  source: Source,
  origin: Origin,
  profile: ZoneProfile,
  known?: number,
  without: readonly string[] = [],
): Promise<IsoDate[]> {
  const days = new Set<IsoDate>(profile.published.map((fact) => fact.date));
  if (origin !== 'sample') {
    const reader = readerOf(source);
    const revision = knownAt(known);
    const months = await reader
      .selectFrom('observation')
      .select('period')
      .distinct()
      .where('origin', '=', origin)
      .where('value', 'is not', null)
      .where('revision_from', '<=', revision)
      .where('revision_to', '>', revision)
      .execute();
    for (const { period } of months) days.add(monthEnd(period));
    const editions = await reader
      .selectFrom('revision')
      .select('as_of')
      .distinct()
      .where('origin', '=', origin)
      .where('id', '<=', revision)
      .where('as_of', 'is not', null)
      .where((eb) => eb.or([eb('undone_by', 'is', null), eb('undone_by', '>', revision)]))
      .$if(without.length > 0, (query) => query.where('id', 'not in', revisionsOfAlone(reader, origin, without)))
      .execute();
    for (const { as_of } of editions) if (as_of !== null) days.add(as_of);
  }
  if (days.size === 0) days.add(profile.data_date);
  return [...days].sort();
}

/** Revisions that changed these projects and no other. */
const revisionsOfAlone = (reader: Reader, origin: Origin, codes: readonly string[]) =>
  reader
    .selectFrom('project_version')
    .select('revision_from')
    .where('origin', '=', origin)
    .groupBy('revision_from')
    .having((eb) =>
      eb(
        eb.fn.count(
          eb
            .case()
            .when('code', 'not in', [...codes])
            .then(1)
            .end(),
        ),
        '=',
        0,
      ),
    );
