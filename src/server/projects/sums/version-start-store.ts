import { sql, type RawBuilder } from 'kysely';
import type { IsoDate } from '#domain/values/date.ts';
import type { Reader } from '#server/db/db.ts';
import { begin, knownAt } from '#server/db/versions.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/**
 * Lists the projects with a version that begins after a day and up to the day of a scope. It is
 * either the first one of a project or follows one that ends on that day, so two indexes find it.
 *
 * @param most - the number of projects above which they are not listed
 * @returns undefined if there are more
 */
export async function listVersionStarts(
  reader: Reader,
  { origin, as_of, knownRevision }: ProjectScope,
  since: IsoDate,
  most: number,
): Promise<readonly string[] | undefined> {
  const revision = knownAt(knownRevision);
  const select = (condition: RawBuilder<unknown>) => sql<{ code: string }>`select code
    from project_version as v where v.origin = ${origin} and ${condition}
      and ${begin('v.revision_from')} <= ${revision} and ${begin('v.revision_to')} > ${revision}
    limit ${sql.lit(most + 1)}`;
  const read = async (condition: RawBuilder<unknown>) =>
    (await select(condition).execute(reader)).rows.map(({ code }) => code);
  const [following, first] = await Promise.all([
    read(sql`v.valid_to > ${since} and v.valid_to <= ${as_of}`),
    read(sql`v.valid_from > ${since} and v.valid_from <= ${as_of} and v.changes > 0 and v.is_new`),
  ]);
  const codes = new Set([...following, ...first]);
  return Math.max(following.length, first.length, codes.size) > most ? undefined : [...codes];
}

/** Whether more versions than a number follow another one after a day and up to that of a scope. */
export async function followMoreThan(
  reader: Reader,
  { origin, as_of, knownRevision }: ProjectScope,
  since: IsoDate,
  most: number,
): Promise<boolean> {
  const revision = knownAt(knownRevision);
  const { rows } = await sql<{ count: number }>`select count(*) as count from (select 1
    from project_version as v where v.origin = ${origin} and v.valid_to > ${since} and v.valid_to <= ${as_of}
      and ${begin('v.revision_from')} <= ${revision} and ${begin('v.revision_to')} > ${revision}
    limit ${sql.lit(most + 1)}) as starts`.execute(reader);
  return Number(rows[0]?.count ?? 0) > most;
}
