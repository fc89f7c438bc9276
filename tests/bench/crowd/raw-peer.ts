import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type RunningServer } from '../../setup/processes/server.ts';
import { rounds, table } from '../figures.ts';
import { measureRate, middleRate, type Rate } from './rates.ts';
import type { LinkAccess } from './server.ts';

interface KeptAnswer {
  readonly name: string;
  readonly path: string;
  readonly cookie?: string;
  /** The least ratio to a raw server that the aim allows. */
  readonly least: number;
  readonly status: 200 | 304;
}
const leastWhole = 0.65;
const leastUnchanged = 0.8;
const mostLatency = 1.5;

const listAnswers = ({ path, cookie }: LinkAccess): readonly KeptAnswer[] =>
  [
    { name: 'overview', path: '/api/v1/overview' },
    { name: 'list, page 1', path: '/api/v1/projects?limit=50' },
    { name: 'shared view', path, cookie },
    { name: 'PNG', path: '/api/v1/charts/progress.png?lang=en' },
  ].flatMap((answer): KeptAnswer[] => [
    { ...answer, status: 200, least: leastWhole },
    { ...answer, status: 304, least: leastUnchanged },
  ]);

/** Serves these bytes by a raw Node server, a process of its own. */
async function startRawServer(
  bytes: Uint8Array,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-raw-'));
  const file = join(folder, 'bytes');
  writeFileSync(file, bytes);
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'raw-node.ts'), file, String(port)],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}/`;
  const isUp = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; tries < 100 && !(await isUp()); tries += 1) await sleep(50);
  return {
    url,
    async stop() {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Measures an answer and a raw server with the same bytes in turn. */
async function compareWithRaw(
  server: RunningServer,
  { path, cookie, status }: KeptAnswer,
): Promise<{ readonly ours: Rate; readonly raw: Rate; readonly bytes: number }> {
  const url = `${server.url}${path}`;
  const plain = { 'accept-encoding': 'br', ...(cookie === undefined ? {} : { cookie }) };
  const first = await fetch(url, { headers: plain });
  const etag = first.headers.get('etag') ?? '';
  const length = Number(first.headers.get('content-length'));
  const body = new Uint8Array(await first.arrayBuffer());
  // the transferred bytes: a compressed answer is shorter than its content
  const bytes = length > 0 ? length : body.length;
  const peer = await startRawServer(body.subarray(0, bytes));
  const ours: Rate[] = [];
  const raw: Rate[] = [];
  const isUnchanged = status === 304;
  try {
    await measureRate(url, plain, 200);
    for (let round = 0; round < rounds; round += 1) {
      const condition = isUnchanged ? { 'if-none-match': etag } : {};
      ours.push(await measureRate(url, { ...plain, ...condition }, status));
      const rawCondition = isUnchanged ? { 'if-none-match': '"raw"' } : {};
      raw.push(await measureRate(peer.url, rawCondition, status));
    }
  } finally {
    await peer.stop();
  }
  return { ours: middleRate(ours), raw: middleRate(raw), bytes };
}

/** Answers that the server keeps, compared with a raw Node server that sends the same bytes. */
export async function benchKeptAnswers(server: RunningServer, link: LinkAccess): Promise<void> {
  const rows = [];
  for (const answer of listAnswers(link)) {
    const { ours, raw, bytes } = await compareWithRaw(server, answer);
    const ratio = ours.perSecond / raw.perSecond;
    const latency = ours.p99 / raw.p99;
    rows.push([
      `${answer.name}, ${answer.status}, ${bytes} bytes`,
      ours.perSecond.toFixed(0),
      raw.perSecond.toFixed(0),
      ratio.toFixed(2),
      `≥ ${answer.least}`,
      ratio >= answer.least ? 'met' : 'not met',
      latency.toFixed(2),
      latency <= mostLatency ? 'met' : 'not met',
      ours.other,
    ]);
  }
  table([
    [
      'kept answers beside a raw Node server',
      'per s',
      'raw, per s',
      '× raw',
      'aim',
      '',
      `p99 × raw, aim ≤ ${mostLatency}`,
      '',
      'other status',
    ],
    ...rows,
  ]);
}
