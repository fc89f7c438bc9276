import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readAuditPage } from './service.ts';

/** Adds the endpoint of the audit log, which reads it by pages, newest first. */
export function addAudit(host: Host): void {
  route(host, 'audit', async ({ query }) => ({
    json: await readAuditPage(host.deps, query),
    headers: { 'cache-control': 'no-store' },
  }));
}
