import { listProjectFiles, sendEvidenceFile, storeEvidence, withdrawFile } from './service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the routes for evidence files: list, add, download and withdraw. */
export function addEvidenceRoutes(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listEvidence',
    async ({ params, query }) => ({
      json: { items: await listProjectFiles(deps, params['code'] ?? '', query) },
    }),
    { cached: true, ofProject: 'code' },
  );
  route(host, 'addEvidence', async ({ params, query, file, author }) => ({
    json: await storeEvidence(deps, { code: params['code'] ?? '', file, author, query }),
  }));
  route(host, 'evidenceFile', ({ params }) =>
    sendEvidenceFile(deps, params['code'] ?? '', params['id'] ?? ''),
  );
  route(host, 'withdrawEvidence', async ({ params, body, author }) => {
    const { code = '', id = '' } = params;
    return { json: await withdrawFile(deps, { code, id, author, reason: body.reason.trim() }) };
  });
}
