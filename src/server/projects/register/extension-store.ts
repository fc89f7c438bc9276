import { sql } from 'kysely';
import { createExtendedFinder } from '#domain/projects/extension.ts';
import { pickNamed, type NamedProject, type ProjectDetail } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { Reader } from '#server/db/db.ts';
import { joinFacts } from '#server/db/versions.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { toNamed, versionsAt } from './project-view-store.ts';

const extendedText = sql<string | null>`f.facts_json ->> 'extended_project'`;
/**
 * The condition that facts \`f\` name an extended project. The engines use the index of extensions
 * only for this text. Quotes within a value are escaped, so no value looks like the field.
 */
export const isExtension = sql<boolean>`cast(f.facts_json as text) like '%"extended_project":%'`;

/** Finds the project that a text names on a day: by its code, else by its name. */
async function findExtended(
  reader: Reader,
  scope: ProjectScope,
  text: string,
): Promise<NamedProject | undefined> {
  const rows = await versionsAt(reader, scope)
    .select(['v.code', 'v.name', 'v.names_json'])
    .where((eb) => eb.or([eb('v.code', '=', text), eb('v.name', '=', text)]))
    .execute();
  return createExtendedFinder(rows.map(toNamed))(text);
}

/** Lists the projects whose text is one of some texts, by code. */
async function listExtensions(reader: Reader, scope: ProjectScope, texts: readonly string[]) {
  const rows = await versionsAt(reader, scope)
    .innerJoin('project_facts as f', joinFacts)
    .select(['v.code', 'v.name', 'v.names_json', extendedText.as('text')])
    .where(isExtension)
    .where(sql<boolean>`${extendedText} in (${sql.join(texts)})`)
    .orderBy('v.code')
    .execute();
  return rows.map(toNamed);
}

/**
 * Reads the project that a project extends, and the projects that extend it, on the day of the
 * scope.
 */
export async function readExtensions(
  reader: Reader,
  scope: ProjectScope,
  { code, name, extended_project: text }: Pick<ProjectDetail, 'code' | 'name' | 'extended_project'>,
): Promise<Pick<ProjectDetail, 'extended' | 'extensions'>> {
  const original = text === undefined ? undefined : await findExtended(reader, scope, text);
  const candidates = await listExtensions(reader, scope, [code, name]);
  const ownsName =
    candidates.some((one) => one.text !== code) &&
    (await findExtended(reader, scope, name))?.code === code;
  const extensions = candidates.filter(
    (one) => one.code !== code && (one.text === code || ownsName),
  );
  return compact({
    extended: original === undefined || original.code === code ? undefined : pickNamed(original),
    extensions: extensions.length === 0 ? undefined : extensions.map(pickNamed),
  });
}
