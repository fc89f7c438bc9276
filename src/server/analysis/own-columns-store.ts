import { sql } from 'kysely';
import type { ColumnTextRow } from '#domain/analysis/own-columns.ts';
import { mostColumnValues } from '#domain/projects/fields/own-column.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getEngine, getReader, type Reader } from '#server/db/db.ts';
import { selectColumn } from '#server/db/fact-groups.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/**
 * Counts the projects of each text of each column that is no field. Of a column with many texts it
 * reads one more than groups may have, so that the answer is small for any register.
 */
export async function countColumnTexts(
  reader: Reader,
  scope: ProjectScope,
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
        where f.origin = ${scope.origin} and cast(f.facts_json as text) like '%"extra":%'
          and v.origin = f.origin and v.code = f.code
          and v.facts_revision = f.revision and v.facts_from = f.facts_from) as t
      where value <> '' group by heading, value) as g
    where place <= ${mostColumnValues + 1} order by heading, place`.execute(reader);
  return rows;
}

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
