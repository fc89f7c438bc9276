import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openDatabase } from '#server/storage/node-store.ts';
import { exampleZoneData } from '#server/samples/service.ts';
import type { Amount, ProjectRecord } from '#domain/projects/project.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { refreshStatistics } from '#server/db/statistics.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeZone } from '#server/zone/store.ts';
import { startServer } from '../setup/processes/server.ts';
import { table } from './figures.ts';

const sizes = (process.env['HEADWAY_BENCH_PROJECTS'] ?? '27,1000,100000').split(',').map(Number);
const seconds = Number(process.env['HEADWAY_BENCH_SECONDS'] ?? 3);

/** Projects of one revision: more would fill the memory. */
const filledAtOnce = 20_000;
/** @returns the code of the project at this place of a register that `fillRegister` made */
export const codeAt = (place: number): string => `P${String(place).padStart(7, '0')}`;

/** @returns another amount for each place, so that indexes are as large as those of a zone */
function makeTotal(amount: Amount | undefined, place: number): ProjectRecord['facts']['amounts'] {
  if (amount?.money === undefined) return {};
  const { minor, currency } = amount.money;
  return {
    total_investment: {
      ...amount,
      money: { minor: String(BigInt(minor) + BigInt(place)), currency },
    },
  };
}

/**
 * Fills a new store with this many own projects: copies of the Example Zone's, each with its own
 * code, name and amount.
 * @param url - the path of a SQLite file, or the address of an empty database
 */
export async function fillRegister(url: string, count: number): Promise<void> {
  const db = await openDatabase({ url });
  const { profile, records } = exampleZoneData();
  const makeRecord = (place: number): ProjectRecord => {
    const record = records[place % records.length];
    if (record === undefined) throw new Error('the Example Zone has no projects');
    const { facts } = record;
    return {
      ...record,
      origin: 'own',
      code: codeAt(place),
      facts: {
        ...facts,
        name: `${facts.name} ${place}`,
        amounts: { ...facts.amounts, ...makeTotal(facts.amounts.total_investment, place) },
      },
    };
  };
  for (let from = 0; from < count; from += filledAtOnce)
    await writeRevision(
      db,
      { author: 'bench', kind: 'import', reason: 'bench', origin: 'own' },
      async (trx, revision) => {
        if (from === 0) {
          await writeZone(trx, revision, { ...profile, origin: 'own' });
          await chooseOrigin(trx, revision, 'own');
        }
        const length = Math.min(filledAtOnce, count - from);
        await putProjects(
          trx,
          revision,
          Array.from({ length }, (_, i) => makeRecord(from + i)),
        );
      },
    );
  await refreshStatistics(db, count);
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
    await fillRegister(join(data, 'headway.db'), size);
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
