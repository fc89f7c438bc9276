import { readToday } from '#server/zone/zone-day-service.ts';
import { compact } from '#domain/values/compact.ts';
import {
  type BlockedGate,
  type DeclaredStatus,
  isExpired,
  type Judgements,
} from '#domain/work/judgement.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { problem } from '#server/core/problem.ts';
import { startRevision } from '#server/db/revision-log.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { projectReason } from '#server/projects/edit-service.ts';
import { ownProject, readProjectKey } from '#server/projects/own-project-service.ts';
import { readZone } from '#server/zone/store.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import {
  gateTopic,
  listDeclaredStatuses,
  putJudgement,
  readJudgements,
  statusTopic,
} from './judgement-store.ts';

interface JudgementInput {
  readonly code: string;
  readonly topic: string;
  readonly author: string;
  readonly reason: string;
  readonly judgement: DeclaredStatus | Omit<BlockedGate, 'gate'> | null;
}

/** Adds the routes of the declared status of a project and of the causes of its blocked gates. */
export function addJudgements(host: Host): void {
  const { deps } = host;
  const store = async ({ code, topic, author, reason, judgement }: JudgementInput) =>
    deps.db.write(async (trx): Promise<{ judgements: Judgements; revision: number }> => {
      await ownProject(trx, code);
      const revision = await startRevision(trx, {
        author,
        kind: 'judgement',
        reason: projectReason(code, reason),
        origin: 'own',
        recorded_at: deps.clock().toISOString(),
      });
      const project = { origin: 'own' as const, code };
      await putJudgement(trx, revision, project, topic, judgement);
      return { judgements: await readJudgements(trx, project), revision };
    });
  route(
    host,
    'judgements',
    async ({ params, query }) => {
      const { project } = await readProjectKey(deps, params['code'] ?? '', query);
      return { json: await readJudgements(deps.db, project) };
    },
    { cached: true, ofProject: 'code' },
  );
  route(
    host,
    'listDeclaredStatuses',
    async ({ query }) => {
      const zone = await readZoneSnapshot(deps, query.known_at);
      const as_of = resolveAsOf(zone, query.as_of);
      const statuses = await listDeclaredStatuses(deps.db, zone);
      return { json: { as_of, statuses: statuses.filter((one) => !isExpired(one, as_of)) } };
    },
    { cached: true },
  );
  route(host, 'declareStatus', async ({ params, body, author }) => {
    const { status, reason, until } = body;
    const on = await readToday(deps);
    if (until !== undefined && until < on)
      throw problem('bad_request', `Correct until: ${until} has passed.`, {
        status: 422,
        errors: [{ path: 'until', value: until, message: 'must not be before today' }],
      });
    const judgement =
      status === null ? null : { status, reason, by: author, on, ...compact({ until }) };
    const code = params['code'] ?? '';
    return { json: await store({ code, topic: statusTopic, author, reason, judgement }) };
  });
  route(host, 'blockGate', async ({ params, body, author }) => {
    const { code = '', gate = '' } = params;
    const gates = (await readZone(deps.db, 'own'))?.gates ?? usualGates;
    if (!gates.some(({ id }) => id === gate))
      throw problem('not_found', 'The zone has no gate with this id.');
    const { cause, text } = body;
    const on = await readToday(deps);
    const judgement = cause === null ? null : { cause, text, by: author, on };
    return { json: await store({ code, topic: gateTopic(gate), author, reason: text, judgement }) };
  });
}
