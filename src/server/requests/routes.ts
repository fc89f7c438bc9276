import { requirePrincipal } from '#server/core/policy.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { storeAnswers } from './answer-service.ts';
import { acceptProposals, returnProposals } from './decision-service.ts';
import { editRequest, readValueRequest } from './edit-service.ts';
import { sendAnswerFile } from './file-service.ts';
import { listMonthProposals, listValueRequests } from './list-service.ts';
import { copyRequests, createRequests, remindRequest, requireRequest } from './service.ts';

/** Adds the routes by which managers request values. Each secret is sent only once. */
export function addRequests(host: Host): void {
  const { deps } = host;
  route(host, 'listRequests', async ({ query }) => ({
    json: { items: await listValueRequests(deps, query.month) },
  }));
  route(host, 'createRequests', async ({ body, principal }) => ({
    json: await createRequests(deps, body, requirePrincipal(principal)),
  }));
  route(host, 'copyRequests', async ({ body, principal }) => ({
    json: await copyRequests(deps, body, requirePrincipal(principal)),
  }));
  route(host, 'request', ({ params }) => readValueRequest(deps, params['id']));
  route(host, 'changeRequest', async ({ params, body: patch, request: httpRequest, principal }) => {
    const actor = requirePrincipal(principal);
    return editRequest(deps, { id: params['id'], patch, httpRequest, actor });
  });
  route(host, 'remindRequest', async ({ params, principal }) => ({
    json: await remindRequest(
      deps,
      await requireRequest(deps, params['id']),
      requirePrincipal(principal),
    ),
  }));
  addProposals(host);
}

/** Adds the routes by which managers read, enter and decide answers. */
function addProposals(host: Host): void {
  const { deps } = host;
  route(host, 'listProposals', async ({ query }) => ({
    json: { items: await listMonthProposals(deps, query.month) },
  }));
  route(host, 'answerForRequest', async ({ params, body, principal }) => {
    const request = await requireRequest(deps, params['id']);
    const by = requirePrincipal(principal);
    return { json: { decided: await storeAnswers(deps, { request, answers: body.answers, by }) } };
  });
  route(host, 'requestFile', async ({ params }) =>
    sendAnswerFile(deps, await requireRequest(deps, params['id']), params['file'] ?? ''),
  );
  route(host, 'acceptProposals', async ({ body, principal }) => {
    const actor = requirePrincipal(principal);
    const reason = body.reason?.trim() ?? '';
    return { json: await acceptProposals(deps, { ids: body.ids, reason, actor }) };
  });
  route(host, 'returnProposals', async ({ body, principal }) => {
    const actor = requirePrincipal(principal);
    return {
      json: await returnProposals(deps, { ids: body.ids, reason: body.reason.trim(), actor }),
    };
  });
}
