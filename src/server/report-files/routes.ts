import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { listReportFiles } from './service.ts';

/** Adds the endpoint that lists the files written after closed months. */
export function addReportFiles(host: Host): void {
  route(host, 'reportFiles', async () => ({ json: await listReportFiles(host.deps) }));
}
