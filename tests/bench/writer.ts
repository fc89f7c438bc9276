import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../setup/processes/server.ts';
import { fillRegister } from './api.ts';
import { table } from './figures.ts';
import { addProject, readInTurn, type Reads } from './requests.ts';

const sizes = (process.env['HEADWAY_BENCH_PROJECTS'] ?? '10000').split(',').map(Number);
const seconds = Number(process.env['HEADWAY_BENCH_SECONDS'] ?? 12);
const paths = [
  'overview',
  'outlook',
  'projects?limit=50',
  'analysis/breakdown?measure=count',
  'analysis/funnel',
  'analysis/stage-time',
  'analysis/timeline',
  'analysis/completeness',
].map((path) => `/api/v1/${path}`);

/** Lets readers read all addresses in turn for some seconds. */
function readAll(url: string): Promise<Reads> {
  const end = performance.now() + seconds * 1000;
  return readInTurn(url, paths, () => performance.now() >= end);
}

/** Adds a project a second until it is stopped. @returns how many were added */
async function write(url: string, stop: AbortSignal): Promise<number> {
  let count = 0;
  while (!stop.aborted) {
    await addProject(url, `W-${count}`);
    count += 1;
    await sleep(1000);
  }
  return count;
}

/** Readers of every kind of figure, alone and beside a person who adds a project a second. */
export async function benchWriter(): Promise<void> {
  const rows: (string | number)[][] = [
    ['projects', 'changes', 'answers /s', 'ratio', 'p50 ms', 'p99 ms', 'rejected'],
  ];
  for (const size of sizes) {
    const data = mkdtempSync(join(tmpdir(), 'headway-bench-'));
    await fillRegister(join(data, 'headway.db'), size);
    const server = await startServer({ data });
    try {
      await readAll(server.url);
      const alone = await readAll(server.url);
      const stop = new AbortController();
      const writing = write(server.url, stop.signal);
      const beside = await readAll(server.url);
      stop.abort();
      const count = await writing;
      for (const [changes, one] of [
        [0, alone],
        [count, beside],
      ] as const)
        rows.push([
          size,
          changes,
          one.perSecond.toFixed(0),
          (one.perSecond / alone.perSecond).toFixed(2),
          one.p50.toFixed(0),
          one.p99.toFixed(0),
          one.failures.length,
        ]);
    } finally {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    }
  }
  table(rows);
}
