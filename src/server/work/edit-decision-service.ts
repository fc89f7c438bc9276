import { readToday } from '#server/zone/zone-day-service.ts';
import type { BodyOf, Endpoints } from '#contract/endpoints.ts';
import type { DecisionConflict, EditedDecision } from '#contract/work/decision-schemas.ts';
import {
  changeDecision,
  decisionFaults,
  type Decision,
  type DecisionContent,
  type DecisionFault,
} from '#domain/work/decision.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Json } from '#server/http/call.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { problem, rejectFaults } from '#server/core/problem.ts';
import type { Source, Trx } from '#server/db/db.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { readVersions, requireMatch, versionTag } from '#server/http/etag.ts';
import { projectReason } from '#server/projects/edit-service.ts';
import { listDecisions, putDecision } from './decision-store.ts';
import { requireOwnSubject } from './own-subject-service.ts';

const faultMessages: Readonly<Record<DecisionFault['rule'], string>> = {
  not_come: 'must not be after today',
  before_decided: 'must not be before decided_on',
};

const makeTag = async (source: Source, { revision }: Decision): Promise<string> =>
  versionTag('i', revision, await readEpoch(source));

/**
 * Finds a decision, and checks that its editor saw the current version.
 *
 * @throws HttpProblem if there is none, or if it has changed
 */
async function requireSeenDecision(trx: Trx, id: string, request: Request): Promise<Decision> {
  const [now] = await listDecisions(trx, { origin: 'own', id });
  if (now === undefined) throw problem('not_found', 'There is no decision with this id.');
  const versions = readVersions(request.headers.get('if-match'), 'i', await readEpoch(trx));
  const seenRevision = Math.max(0, ...versions);
  const [seenDecisions] =
    seenRevision > 0 && seenRevision < now.revision
      ? await listDecisions(trx, { origin: 'own', id, knownRevision: seenRevision })
      : [];
  requireMatch(request, await makeTag(trx, now), {
    now,
    seen: seenDecisions ?? null,
  } satisfies DecisionConflict);
  return now;
}

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const noteRevision = ({ clock }: Deps, author: string, about: string, words?: string) =>
  ({
    author,
    kind: 'decision',
    reason: projectReason(about, words),
    origin: 'own',
    recorded_at: clock().toISOString(),
  }) as const;
const tagDecision = async (
  source: Source,
  json: EditedDecision,
): Promise<Json<EditedDecision>> => ({ json, tag: await makeTag(source, json.decision) });

/**
 * Adds a decision about an own project or target in one revision. Its day is today by default.
 *
 * @throws HttpProblem if its subject is unknown or an example, or for a wrong day
 */
export async function addDecision(
  deps: Deps,
  input: BodyOf<Endpoints['addDecision']>,
  author: string,
): Promise<Json<EditedDecision>> {
  const day = await readToday(deps);
  const { subject, subject_id, ...fields } = input;
  const content: DecisionContent = { ...fields, decided_on: input.decided_on ?? day };
  rejectFaults(decisionFaults(content, day), faultMessages);
  const editedDecision = await deps.db.write(async (trx): Promise<EditedDecision> => {
    await requireOwnSubject(trx, subject, subject_id);
    const revision = await startRevision(trx, noteRevision(deps, author, subject_id));
    const key = { origin: 'own' as const, id: crypto.randomUUID(), subject, subject_id };
    return { decision: await putDecision(trx, revision, key, content), revision };
  });
  return tagDecision(deps.db, editedDecision);
}

export interface DecisionEdit {
  readonly id: string;
  readonly body: BodyOf<Endpoints['changeDecision']>;
  readonly request: Request;
  readonly author: string;
}
/**
 * Changes or completes a decision in one revision. A change that has no effect makes no revision.
 *
 * @throws HttpProblem if it is unknown, 412 if the version is not current, or for a wrong day
 */
export async function editDecision(
  deps: Deps,
  { id: decision, body, request, author }: DecisionEdit,
): Promise<Json<EditedDecision>> {
  const editedDecision = await deps.db.write(async (trx): Promise<EditedDecision> => {
    const now = await requireSeenDecision(trx, decision, request);
    const { reason, ...changes } = body;
    const { id, subject, subject_id, revision: _revision, ...content } = now;
    const next = changeDecision(content, changes);
    rejectFaults(
      decisionFaults(next, await readToday({ db: trx, clock: deps.clock })),
      faultMessages,
    );
    if (isSameContent(next, content)) return { decision: now, revision: null };
    const revision = await startRevision(trx, noteRevision(deps, author, subject_id, reason));
    const key = { origin: 'own' as const, id, subject, subject_id };
    return { decision: await putDecision(trx, revision, key, next), revision };
  });
  return tagDecision(deps.db, editedDecision);
}
