import { sql, type RawBuilder } from 'kysely';
import type { RecordTimes } from '#domain/analysis/events/record-periods.ts';
import { compact } from '#domain/values/compact.ts';
import { addMonths, monthEnd, toMonth, type IsoDate, type Month } from '#domain/values/date.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { knownAt } from '#server/db/versions.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

interface DayRow {
  readonly day: IsoDate;
  /** Whether it is the day of an edition or an entry. */
  readonly is_stated: boolean;
}

/** Lists the months from that of a day to that of another one. */
const monthsThrough = (from: IsoDate, to: IsoDate): Month[] => {
  const months: Month[] = [];
  for (let month = toMonth(from); month <= toMonth(to); month = addMonths(month, 1))
    months.push(month);
  return months;
};

/** The register to read, and the data date that its zone states. */
export interface RecordTimesQuery extends ProjectScope {
  /** On or before `as_of`. */
  readonly first_known_day: IsoDate;
  readonly data_date: IsoDate;
}

/**
 * Selects the first recorded day of each month. It finds each day from the previous one, so the
 * cost does not depend on the number of rows.
 * @param from - the table and its conditions, to which those on the day are added
 */
function selectDays(
  { as_of, first_known_day, without = [] }: RecordTimesQuery,
  day: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const visible = without.length === 0 ? sql`` : sql`and code not in (${sql.join([...without])})`;
  const first = (after: RawBuilder<unknown>) =>
    sql`(select min(${day}) from ${from} and ${day} <= ${as_of} ${visible} ${after})`;
  // a 32nd is after all days of the month and before all days of the next one
  const next = sql`and ${day} > substr(found.day, 1, 8) || '32'`;
  return sql`with recursive found (day) as (select ${first(sql`and ${day} >= ${first_known_day}`)}
    union all select ${first(next)} from found where day is not null)
    select day from found where day is not null`;
}

const statementKinds = ['edition', 'entry', 'absence', 'register'] as const;

/** Reads the first recorded day of each month, and whether an edition or an entry states it. */
async function readDays(source: Source, query: RecordTimesQuery): Promise<DayRow[]> {
  const reader = getReader(source);
  const revision = knownAt(query.knownRevision);
  const isKnown = sql`origin = ${query.origin} and revision_from <= ${revision} and revision_to > ${revision}`;
  const list = async (from: RawBuilder<unknown>, day: string) =>
    (await sql<{ day: IsoDate }>`${selectDays(query, sql.ref(day), from)}`.execute(reader)).rows;
  const [changed, ...stated] = await Promise.all([
    list(sql`project_version where ${isKnown} and changes > 0`, 'valid_from'),
    ...statementKinds.map((kind) =>
      list(sql`project_statement where ${isKnown} and kind = ${kind}`, 'day'),
    ),
  ]);
  return [
    ...changed.map(({ day }) => ({ day, is_stated: false })),
    ...stated.flat().map(({ day }) => ({ day, is_stated: true })),
  ];
}

/** Reads the last day of a change, an edition or an entry. */
async function readLastDay(
  source: Source,
  { origin, as_of, knownRevision, without = [] }: RecordTimesQuery,
): Promise<IsoDate | undefined> {
  const revision = knownAt(knownRevision);
  const isKnown = sql`origin = ${origin} and revision_from <= ${revision} and revision_to > ${revision}`;
  const visible = without.length === 0 ? sql`` : sql`and code not in (${sql.join([...without])})`;
  const last = (day: string, from: RawBuilder<unknown>) =>
    sql`select max(${sql.ref(day)}) as day from ${from} and ${sql.ref(day)} <= ${as_of} ${visible}`;
  const { rows } = await sql<{ day: IsoDate | null }>`${sql.join(
    [
      last('valid_from', sql`project_version where ${isKnown} and changes > 0`),
      ...statementKinds.map((kind) =>
        last('day', sql`project_statement where ${isKnown} and kind = ${kind}`),
      ),
    ],
    sql` union all `,
  )}`.execute(getReader(source));
  return rows
    .flatMap(({ day }) => (day === null ? [] : [day]))
    .toSorted()
    .at(-1);
}

/** Reads the last days of the closed months up to a day. */
async function readClosedEnds(
  source: Source,
  { origin, knownRevision, as_of }: RecordTimesQuery,
): Promise<IsoDate[]> {
  const rows = await getReader(source)
    .selectFrom('period_close')
    .select('period')
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .execute();
  return rows.map(({ period }) => monthEnd(period)).filter((day) => day <= as_of);
}

/**
 * Reads the months for which a register has records: editions, entries, changes and closed months.
 * A declared first known day makes the list complete up to the first record. The list of a sample
 * is complete up to its data date.
 */
export async function readRecordTimes(
  source: Source,
  query: RecordTimesQuery,
): Promise<RecordTimes> {
  const { origin, as_of, first_known_day: first, data_date } = query;
  if (origin !== 'own') {
    const last_day = [data_date, as_of].toSorted()[0] ?? as_of;
    return { first_known_day: first, last_day, months: monthsThrough(first, last_day) };
  }
  const [days, last, closed] = await Promise.all([
    readDays(source, query),
    readLastDay(source, query),
    readClosedEnds(source, query),
  ]);
  const firstStatement = days
    .flatMap(({ is_stated, day }) => (is_stated ? [day] : []))
    .toSorted()[0];
  const months = new Set([
    ...(firstStatement === undefined ? [] : monthsThrough(first, firstStatement)),
    ...[...days.map(({ day }) => day), ...closed].filter((day) => day >= first).map(toMonth),
  ]);
  const last_day = [...closed, ...(last === undefined ? [] : [last])].toSorted().at(-1);
  return {
    first_known_day: first,
    ...compact({ last_day: last_day !== undefined && last_day >= first ? last_day : undefined }),
    months: [...months].toSorted(),
  };
}
