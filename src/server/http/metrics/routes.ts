import { authorise } from '#server/core/policy.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import type { Host } from '#server/http/host.ts';
import { isFromThisComputer } from '#server/http/request-checks.ts';
import { addEndpoint } from '#server/http/route.ts';
import { gauge, openMetricsType, writeOpenMetrics, type Metric } from './open-metrics.ts';

const one = (name: string, help: string, value: number | undefined): Metric =>
  gauge({ name, help }, () => (value === undefined ? [] : [[{}, value]]));
const bytes = (name: string, help: string, value: number): Metric =>
  gauge({ name, help, unit: 'bytes' }, () => [[{}, value]]);

/** Lists the metrics of the server's process. */
function listProcess({ deps }: Host): readonly Metric[] {
  const now = deps.readProcess?.();
  if (now === undefined) return [];
  return [
    bytes('headway_resident_memory_bytes', 'Memory of the process', now.resident_bytes),
    gauge(
      {
        name: 'headway_loop_delay_seconds',
        help: 'The longest wait of the event loop since the last reading',
        unit: 'seconds',
      },
      () => [[{}, now.loop_delay_seconds]],
    ),
    gauge({ name: 'headway_uptime_seconds', help: 'Time since the start', unit: 'seconds' }, () => [
      [{}, now.uptime_seconds],
    ]),
  ];
}
async function listState(host: Host): Promise<readonly Metric[]> {
  const { deps, load, metrics, responses, answers, streams, storage } = host;
  const revision = await currentRevision(deps.db.short).catch(() => undefined);
  const isUp = revision !== undefined && storage.fault === undefined;
  return [
    gauge({ name: 'headway_build', help: 'The version and the store' }, () => [
      [{ version: deps.config.version, store: deps.db.engine }, 1],
    ]),
    one('headway_store_up', '1 while the store can be read and written', isUp ? 1 : 0),
    one('headway_store_revision', 'The newest revision', revision),
    gauge({ name: 'headway_streams', help: 'Open streams of changes' }, () => [
      [{ of: 'pages' }, streams.size],
      [{ of: 'links' }, host.linkStreams()],
    ]),
    one('headway_requests_running', 'Requests under way that the cache does not answer', load.size),
    one('headway_imports_running', 'Imports under way', metrics.runningImports),
    one('headway_cache_answers', 'Answers in the cache', responses.count + answers.count),
    bytes(
      'headway_cache_bytes',
      'Size of the cache with compressed copies',
      responses.bytes + answers.bytes,
    ),
  ];
}

/**
 * Adds the metrics of this server, for admins and for programs on this computer. A request from a
 * proxy does not count as one of this computer. A signed-in user needs the rights of a role.
 */
export function addMetrics(host: Host): void {
  addEndpoint(
    host,
    'metrics',
    ({ request, principal, params, ip }) => {
      const name = request.headers.get('host') ?? new URL(request.url).host;
      const isNobody = principal === undefined || principal.mode === 'local';
      if (!isNobody || !isFromThisComputer(request, name, ip))
        authorise(principal, 'metrics', params);
      return {};
    },
    // metrics always differ, so a tag would be useless
    async () =>
      new Response(
        writeOpenMetrics([
          ...(await listState(host)),
          ...listProcess(host),
          ...host.metrics.counted,
        ]),
        { headers: { 'content-type': openMetricsType, 'cache-control': 'no-store' } },
      ),
  );
}
