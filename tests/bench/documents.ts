import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startServer } from '../setup/processes/server.ts';
import { fillRegister } from './api.ts';
import { memoryOf } from './felt.ts';
import { table } from './figures.ts';

const size = Number(process.env['HEADWAY_BENCH_DOCUMENT_PROJECTS'] ?? 100_000);
const megabyte = 1024 * 1024;
const files = ['projects.csv', 'workbook.xlsx', 'pack.zip'] as const;

/**
 * Downloads one document without keeping it. @returns the time, the size and the peak memory of the
 * server
 */
export async function download(
  url: string,
  pid: number,
): Promise<{
  readonly bytes: number;
  readonly first: number;
  readonly ms: number;
  readonly peak: number;
}> {
  let peak = memoryOf(pid);
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
  }, 50);
  const from = performance.now();
  const response = await fetch(url);
  if (response.status !== 200 || response.body === null)
    throw new Error(`${url}: ${response.status}`);
  let bytes = 0;
  let first = 0;
  for await (const piece of response.body) {
    if (bytes === 0) first = performance.now() - from;
    bytes += piece.length;
  }
  clearInterval(watch);
  return { bytes, first, ms: performance.now() - from, peak };
}

/**
 * Documents of a large register: time, size, memory above idle, and the delay for viewers meanwhile
 * (aim: p99 under 250 ms).
 */
export async function benchDocuments(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'headway-bench-'));
  await fillRegister(join(data, 'headway.db'), size);
  const server = await startServer({ data });
  await (await fetch(`${server.url}/api/v1/overview`)).arrayBuffer();
  const rows: (string | number)[][] = [
    [`${size} projects`, 'first byte ms', 's', 'MB', 'peak MB over idle', 'overview p99 ms beside'],
  ];
  for (const file of files) {
    const idle = memoryOf(server.pid);
    const beside = autocannon({
      url: `${server.url}/api/v1/overview`,
      connections: 4,
      overallRate: 100,
      amount: 500,
    });
    const { bytes, first, ms, peak } = await download(
      `${server.url}/api/v1/documents/${file}`,
      server.pid,
    );
    const viewers = await beside;
    rows.push([
      file,
      first.toFixed(0),
      (ms / 1000).toFixed(1),
      (bytes / megabyte).toFixed(1),
      (peak - idle).toFixed(0),
      viewers.latency.p99.toFixed(0),
    ]);
  }
  await server.stop();
  rmSync(data, { recursive: true, force: true });
  table(rows);
}
