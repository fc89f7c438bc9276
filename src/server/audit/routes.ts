import { compact } from '#domain/values/compact.ts';
import { readAuditHead } from './store.ts';
import { listAuditLog } from './log-store.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

const pageSize = 100;

/** Adds the endpoint of the audit log, which reads it by pages, newest first. */
export function addAudit(host: Host): void {
  const { deps } = host;
  route(host, 'audit', async ({ query }) => {
    const kinds = query.kind?.split(',');
    const filters = {
      limit: Number(query.limit ?? pageSize),
      ...compact({
        before: query.before,
        kinds:
          kinds === undefined ? undefined : kinds.filter((kind) => kind !== 'register_changed'),
      }),
      has_changes: kinds === undefined || kinds.includes('register_changed'),
    };
    const [page, head] = await Promise.all([
      listAuditLog(deps.db, filters),
      readAuditHead(deps.db),
    ]);
    return { json: { ...page, head }, headers: { 'cache-control': 'no-store' } };
  });
}
