import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import {
  blockGate,
  declareProjectStatus,
  declareTargetStatus,
  listPresentStatuses,
  readProjectJudgements,
  readTargetStatus,
} from './judgement-service.ts';

/** Adds the routes of the declared status of a project and of the causes of its blocked gates. */
function addProjectJudgements(host: Host): void {
  const { deps } = host;
  route(
    host,
    'judgements',
    async ({ params, query }) => ({
      json: await readProjectJudgements(deps, params['code'] ?? '', query),
    }),
    { cached: true, ofProject: 'code' },
  );
  route(host, 'declareStatus', async ({ params, body, author }) => ({
    json: await declareProjectStatus(deps, params['code'] ?? '', body, author),
  }));
  route(host, 'blockGate', async ({ params, body, author }) => {
    const { code = '', gate = '' } = params;
    return { json: await blockGate(deps, { code, gate, body, author }) };
  });
}

/** Adds the routes of what people judge about projects and targets. */
export function addJudgements(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listDeclaredStatuses',
    async ({ query }) => ({ json: await listPresentStatuses(deps, query) }),
    { cached: true },
  );
  addProjectJudgements(host);
  route(
    host,
    'targetStatus',
    async ({ params, query }) => ({
      json: await readTargetStatus(deps, params['target'] ?? '', query.known_at),
    }),
    { cached: true },
  );
  route(host, 'declareTargetStatus', async ({ params, body, author }) => ({
    json: await declareTargetStatus(deps, params['target'] ?? '', body, author),
  }));
}
