import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from '../../setup/processes/server.ts';
import type { ReadersCommand, ReadersReport } from './readers.ts';
import { measureUse, type ServerUse, type LinkAccess } from './server.ts';
import { quantile, table } from '../figures.ts';

const streams = Number(process.env['HEADWAY_BENCH_STREAMS'] ?? 5000);

/**
 * Opens streams from another process: when each receives a change, what each costs, and what stays
 * after it closes.
 */
export async function benchStreams(
  server: RunningServer,
  { path, cookie }: LinkAccess,
): Promise<void> {
  const child = fork(join(import.meta.dirname, 'readers.ts'), { execArgv: [] });
  const ask = async <T extends ReadersReport['kind']>(
    command: ReadersCommand,
    kind: T,
  ): Promise<Extract<ReadersReport, { kind: T }>> => {
    const answer = once(child, 'message') as Promise<[ReadersReport]>;
    child.send(command);
    const [report] = await answer;
    if (report.kind !== kind) throw new Error(`the readers said ${report.kind}`);
    return report as Extract<ReadersReport, { kind: T }>;
  };
  const change = (value: number): Promise<Response> =>
    fetch(`${server.url}/api/v1/indicators/companies/observations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ period: '2021-04', value: String(value) }),
    });
  const port = Number(new URL(server.url).port);
  const alone = await measureUse(server);
  const firstReport = await ask(
    { do: 'open', port, path: `${path}/events`, cookie, count: streams },
    'open',
  );
  const full = await measureUse(server);
  const arrivals = ask({ do: 'change' }, 'changed');
  const at = Date.now();
  const response = await change(44);
  if (!response.ok) throw new Error(await response.text());
  const delays = (await arrivals).at.map((moment) => moment - at).toSorted((a, b) => a - b);
  await ask({ do: 'leave', count: Math.floor(streams / 2) }, 'left');
  await sleep(3000);
  const half = await measureUse(server);
  // A stream that reconnects after a change receives it at once.
  await change(45);
  const again = 100;
  const back = await ask(
    { do: 'open', port, path: `${path}/events`, cookie, count: again, last: firstReport.tag },
    'open',
  );
  await ask({ do: 'leave', count: streams }, 'left');
  await sleep(3000);
  const empty = await measureUse(server);
  // The process reuses memory of its first crowd. A second crowd shows whether memory grows.
  await ask({ do: 'open', port, path: `${path}/events`, cookie, count: streams }, 'open');
  await ask({ do: 'leave', count: streams }, 'left');
  await sleep(3000);
  const second = await measureUse(server);
  child.disconnect();
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  table([
    ['streams', 'opened', 'heard', 'p50 ms', 'p99 ms', 'last ms', 'kB each', 'back in step'],
    [
      streams,
      firstReport.count,
      delays.length,
      quantile(delays, 0.5),
      quantile(delays, 0.99),
      delays.at(-1) ?? Number.NaN,
      ((full.rss - alone.rss) / 1000 / streams).toFixed(1),
      `${back.count - (streams - Math.floor(streams / 2))} of ${again}`,
    ],
  ]);
  const memory = ({ rss, heap }: ServerUse): string => `${mb(rss)} (heap ${mb(heap)})`;
  console.log(
    `  memory: ${memory(alone)} alone, ${memory(full)} with all, ${memory(half)} with half, ${memory(empty)} after all left, ${memory(second)} after a second crowd`,
  );
  console.log('  aim: p99 1,000 ms, 30 kB each, none missed, memory back within 10%');
}
