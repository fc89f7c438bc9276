// R-24, F11-14. Seen to fail: without headersTimeout in cli/server/listen.ts, heads may take 60 s;
// without requestTimeout, bodies 300 s.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../../setup/processes/server.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const limits = { head: 10_000, body: 30_000, viewers: 100 } as const;
/** Node looks every two seconds which connections are late. */
const grace = 3000;
const heads = ['GET / HTTP/1.1\r\n', 'host: 127.0.0.1\r\n', 'x: '];
const body = (port: number): string =>
  `POST /api/v1/samples HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: http://127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`;

/**
 * A connection that sends a start and then one byte at intervals; returns how long it stayed open,
 * and its answer.
 */
function slow(
  port: number,
  start: string,
  everyMs: number,
  until: AbortSignal,
): Promise<{ readonly ms: number; readonly status: number }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(start));
    const startTime = performance.now();
    let text = '';
    const drip = setInterval(() => socket.write('x'), everyMs);
    const finish = (): void => {
      clearInterval(drip);
      socket.destroy();
      resolve({
        ms: performance.now() - startTime,
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0),
      });
    };
    socket.on('data', (more) => (text += more.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', finish);
    until.addEventListener('abort', finish);
  });
}
/** The waiting times of readers of the overview in ms, one after the other, while `going`. */
async function readers(url: string, going: () => boolean): Promise<readonly number[]> {
  const waited: number[] = [];
  while (going()) {
    const from = performance.now();
    const answer = await fetch(`${url}/api/v1/overview`);
    await answer.arrayBuffer();
    if (answer.status !== 200) return [Number.POSITIVE_INFINITY];
    waited.push(performance.now() - from);
    await sleep(5);
  }
  return waited;
}

export const slowSockets: ReliabilityTest = {
  id: 'R-24',
  title: '500 slow sockets for a minute while viewers read',
  async run(runOptions) {
    const count = countOf(500, runOptions);
    const server = await startServer();
    const port = Number(new URL(server.url).port);
    const end = new AbortController();
    const faults: string[] = [];
    try {
      const half = Math.ceil(count / 2);
      let waiting = true;
      const viewing = readers(server.url, () => waiting);
      const started = [
        ...Array.from({ length: half }, () => slow(port, heads.join(''), 2500, end.signal)),
        ...Array.from({ length: half }, () => slow(port, body(port), 5000, end.signal)),
      ];
      const late = setTimeout(() => end.abort(), 60_000);
      const ended = await Promise.all(started);
      clearTimeout(late);
      waiting = false;
      const waited = (await viewing).toSorted((a, b) => a - b);
      const p99 = waited[Math.floor(waited.length * 0.99)] ?? Number.POSITIVE_INFINITY;
      const longest = (ones: readonly { readonly ms: number }[]): number =>
        Math.max(...ones.map(({ ms }) => ms));
      const [head, bodyMs] = [longest(ended.slice(0, half)), longest(ended.slice(half))];
      if (head > limits.head + grace) faults.push(`a head was waited for ${Math.round(head)} ms`);
      if (bodyMs > limits.body + grace)
        faults.push(`a body was waited for ${Math.round(bodyMs)} ms`);
      if (p99 > limits.viewers) faults.push(`viewers waited: p99 ${Math.round(p99)} ms`);
      const answers = ended.filter(({ status }) => status === 408).length;
      if (answers < ended.length) faults.push(`${ended.length - answers} were not told why`);
      return outcome(
        `${ended.length} sockets: heads ended within ${Math.round(head)} ms, bodies within ${Math.round(bodyMs)} ms; ${waited.length} reads beside them, p99 ${p99.toFixed(1)} ms`,
        faults,
      );
    } finally {
      end.abort();
      await server.stop();
    }
  },
};
