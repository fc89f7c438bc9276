import { compact } from '#domain/values/compact.ts';
import { problem } from '#server/core/problem.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { sendStoredFile } from '#server/projects/evidence/send-file.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { addValueFile, requireValueFile, withdrawValueFile } from './service.ts';
import { listValueEvidence } from './store.ts';

/** Adds the routes that list, add, download and withdraw files that prove values. */
export function addValueEvidence(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listValueEvidence',
    async ({ query: { known_at, ...filter } }) => {
      const { origin, knownRevision } = await readZoneSnapshot(deps, known_at);
      const items = await listValueEvidence(deps.db, { origin, knownRevision, ...filter });
      return { json: { items } };
    },
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
  route(host, 'valueEvidenceFile', async ({ params }) => {
    const { origin } = await readZoneSnapshot(deps);
    const { id: indicator = '', file: id = '' } = params;
    const { file, type, sha256, withdrawn } = await requireValueFile(deps.db, {
      origin,
      indicator,
      id,
    });
    if (withdrawn !== undefined)
      throw problem('not_found', 'This file was withdrawn. It can no longer be downloaded.');
    return sendStoredFile(deps.db, { name: file, type, sha256 });
  });
  route(host, 'withdrawValueEvidence', async ({ params, body, author }) => {
    const { id: indicator = '', file: id = '' } = params;
    const reason = body.reason.trim();
    return { json: await withdrawValueFile(deps, { indicator, id, author, reason }) };
  });
}
