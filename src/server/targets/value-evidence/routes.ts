import { compact } from '#domain/values/compact.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { addValueFile, listValueFiles, sendValueFile, withdrawValueFile } from './service.ts';

/** Adds the routes that list, add, download and withdraw files that prove values. */
export function addValueEvidence(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listValueEvidence',
    async ({ query }) => ({ json: { items: await listValueFiles(deps, query) } }),
    { cached: true },
  );
  route(host, 'addValueEvidence', async ({ params, query, file, author }) => ({
    json: await addValueFile(deps, {
      indicator: params['id'] ?? '',
      period: query.period,
      note: (query.note ?? '').trim(),
      file,
      author,
      ...compact({ target: query.target, item: query.item }),
    }),
  }));
  route(host, 'valueEvidenceFile', ({ params }) =>
    sendValueFile(deps, params['id'] ?? '', params['file'] ?? ''),
  );
  route(host, 'withdrawValueEvidence', async ({ params, body, author }) => {
    const { id: indicator = '', file: id = '' } = params;
    const reason = body.reason.trim();
    return { json: await withdrawValueFile(deps, { indicator, id, author, reason }) };
  });
}
