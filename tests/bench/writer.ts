import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../setup/processes/server.ts';
import { fillRegister } from './api.ts';
import { median, table } from './figures.ts';

const sizes = (process.env['HEADWAY_BENCH_PROJECTS'] ?? '10000').split(',').map(Number);
const seconds = Number(process.env['HEADWAY_BENCH_SECONDS'] ?? 12);
const readers = 20;
const pauseMs = 50;
const addresses = [
  'overview',
  'outlook',
  'projects?limit=50',
  'analysis/breakdown?measure=count',
  'analysis/funnel',
  'analysis/stage-time',
  'analysis/timeline',
  'analysis/completeness',
];

interface Reads {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly rejected: number;
}

const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;

/** Lets readers read all addresses in turn for some seconds. */
async function readAll(url: string): Promise<Reads> {
  const times: number[] = [];
  let rejected = 0;
  const end = performance.now() + seconds * 1000;
  const readOn = async (reader: number): Promise<void> => {
    for (let at = reader; performance.now() < end; at += 1) {
      const from = performance.now();
      const response = await fetch(`${url}/api/v1/${addresses[at % addresses.length]}`);
      await response.arrayBuffer();
      if (response.ok) times.push(performance.now() - from);
      else rejected += 1;
      await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => readOn(reader)));
  const ascending = times.toSorted((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    p50: median(ascending),
    p99: quantile(ascending, 0.99),
    rejected,
  };
}

/** Adds a project a second until it is stopped. @returns how many were added */
async function write(url: string, stop: AbortSignal): Promise<number> {
  let count = 0;
  while (!stop.aborted) {
    const response = await fetch(`${url}/api/v1/projects`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ code: `W-${count}`, stage: 'lead', facts: { name: `W-${count}` } }),
    });
    if (!response.ok) throw new Error(await response.text());
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
          one.rejected,
        ]);
    } finally {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    }
  }
  table(rows);
}
