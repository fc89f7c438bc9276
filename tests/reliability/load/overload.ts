// Ten times more requests than the server can answer. Seen to fail: without LoadLimit in
// app/app.ts nothing is refused, and later answers wait for earlier ones.
import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '#domain/values/date.ts';
import { startServer, type RunningServer } from '../../setup/processes/server.ts';
import { countOf, outcome, type Outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const connections = 3000;
const seconds = 60;
const recoveredWithinMs = 10_000;
const mostMegabytes = 1024;
const healthWithinMs = 2000;
const mostLines = 100;

/** The address of a day that no cache holds yet, for the first 4,000 days. */
const addressOf = (day: number): string =>
  `/api/v1/overview?as_of=${addDays('2016-01-01', day % 4000)}`;
const megabytesOf = ({ pid }: RunningServer): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
async function time(url: string): Promise<{ readonly ms: number; readonly status: number }> {
  const start = performance.now();
  const { status } = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  return { status, ms: performance.now() - start };
}

async function overload(count: number, duration: number): Promise<Outcome> {
  const server = await startServer();
  const wrong: string[] = [];
  let requests = 0;
  let [megabytes, slowestHealth] = [0, 0];
  try {
    const usual = await time(`${server.url}/api/v1/overview?as_of=2015-12-31`);
    const load = autocannon({
      url: server.url,
      connections: count,
      duration,
      timeout: 60,
      requests: [
        {
          // as many requests for each day as there are connections
          setupRequest: (request) => {
            const path = addressOf(Math.floor(requests / count));
            requests += 1;
            return { ...request, path };
          },
        },
      ],
    });
    for (let at = 0; at < duration; at += 1) {
      await sleep(1000);
      megabytes = Math.max(megabytes, megabytesOf(server));
      const health = await time(`${server.url}/api/v1/health`);
      slowestHealth = Math.max(slowestHealth, health.ms);
      if (health.status !== 200) wrong.push(`health answered ${health.status}`);
    }
    const { non2xx, '2xx': good, errors, timeouts, statusCodeStats } = await load;
    for (const status of Object.keys(statusCodeStats ?? {}))
      if (status !== '200' && status !== '503') wrong.push(`answers have the status ${status}`);
    const start = performance.now();
    let after = await time(`${server.url}/api/v1/overview?as_of=2015-12-30`);
    while (
      (after.status !== 200 || after.ms > usual.ms * 5) &&
      performance.now() - start < 30_000
    ) {
      await sleep(200);
      after = await time(`${server.url}/api/v1/overview?as_of=2015-12-30&compare=none`);
    }
    const recovered = performance.now() - start;
    if (non2xx === 0) wrong.push('nothing was refused');
    if (good === 0) wrong.push('nothing was answered');
    if (timeouts > 0) wrong.push(`${timeouts} requests got no answer`);
    if (recovered > recoveredWithinMs)
      wrong.push(`the usual time was back after ${Math.round(recovered)} ms`);
    if (megabytes > mostMegabytes) wrong.push(`the server took ${Math.round(megabytes)} MB`);
    const lines = server.output().split('\n').length;
    if (lines > mostLines) wrong.push(`the server printed ${lines} lines`);
    if (slowestHealth > healthWithinMs) wrong.push(`health took ${Math.round(slowestHealth)} ms`);
    return outcome(
      `${count} connections for ${duration} s: ${good} answered, ${non2xx} refused, ${errors} errors; health within ${Math.round(slowestHealth)} ms, ${Math.round(megabytes)} MB, usual time back after ${Math.round(recovered)} ms`,
      wrong.slice(0, 5),
    );
  } finally {
    await server.stop();
  }
}

export const overloadTest: ReliabilityTest = {
  id: 'R-61',
  title: 'ten times more requests than the server can answer',
  run: (runOptions) => overload(countOf(connections, runOptions), countOf(seconds, runOptions)),
};
