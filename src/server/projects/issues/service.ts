import { readToday } from '#server/zone/zone-day-service.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { BodyOf, Endpoints } from '#contract/endpoints.ts';
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
import type { Json } from '#server/http/call.ts';

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
export async function readIssues(
  deps: Pick<AppDeps, 'db'>,
  code: string,
  query: { readonly as_of?: string; readonly known_at?: string },
): Promise<Issue[]> {
  const { project, day } = await readProjectKey(deps, code, query);
  const all = await listIssues(deps.db, project);
  return sortIssues(day === undefined ? all : all.flatMap((issue) => issueOn(issue, day) ?? []));
}

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const noteRevision = ({ clock }: Deps, author: string, code: string, words: string | undefined) =>
  ({
    author,
    kind: 'issue',
    reason: projectReason(code, words),
    origin: 'own',
    recorded_at: clock().toISOString(),
  }) as const;
const tagIssue = async (source: Source, json: EditedIssue): Promise<Json<EditedIssue>> => ({
  json,
  tag: await makeTag(source, json.issue),
});

/**
 * Adds an issue to a project of the own register in one revision. It begins today by default.
 *
 * @throws HttpProblem if no own project has the code, or for a wrong day
 */
export async function addIssue(
  deps: Deps,
  code: string,
  input: BodyOf<Endpoints['addIssue']>,
  author: string,
): Promise<Json<EditedIssue>> {
  const day = await readToday(deps);
  const content: IssueContent = { ...input, since: input.since ?? day };
  rejectFaults(issueFaults(content, day), faultMessages);
  const editedIssue = await deps.db.write(async (trx): Promise<EditedIssue> => {
    await ownProject(trx, code);
    const revision = await startRevision(trx, noteRevision(deps, author, code, undefined));
    return {
      issue: await putIssue(trx, revision, { origin: 'own', code }, crypto.randomUUID(), content),
      revision,
    };
  });
  return tagIssue(deps.db, editedIssue);
}

export interface IssueEdit {
  readonly code: string;
  readonly id: string;
  readonly body: BodyOf<Endpoints['changeIssue']>;
  readonly request: Request;
  readonly author: string;
}
/**
 * Changes or closes an issue in one revision. A change that has no effect makes no revision.
 *
 * @throws HttpProblem if the issue is unknown, 412 if the version is not current, or for a wrong day
 */
export async function editIssue(
  deps: Deps,
  { code, id, body, request, author }: IssueEdit,
): Promise<Json<EditedIssue>> {
  const { reason, ...changes } = body;
  const editedIssue = await deps.db.write(async (trx): Promise<EditedIssue> => {
    await ownProject(trx, code);
    const project = { origin: 'own', code } as const;
    const now = await findIssue(trx, { ...project, id });
    if (now === undefined) throw problem('not_found', 'This project has no issue with this id.');
    await checkSeen(trx, request, project, now);
    const next = changeIssue(now, changes);
    rejectFaults(issueFaults(next, await readToday({ db: trx, clock: deps.clock })), faultMessages);
    if (isSameContent(next, toContent(now))) return { issue: now, revision: null };
    const revision = await startRevision(trx, noteRevision(deps, author, code, reason));
    return { issue: await putIssue(trx, revision, project, id, next), revision };
  });
  return tagIssue(deps.db, editedIssue);
}
