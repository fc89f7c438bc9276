import { readToday } from '#server/zone/zone-day-service.ts';
import type { DeclareStatus } from '#contract/work/judgement-schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { DecisionSubject } from '#domain/work/decision.ts';
import { type BlockedGate, type DeclaredStatus, isExpired } from '#domain/work/judgement.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Source } from '#server/db/db.ts';
import { startRevision } from '#server/db/revision-log.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
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
  deps: Pick<AppDeps, 'db' | 'clock'>,
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
async function sign(deps: Pick<AppDeps, 'db' | 'clock'>, by: string) {
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
  deps: Pick<AppDeps, 'db' | 'clock'>,
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

/** Adds the routes of the declared status of a project and of the causes of its blocked gates. */
function addProjectJudgements(host: Host): void {
  const { deps } = host;
  route(
    host,
    'judgements',
    async ({ params, query }) => {
      const { project, day } = await readProjectKey(deps, params['code'] ?? '', query);
      return { json: await readJudgements(deps.db, { ...project, as_of: day }) };
    },
    { cached: true, ofProject: 'code' },
  );
  route(host, 'declareStatus', async ({ params, body, author }) => {
    const judgement = await signStatus(deps, body, author);
    const of = { subject: 'project', code: params['code'] ?? '', author } as const;
    const input = { ...of, topic: statusTopics.project, reason: body.reason, judgement };
    return { json: await storeJudgement(deps, input, readProject) };
  });
  route(host, 'blockGate', async ({ params, body, author }) => {
    const { code = '', gate = '' } = params;
    const gates = (await readZone(deps.db, 'own'))?.gates ?? usualGates;
    if (!gates.some(({ id }) => id === gate))
      throw problem('not_found', 'The zone has no gate with this id.');
    const { cause, text } = body;
    const judgement = cause === null ? null : { cause, text, ...(await sign(deps, author)) };
    const of = { subject: 'project', code, author } as const;
    const input = { ...of, topic: gateTopic(gate), reason: text, judgement };
    return { json: await storeJudgement(deps, input, readProject) };
  });
}

/** Adds the routes of the declared status of a target, which stands beside its verdict. */
function addTargetStatus(host: Host): void {
  const { deps } = host;
  route(
    host,
    'targetStatus',
    async ({ params, query }) => {
      const { origin, knownRevision, profile } = await readZoneSnapshot(deps, query.known_at);
      const code = params['target'] ?? '';
      if (!profile.targets.some((target) => targetKey(target) === code))
        throw problem('not_found', 'No target has this key. Look it up in /api/v1/zone.');
      return { json: await readTarget(deps.db, { origin, knownRevision, code }) };
    },
    { cached: true },
  );
  route(host, 'declareTargetStatus', async ({ params, body, author }) => {
    const judgement = await signStatus(deps, body, author);
    const of = { subject: 'target', code: params['target'] ?? '', author } as const;
    const input = { ...of, topic: statusTopics.target, reason: body.reason, judgement };
    return { json: await storeJudgement(deps, input, readTarget) };
  });
}

/** Adds the routes of what people judge about projects and targets. */
export function addJudgements(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listDeclaredStatuses',
    async ({ query }) => {
      const zone = await readZoneSnapshot(deps, query.known_at);
      const as_of = resolveAsOf(zone, query.as_of);
      const scope = { ...zone, as_of };
      const statuses = await listDeclaredStatuses(deps.db, scope, query.subject ?? 'project');
      return { json: { as_of, statuses: statuses.filter((one) => !isExpired(one, as_of)) } };
    },
    { cached: true },
  );
  addProjectJudgements(host);
  addTargetStatus(host);
}
