import type { Origin } from '#domain/values/data-status.ts';
import { monthEnd, type IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sql, type RawBuilder } from 'kysely';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { declareReads, editions } from '#server/db/read-scope.ts';
import { knownAt } from '#server/db/versions.ts';

/** Days in ascending order. */
interface DataDays {
  readonly days: readonly IsoDate[];
  /** The days of editions and entries of the register. A sample has none. */
  readonly edition_days: readonly IsoDate[];
}

/**
 * Lists the days with data. For the first sample these are its published days. For other registers
 * they are the ends of months with a value and the days of editions.
 * @param without - codes of excluded projects; an edition of only these does not count, since its
 * day would disclose them
 */
export async function listDataDays(
  source: Source,
  origin: Origin,
  profile: ZoneProfile,
  knownRevision?: number,
  without: readonly string[] = [],
): Promise<DataDays> {
  let edition_days: readonly IsoDate[] = [];
  const days = new Set<IsoDate>(profile.published.map((fact) => fact.date));
  if (origin !== 'sample') {
    const reader = getReader(source);
    const revision = knownAt(knownRevision);
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
    edition_days = await listEditionDays(reader, origin, revision, without);
    for (const day of edition_days) days.add(day);
  }
  if (days.size === 0) days.add(profile.data_date);
  return { days: [...days].sort(), edition_days };
}

/**
 * Lists the days of editions in ascending order. It finds each day from the previous one, so the
 * cost does not depend on the number of changes on a day.
 */
async function listEditionDays(
  reader: Reader,
  origin: Origin,
  revision: number,
  without: readonly string[],
): Promise<IsoDate[]> {
  const others =
    without.length === 0
      ? sql``
      : sql`and id not in ${selectRevisionsOfOnly(reader, origin, without)}`;
  const first = (
    after: RawBuilder<unknown>,
  ) => sql`(select min(as_of) from revision where origin = ${origin} and id <= ${revision}
    and (undone_by is null or undone_by > ${revision}) ${others} ${after})`;
  const query = sql<{
    day: IsoDate;
  }>`with recursive edition (day) as (select ${first(sql``)}
    union all select ${first(sql`and as_of > edition.day`)} from edition where day is not null)
    select day from edition where day is not null`;
  const read = without.length === 0 ? [editions] : [editions, 'project_version'];
  const { rows } = await declareReads(read, () => query.execute(reader));
  return rows.map(({ day }) => day);
}

/** Selects the revisions that changed these projects and no others. */
const selectRevisionsOfOnly = (reader: Reader, origin: Origin, codes: readonly string[]) =>
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
