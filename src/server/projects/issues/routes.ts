import { readToday } from '#server/zone/zone-day-service.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { EditedIssue, IssueConflict } from '#contract/projects/attachment-schemas.ts';
import {
  changeIssue,
  sortIssues,
  issueFaults,
  issueOn,
  type Issue,
  type IssueContent,
  type IssueFault,
} from '#domain/projects/issue.ts';
import type { Source, Trx } from '#server/db/db.ts';
import { readVersions, requireMatch, versionTag } from '#server/http/etag.ts';
import { problem, rejectFaults } from '#server/core/problem.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import type { ProjectKey } from '#server/projects/evidence/store.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { findIssue, listIssues, putIssue } from './store.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { projectReason } from '#server/projects/edit-service.ts';
import { ownProject, readProjectKey } from '#server/projects/own-project-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

const faultMessages: Readonly<Record<IssueFault['rule'], string>> = {
  not_come: 'must not be after today',
  before_since: 'must not be before since',
  no_outcome: 'is required to close the issue',
  not_closed: 'requires the day on which the issue was closed',
};
const makeTag = async (source: Source, { revision }: Issue): Promise<string> =>
  versionTag('i', revision, await readEpoch(source));
const toContent = ({ id: _id, revision: _revision, ...content }: Issue): IssueContent => content;

async function checkSeen(
  trx: Trx,
  request: Request,
  project: ProjectKey,
  now: Issue,
): Promise<void> {
  const seenVersion = Math.max(
    0,
    ...readVersions(request.headers.get('if-match'), 'i', await readEpoch(trx)),
  );
  const base =
    seenVersion > 0 && seenVersion < now.revision
      ? await findIssue(trx, { ...project, knownRevision: seenVersion, id: now.id })
      : undefined;
  requireMatch(request, await makeTag(trx, now), {
    now,
    seen: base ?? null,
  } satisfies IssueConflict);
}

/**
 * Reads the issues of a project, all or those of a day.
 *
 * @throws HttpProblem if no project has the code
 */
async function readIssues(
  deps: Pick<AppDeps, 'db'>,
  code: string,
  query: { readonly as_of?: string; readonly known_at?: string },
): Promise<Issue[]> {
  const { project, day } = await readProjectKey(deps, code, query);
  const all = await listIssues(deps.db, project);
  return sortIssues(day === undefined ? all : all.flatMap((issue) => issueOn(issue, day) ?? []));
}

/** Adds the routes that list, add, change and close issues. */
export function addIssues(host: Host): void {
  const { deps } = host;
  const note = (author: string, code: string, words: string | undefined) =>
    ({
      author,
      kind: 'issue',
      reason: projectReason(code, words),
      origin: 'own',
      recorded_at: deps.clock().toISOString(),
    }) as const;
  route(
    host,
    'listIssues',
    async ({ params, query }) => ({
      json: { items: await readIssues(deps, params['code'] ?? '', query) },
    }),
    { cached: true, ofProject: 'code' },
  );
  route(host, 'addIssue', async ({ params, body, author }) => {
    const code = params['code'] ?? '';
    const day = await readToday(deps);
    const content: IssueContent = { ...body, since: body.since ?? day };
    rejectFaults(issueFaults(content, day), faultMessages);
    const editedIssue = await deps.db.write(async (trx): Promise<EditedIssue> => {
      await ownProject(trx, code);
      const revision = await startRevision(trx, note(author, code, undefined));
      return {
        issue: await putIssue(trx, revision, { origin: 'own', code }, crypto.randomUUID(), content),
        revision,
      };
    });
    return { json: editedIssue, tag: await makeTag(deps.db, editedIssue.issue) };
  });
  route(host, 'changeIssue', async ({ params, body, request, author }) => {
    const { code = '', id = '' } = params;
    const { reason, ...changes } = body;
    const editedIssue = await deps.db.write(async (trx): Promise<EditedIssue> => {
      await ownProject(trx, code);
      const project = { origin: 'own', code } as const;
      const now = await findIssue(trx, { ...project, id });
      if (now === undefined) throw problem('not_found', 'This project has no issue with this id.');
      await checkSeen(trx, request, project, now);
      const next = changeIssue(now, changes);
      rejectFaults(
        issueFaults(next, await readToday({ db: trx, clock: deps.clock })),
        faultMessages,
      );
      if (isSameContent(next, toContent(now))) return { issue: now, revision: null };
      const revision = await startRevision(trx, note(author, code, reason));
      return { issue: await putIssue(trx, revision, project, id, next), revision };
    });
    return { json: editedIssue, tag: await makeTag(deps.db, editedIssue.issue) };
  });
}
