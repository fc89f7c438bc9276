import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { sql } from 'kysely';
import { getReader, type Source } from '#server/db/db.ts';
import { lastDay } from '#server/db/schema/tables.ts';
import { begin, joinFacts } from '#server/db/versions.ts';
import { exactHalf, sumColumns } from '#server/projects/register/amount-sums.ts';
import type { VersionExpressions } from '#server/projects/register/filter-store.ts';
import type { KnownName, KnownSum } from '#server/imports/import-plan.ts';

/** Selects the present versions of own projects, as known at a revision. */
const lastVersions = (source: Source, revision: number) =>
  getReader(source)
    .selectFrom('project_version as v')
    .where('v.origin', '=', 'own')
    .where(begin('v.revision_from'), '<=', revision)
    .where('v.revision_to', '>', revision);

/**
 * Reads the names and the credit codes of own projects. It walks along the codes from the first to
 * the last one, which takes half as long as to find each.
 * @param codes - a few hundred at most, in the order of the store
 * @returns the projects in the order of the codes, without unknown codes
 */
export async function readKnownNames(
  source: Source,
  codes: readonly string[],
  revision: number,
): Promise<KnownName[]> {
  const [first, last] = [codes[0], codes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await lastVersions(source, revision)
    .innerJoin('project_facts as f', joinFacts)
    .select(['v.code', 'v.name', 'v.investor'])
    .select(sql<string | null>`f.facts_json ->> 'uscc'`.as('uscc'))
    .where('v.code', '>=', first)
    .where('v.code', '<=', last)
    // else the engine may read the facts of all projects
    .where('f.code', '>=', first)
    .where('f.code', '<=', last)
    // this expression prevents the use of the index of days, so that the engine finds the rows by key
    .where(sql<boolean>`v.valid_to || '' = ${lastDay}`)
    .execute();
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return codes.flatMap((code) => {
    const row = byCode.get(code);
    if (row === undefined) return [];
    const { name, investor, uscc } = row;
    return [
      { code, name, ...compact({ investor: investor ?? undefined, uscc: uscc ?? undefined }) },
    ];
  });
}

/** Groups the projects whose present version begins by a day. Its stage is that of the day. */
const sumPresent = (source: Source, revision: number, day: IsoDate) =>
  lastVersions(source, revision)
    .select(['v.stage', 'v.status'])
    .select((eb) => sumColumns(eb as unknown as VersionExpressions, 'total_investment'))
    .where('v.valid_to', '=', lastDay)
    .where('v.valid_from', '<=', day)
    .groupBy(['v.stage', 'v.status', 'v.total_investment_currency'])
    .execute();

/** Groups the other projects by their stage on the day. It is null before their first period. */
const sumLater = (source: Source, revision: number, day: IsoDate) =>
  lastVersions(source, revision)
    .leftJoin('project_version as then', (join) =>
      join
        .onRef('then.origin', '=', 'v.origin')
        .onRef('then.code', '=', 'v.code')
        .on(begin('then.revision_from'), '<=', revision)
        .on('then.revision_to', '>', revision)
        .on('then.valid_from', '<=', day)
        .on('then.valid_to', '>', day),
    )
    .select(['then.stage', 'then.status'])
    .select((eb) => sumColumns(eb as unknown as VersionExpressions, 'total_investment'))
    .where('v.valid_to', '=', lastDay)
    .where('v.valid_from', '>', day)
    .groupBy(['then.stage', 'then.status', 'v.total_investment_currency'])
    .execute();

/** Adds up the own projects on a day. */
export async function readKnownSums(
  source: Source,
  revision: number,
  day: IsoDate,
): Promise<KnownSum[]> {
  const rows = [
    ...(await sumPresent(source, revision, day)),
    ...(await sumLater(source, revision, day)),
  ];
  return rows.map(({ stage, status, currency, count, high_minor, low_minor }) => ({
    count: Number(count),
    minor: (high_minor ?? 0n) * exactHalf + (low_minor ?? 0n),
    ...compact({
      stage: stage ?? undefined,
      status: status ?? undefined,
      currency: currency ?? undefined,
    }),
  }));
}

/** Lists the codes of the own projects with a statement of this day or a later one. */
export async function listStatedSince(
  source: Source,
  revision: number,
  day: IsoDate,
): Promise<string[]> {
  const rows = await getReader(source)
    .selectFrom('project_statement')
    .select('code')
    .distinct()
    .where('origin', '=', 'own')
    .where('kind', 'in', ['edition', 'absence', 'entry'])
    .where('day', '>=', day)
    .where(begin('revision_from'), '<=', revision)
    .where('revision_to', '>', revision)
    .execute();
  return rows.map(({ code }) => code);
}
