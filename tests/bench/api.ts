import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openDatabase } from '#server/storage/node-store.ts';
import { exampleZoneData } from '#server/samples/service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeZone } from '#server/zone/store.ts';
import { startServer } from '../setup/processes/server.ts';
import { table } from './figures.ts';

const sizes = (process.env['HEADWAY_BENCH_PROJECTS'] ?? '27,1000,100000').split(',').map(Number);
const seconds = Number(process.env['HEADWAY_BENCH_SECONDS'] ?? 3);

/**
 * Makes a store with this many own projects: copies of the Example Zone's, each with its own code.
 */
export async function fillRegister(data: string, count: number): Promise<void> {
  const db = await openDatabase({ url: join(data, 'headway.db') });
  const { profile, records } = exampleZoneData();
  const many = Array.from({ length: count }, (_, i) => {
    const record = records[i % records.length];
    if (record === undefined) throw new Error('the Example Zone has no projects');
    return { ...record, origin: 'own' as const, code: `P${String(i).padStart(6, '0')}` };
  });
  await writeRevision(
    db,
    { author: 'bench', kind: 'import', reason: 'bench', origin: 'own' },
    async (trx, revision) => {
      await writeZone(trx, revision, { ...profile, origin: 'own' });
      await chooseOrigin(trx, revision, 'own');
      await putProjects(trx, revision, many);
    },
  );
  await db.close();
}

const rate = async (url: string): Promise<number> =>
  (
    await autocannon({
      url,
      connections: 16,
      duration: seconds,
      headers: { 'accept-encoding': 'br' },
    })
  ).requests.average;

/**
 * Requests per second for the overview and for one page of projects, compared with a static file of
 * the same process.
 */
export async function benchApi(): Promise<void> {
  const rows: (string | number)[][] = [
    [
      'projects',
      'static file /s',
      'overview /s',
      'ratio',
      'projects /s',
      'ratio',
      'first overview ms',
    ],
  ];
  for (const size of sizes) {
    const data = mkdtempSync(join(tmpdir(), 'headway-bench-'));
    await fillRegister(data, size);
    const server = await startServer({ data });
    const from = performance.now();
    await (await fetch(`${server.url}/api/v1/overview`)).arrayBuffer();
    const first = performance.now() - from;
    const file = await rate(`${server.url}/favicon.svg`);
    const overview = await rate(`${server.url}/api/v1/overview`);
    const projects = await rate(`${server.url}/api/v1/projects?limit=50`);
    rows.push([
      size,
      file.toFixed(0),
      overview.toFixed(0),
      (overview / file).toFixed(2),
      projects.toFixed(0),
      (projects / file).toFixed(2),
      first.toFixed(0),
    ]);
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
  table(rows);
}
