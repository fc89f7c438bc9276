import { readToday } from '#server/zone/zone-day-service.ts';
import type { BodyOf, Endpoints, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import type { DeclareStatus } from '#contract/work/judgement-schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { DecisionSubject } from '#domain/work/decision.ts';
import { type BlockedGate, type DeclaredStatus, isExpired } from '#domain/work/judgement.ts';
import type { Judgements } from '#contract/work/judgement-schemas.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Source } from '#server/db/db.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { projectReason } from '#server/projects/edit-service.ts';
import { readProjectKey } from '#server/projects/own-project-service.ts';
import { readZone } from '#server/zone/store.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import {
  gateTopic,
  listDeclaredStatuses,
  putJudgement,
  readDeclaredStatus,
  readJudgements,
  type SubjectKey,
  statusTopics,
} from './judgement-store.ts';
import { requireOwnSubject } from './own-subject-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
type ReadDeps = Pick<AppDeps, 'db'>;

/** The kinds of the revisions that judgements make. */
const kinds: Readonly<Record<DecisionSubject, string>> = {
  project: 'judgement',
  target: 'target_status',
};

interface JudgementInput {
  readonly subject: DecisionSubject;
  readonly code: string;
  readonly topic: string;
  readonly author: string;
  readonly reason: string;
  readonly judgement: DeclaredStatus | Omit<BlockedGate, 'gate'> | null;
}

/**
 * Stores a judgement as a revision of its own, and reads the result.
 *
 * @throws HttpProblem if its project or target is unknown or an example
 */
const storeJudgement = async <Result>(
  deps: Deps,
  { subject, code, topic, author, reason, judgement }: JudgementInput,
  read: (source: Source, key: SubjectKey) => Promise<Result>,
): Promise<Result & { revision: number }> =>
  deps.db.write(async (trx) => {
    const name = await requireOwnSubject(trx, subject, code);
    const revision = await startRevision(trx, {
      author,
      kind: kinds[subject],
      reason: projectReason(name, reason),
      origin: 'own',
      recorded_at: deps.clock().toISOString(),
    });
    const key = { origin: 'own', code } as const;
    await putJudgement(trx, revision, key, topic, judgement);
    return { ...(await read(trx, key)), revision };
  });

/** The signature of a judgement: its author, today, and the day of the figures on the pages. */
async function sign(deps: Deps, by: string) {
  const as_of = resolveAsOf(await readZoneSnapshot(deps), undefined);
  return { by, on: await readToday(deps), as_of };
}

const readProject = async (source: Source, key: SubjectKey) => ({
  judgements: await readJudgements(source, key),
});
const readTarget = async (source: Source, key: SubjectKey) =>
  compact({ status: await readDeclaredStatus(source, key, 'target') });

/**
 * Signs a declared status. Null withdraws one.
 *
 * @throws HttpProblem if its last day has passed
 */
async function signStatus(
  deps: Deps,
  { status, reason, until }: DeclareStatus,
  author: string,
): Promise<DeclaredStatus | null> {
  const signature = await sign(deps, author);
  if (until !== undefined && until < signature.on)
    throw problem('bad_request', `Correct until: ${until} has passed.`, {
      status: 422,
      errors: [{ path: 'until', value: until, message: 'must not be before today' }],
    });
  return status === null ? null : { status, reason, ...signature, ...compact({ until }) };
}

/**
 * Reads the declared status and the causes of blocked gates of a project.
 *
 * @throws HttpProblem if no project has the code
 */
export async function readProjectJudgements(
  deps: ReadDeps,
  code: string,
  query: QueryOf<Endpoints['judgements']>,
): Promise<Judgements> {
  const { project, day } = await readProjectKey(deps, code, query);
  return readJudgements(deps.db, { ...project, as_of: day });
}

/**
 * Declares the status of a project, or withdraws it.
 *
 * @throws HttpProblem if the project is unknown or an example, or the last day has passed
 */
export async function declareProjectStatus(
  deps: Deps,
  code: string,
  status: DeclareStatus,
  author: string,
): Promise<ReplyOf<Endpoints['declareStatus']>> {
  const judgement = await signStatus(deps, status, author);
  const of = { subject: 'project', code, author } as const;
  const input = { ...of, topic: statusTopics.project, reason: status.reason, judgement };
  return storeJudgement(deps, input, readProject);
}

export interface GateBlock {
  readonly code: string;
  readonly gate: string;
  readonly body: BodyOf<Endpoints['blockGate']>;
  readonly author: string;
}
/**
 * States why a gate of a project is blocked, or withdraws the cause.
 *
 * @throws HttpProblem if the zone has no such gate, or the project is unknown or an example
 */
export async function blockGate(
  deps: Deps,
  { code, gate, body: { cause, text }, author }: GateBlock,
): Promise<ReplyOf<Endpoints['blockGate']>> {
  const gates = (await readZone(deps.db, 'own'))?.gates ?? usualGates;
  if (!gates.some(({ id }) => id === gate))
    throw problem('not_found', 'The zone has no gate with this id.');
  const judgement = cause === null ? null : { cause, text, ...(await sign(deps, author)) };
  const of = { subject: 'project', code, author } as const;
  const input = { ...of, topic: gateTopic(gate), reason: text, judgement };
  return storeJudgement(deps, input, readProject);
}

/**
 * Reads the declared status of a target, which stands beside its verdict.
 *
 * @throws HttpProblem if no target has this key
 */
export async function readTargetStatus(
  deps: ReadDeps,
  code: string,
  known_at: string | undefined,
): Promise<ReplyOf<Endpoints['targetStatus']>> {
  const { origin, knownRevision, profile } = await readZoneSnapshot(deps, known_at);
  if (!profile.targets.some((target) => targetKey(target) === code))
    throw problem('not_found', 'No target has this key. Look it up in /api/v1/zone.');
  return readTarget(deps.db, { origin, knownRevision, code });
}

/**
 * Declares the status of a target, or withdraws it.
 *
 * @throws HttpProblem if the target is unknown or an example, or the last day has passed
 */
export async function declareTargetStatus(
  deps: Deps,
  code: string,
  status: DeclareStatus,
  author: string,
): Promise<ReplyOf<Endpoints['declareTargetStatus']>> {
  const judgement = await signStatus(deps, status, author);
  const of = { subject: 'target', code, author } as const;
  const input = { ...of, topic: statusTopics.target, reason: status.reason, judgement };
  return storeJudgement(deps, input, readTarget);
}

/** Lists the declared statuses of all projects or targets that have not expired on a day. */
export async function listPresentStatuses(
  deps: ReadDeps,
  query: QueryOf<Endpoints['listDeclaredStatuses']>,
): Promise<ReplyOf<Endpoints['listDeclaredStatuses']>> {
  const zone = await readZoneSnapshot(deps, query.known_at);
  const as_of = resolveAsOf(zone, query.as_of);
  const scope = { ...zone, as_of };
  const statuses = await listDeclaredStatuses(deps.db, scope, query.subject ?? 'project');
  return { as_of, statuses: statuses.filter((one) => !isExpired(one, as_of)) };
}
