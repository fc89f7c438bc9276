import { compact } from '#domain/values/compact.ts';
import type { Issue, IssueContent } from '#domain/projects/issue.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import type { ProjectKey } from '#server/projects/evidence/store.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

const selectRows = (reader: Reader, { origin, code }: ProjectKey) =>
  reader.selectFrom('issue').selectAll().where('origin', '=', origin).where('code', '=', code);
type IssueRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>;

/** Reads a row of an issue; empty columns are left out. */
export const toIssue = (row: IssueRow): Issue => ({
  id: row.id,
  text: row.issue_text,
  severity: row.severity,
  ...compact({ owner: row.owner === null ? undefined : row.owner }),
  since: row.since,
  ...compact({
    due: row.due === null ? undefined : row.due,
    closed_on: row.closed_on === null ? undefined : row.closed_on,
    outcome: row.outcome === null ? undefined : row.outcome,
  }),
  revision: row.revision_from,
});

/** Lists the present issues of a project, unordered, including closed ones. */
export async function listIssues(source: Source, project: ProjectKey): Promise<Issue[]> {
  const rows = await selectRows(getReader(source), project)
    .where('revision_from', '<=', knownAt(project.knownRevision))
    .where('revision_to', '>', knownAt(project.knownRevision))
    .execute();
  return rows.map(toIssue);
}

/** Lists every version of every issue of a project with its revisions. */
export const issueVersions = (source: Source, project: ProjectKey): Promise<IssueRow[]> =>
  selectRows(getReader(source), project).orderBy('revision_from').orderBy('id').execute();

/** Finds one issue of a project. @returns undefined if the project has none with this id */
export async function findIssue(
  source: Source,
  project: ProjectKey & { readonly id: string },
): Promise<Issue | undefined> {
  return (await listIssues(source, project)).find(({ id }) => id === project.id);
}

/** Stores an issue from this revision on. Former versions stay. */
export async function putIssue(
  trx: Trx,
  revision: number,
  { origin, code }: ProjectKey,
  id: string,
  content: IssueContent,
): Promise<Issue> {
  await trx
    .updateTable('issue')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('code', '=', code)
    .where('id', '=', id)
    .where('revision_to', '=', open)
    .execute();
  const {
    text,
    severity,
    owner = null,
    since,
    due = null,
    closed_on = null,
    outcome = null,
  } = content;
  await trx
    .insertInto('issue')
    .values({
      origin,
      code,
      id,
      issue_text: text,
      severity,
      owner,
      since,
      due,
      closed_on,
      outcome,
      ...addedBy(revision),
    })
    .execute();
  return { ...content, id, revision };
}
