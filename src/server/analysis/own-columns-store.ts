import { sql } from 'kysely';
import type { ColumnTextRow } from '#domain/analysis/own-columns.ts';
import { mostColumnValues } from '#domain/projects/fields/own-column.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getEngine, getReader, type Reader } from '#server/db/db.ts';
import { selectColumn } from '#server/db/fact-groups.ts';
import { isOfRegister } from '#server/db/versions.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { wholeFigure } from '#server/projects/sums/whole-figure.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** Counts the projects of each text of each column that is no field, the most frequent first. */
async function readTexts(
  reader: Reader,
  scope: ProjectScope,
  mostTexts: number,
): Promise<readonly ColumnTextRow[]> {
  const pairs =
    getEngine(reader) === 'sqlite'
      ? sql`json_each(f.facts_json, '$.extra')`
      : sql`json_each_text(f.facts_json -> 'extra')`;
  const versions = versionsAt(reader, scope, 'in_order').select([
    'v.origin',
    'v.code',
    'v.facts_revision',
    'v.facts_from',
  ]);
  // a cross join keeps this order on SQLite: few facts have such columns, and an index names them
  const { rows } = await sql<ColumnTextRow>`select heading, value, count from (
      select heading, value, count(*) as count,
        row_number() over (partition by heading order by count(*) desc, value) as place
      from (select e.key as heading, trim(e.value) as value
        from project_facts as f cross join (${versions}) as v cross join ${pairs} as e
        where ${isOfRegister(scope.origin, scope.only, 'f.')} and cast(f.facts_json as text) like '%"extra":%'
          and v.origin = f.origin and v.code = f.code
          and v.facts_revision = f.revision and v.facts_from = f.facts_from) as t
      where value <> '' group by heading, value) as g
    where place <= ${mostTexts} order by heading, place`.execute(reader);
  return rows;
}

/** The memory in bytes of a text with its count, roughly. */
const rowBytes = 300;

/** The texts of all projects. An edit that changes none of them keeps them. */
const columnTexts = wholeFigure({
  name: 'column_texts',
  readParts: (reader, scope: ProjectScope) => readTexts(reader, scope, Number.MAX_SAFE_INTEGER),
  readWhole: (reader, scope) => readTexts(reader, scope, mostColumnValues + 1),
  sizeOf: (rows) => 500 + rows.length * rowBytes,
  changedByDay: byVersion,
});
/**
 * Counts the projects of each text of each column that is no field. Of a column with many texts it
 * has one more than groups may have, so that the answer is small for any register.
 */
export const countColumnTexts = async (
  reader: Reader,
  scope: ProjectScope,
): Promise<readonly ColumnTextRow[]> => (await readSum(reader, scope, columnTexts)).figure ?? [];

/**
 * Whether some project of the day has a text in each of these columns.
 * @returns false if one of the columns has no text on this day
 */
export async function hasColumns(
  { db }: Pick<AppDeps, 'db'>,
  { origin, as_of, revision }: Pick<Overview, 'origin' | 'as_of' | 'revision'>,
  headings: readonly string[],
): Promise<boolean> {
  const projects = headings.map((heading) =>
    versionsAt(getReader(db), { origin, as_of, knownRevision: revision })
      .where(sql<boolean>`${selectColumn('v', heading)} <> ''`)
      .select('v.code')
      .limit(1)
      .executeTakeFirst(),
  );
  return (await Promise.all(projects)).every((row) => row !== undefined);
}
