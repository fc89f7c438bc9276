import type { Issue, IssueContent } from '#domain/issue.ts';
import { readerOf, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/tables.ts';
import type { OfProject } from './evidence.ts';
import { versionsAt, type ProjectScope } from './project-view.ts';
import { addedBy, knownAt } from './versions.ts';

const rowsOf = (reader: Reader, { origin, code }: OfProject) =>
  reader.selectFrom('issue').selectAll().where('origin', '=', origin).where('code', '=', code);
type IssueRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

export const toIssue = (row: IssueRow): Issue => ({
  id: row.id,
  text: row.issue_text,
  severity: row.severity,
  ...(row.owner === null ? {} : { owner: row.owner }),
  since: row.since,
  ...(row.due === null ? {} : { due: row.due }),
  ...(row.closed_on === null ? {} : { closed_on: row.closed_on }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  revision: row.revision_from,
});

/** The problems of a project as last said of each, in no order; closed ones too. */
export async function listIssues(source: Source, project: OfProject): Promise<Issue[]> {
  const rows = await rowsOf(readerOf(source), project)
    .where('revision_from', '<=', knownAt(project.known))
    .where('revision_to', '>', knownAt(project.known))
    .execute();
  return rows.map(toIssue);
}

/** Every version of every problem of a project, with the revisions between which it held. */
export const issueVersions = (source: Source, project: OfProject): Promise<IssueRow[]> =>
  rowsOf(readerOf(source), project).orderBy('revision_from').orderBy('id').execute();

export async function findIssue(source: Source, project: OfProject & { readonly id: string }): Promise<Issue | undefined> {
  return (await listIssues(source, project)).find(({ id }) => id === project.id);
}

/** Stores a problem as it is from this revision on, keeping what was said before. */
export async function putIssue(trx: Trx, revision: number, { origin, code }: OfProject, id: string, content: IssueContent): Promise<Issue> {
  await trx
    .updateTable('issue')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('code', '=', code)
    .where('id', '=', id)
    .where('revision_to', '=', open)
    .execute();
  const { text, severity, owner = null, since, due = null, closed_on = null, outcome = null } = content;
  await trx
    .insertInto('issue')
    .values({ origin, code, id, issue_text: text, severity, owner, since, due, closed_on, outcome, ...addedBy(revision) })
    .execute();
  return { ...content, id, revision };
}

export interface OverdueIssue {
  readonly code: string;
  readonly due: string;
}
/** Open problems of active projects past their day. */
function pastDue(reader: Reader, scope: ProjectScope) {
  const known = knownAt(scope.known);
  return (
    reader
      .selectFrom('issue as i')
      .where('i.origin', '=', scope.origin)
      .where('i.due', '<', scope.as_of)
      .where('i.since', '<=', scope.as_of)
      .where((eb) => eb.or([eb('i.closed_on', 'is', null), eb('i.closed_on', '>', scope.as_of)]))
      .where('i.revision_from', '<=', known)
      .where('i.revision_to', '>', known)
      // by code, so that a register without overdue problems costs nothing
      .where((eb) =>
        eb.exists(
          versionsAt(reader, scope, 'in_order')
            .select(eb.lit(1).as('one'))
            .whereRef('v.code', '=', 'i.code' as never)
            .where('v.status', '=', 'active'),
        ),
      )
  );
}

/** Of each active project the open problem longest past its day; the longest first. */
export const overdueIssues = (reader: Reader, scope: ProjectScope, limit: number): Promise<OverdueIssue[]> =>
  pastDue(reader, scope)
    .select((eb) => ['i.code', eb.fn.min<string>('i.due').as('due')])
    .groupBy('i.code')
    .orderBy('due')
    .orderBy('i.code')
    .limit(limit)
    .execute();

/** How many active projects have an open problem past its day. */
export async function countOverdueIssues(reader: Reader, scope: ProjectScope): Promise<number> {
  const { count } = await pastDue(reader, scope)
    .select((eb) => eb.fn.count<number>('i.code').distinct().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
