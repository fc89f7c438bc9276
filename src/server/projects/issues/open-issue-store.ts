import type { NamedProject } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { issueOn, type Issue } from '#domain/projects/issue.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { toIssue } from './store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { knownAt } from '#server/db/versions.ts';

/**
 * Lists the issues that are open on a day: the earliest due first, those without a due day last.
 */
export async function openIssues(
  source: Source,
  scope: ProjectScope,
  limit: number,
): Promise<readonly (Issue & NamedProject)[]> {
  const reader = getReader(source);
  const revision = knownAt(scope.knownRevision);
  const rows = await reader
    .selectFrom('issue as i')
    .innerJoin(
      versionsAt(reader, scope).select(['v.code', 'v.name', 'v.names_json']).as('p'),
      'p.code',
      'i.code',
    )
    .selectAll('i')
    .select(['p.name', 'p.names_json'])
    .where('i.origin', '=', scope.origin)
    .where('i.since', '<=', scope.as_of)
    .where((eb) => eb.or([eb('i.closed_on', 'is', null), eb('i.closed_on', '>', scope.as_of)]))
    .where('i.revision_from', '<=', revision)
    .where('i.revision_to', '>', revision)
    .orderBy('i.due', (order) => order.asc().nullsLast())
    .orderBy('i.since')
    .orderBy('i.code')
    .orderBy('i.id')
    .limit(limit)
    .execute();
  return rows.map(({ name, names_json, ...row }) => {
    // an issue that was closed later is open on this day
    const { closed_on: _later, outcome: _result, ...issue } = toIssue(row);
    return { ...issue, code: row.code, name, ...compact({ names: names_json ?? undefined }) };
  });
}

/**
 * Reads every issue on a day, including closed ones, by project code.
 * @returns the issues by the code of their project; a project without one is not in it
 */
export async function issuesByProject(
  source: Source,
  { origin, as_of, knownRevision }: ProjectScope,
): Promise<ReadonlyMap<string, readonly Issue[]>> {
  const rows = await getReader(source)
    .selectFrom('issue')
    .selectAll()
    .where('origin', '=', origin)
    .where('since', '<=', as_of)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .orderBy('code')
    .orderBy('since')
    .orderBy('id')
    .execute();
  const byProject = new Map<string, Issue[]>();
  for (const row of rows) {
    const issue = issueOn(toIssue(row), as_of);
    if (issue !== undefined) byProject.set(row.code, [...(byProject.get(row.code) ?? []), issue]);
  }
  return byProject;
}
