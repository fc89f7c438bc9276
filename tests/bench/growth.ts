import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Overview } from '#domain/overview/overview.ts';
import { addDays, daysBetween } from '#domain/values/date.ts';
import { isPostgres } from '#server/db/open-existing.ts';
import { createEmptyDatabase } from '../setup/api/stores.ts';
import { startServer } from '../setup/processes/server.ts';
import { codeAt, fillRegister } from './api.ts';
import { drawGrowth, type GrowthLine } from './growth-picture.ts';
import { median, rounds, table } from './figures.ts';
import { addProject, findDeepCursor, readText } from './requests.ts';

const sizes = (process.env['HEADWAY_BENCH_PROJECTS'] ?? '27,1000,10000').split(',').map(Number);
/**
 * Stores that exist: the number of their projects and their data folder or address, such as
 * `1000000=/srv/data,1000000=postgres://…`. Each gets a few more projects. Their codes are those of
 * `codeAt`.
 */
const existingStores = (process.env['HEADWAY_BENCH_STORES'] ?? '').split(',').flatMap((entry) => {
  const [projects, ...location] = entry.split('=');
  return location.length === 0 ? [] : [{ projects: Number(projects), at: location.join('=') }];
});
/** Where the picture goes; none is drawn without it. */
const picturePath = process.env['HEADWAY_BENCH_PICTURE'];

interface GrowingStore {
  readonly name: string;
  readonly projects: number;
  readonly url: string;
  /** The place of the page after nineteen of twenty projects, in the order of codes. */
  readonly cursor: string;
  /** Another day in each round, on which the projects are known and that no answer was kept for. */
  readonly dayOf: (round: number) => string;
  readonly stop: () => Promise<void>;
}
type Read = (store: GrowingStore, round: number) => Promise<void>;

const get =
  (path: string): Read =>
  async ({ url }) =>
    void (await readText(`${url}/api/v1/${path}`));
/** The days of *What changed*. */
const period = 90;
/** Makes the days of the rounds. The period after them ends by today where the register is old enough. */
async function makeDays(url: string): Promise<GrowingStore['dayOf']> {
  const overview = JSON.parse(await readText(`${url}/api/v1/overview`)) as Overview;
  const [first = '2023-01-01'] = [overview.first_known_day, '2023-01-01'].toSorted().reverse();
  const today = new Date().toISOString().slice(0, 10);
  const step = Math.floor((daysBetween(first, today) - period) / (rounds + 1));
  return (round) => addDays(first, round * Math.min(11, Math.max(1, step)));
}

/** The reads in the order of their lines. Each round reads every store once. */
const reads: readonly (readonly [string, Read])[] = [
  ['overview, kept', get('overview')],
  [
    'a new project without an amount',
    ({ url }, round) => addProject(url, `GROWTH-${process.pid}-${round}`),
  ],
  ['overview after a change', get('overview')],
  ['list, first page', get('projects?limit=50')],
  [
    'list, a page deep in it',
    async ({ url, cursor }) =>
      void (await readText(`${url}/api/v1/projects?limit=50&sort=code&cursor=${cursor}`)),
  ],
  ['search, two Han characters', get(`projects?limit=50&q=${encodeURIComponent('医疗')}`)],
  [
    'overview of a past day',
    async ({ url, dayOf }, round) =>
      void (await readText(`${url}/api/v1/overview?as_of=${dayOf(round)}`)),
  ],
  [
    `what changed in ${period} days`,
    async ({ url, dayOf }, round) =>
      void (await readText(
        `${url}/api/v1/changes?from=${dayOf(round)}&to=${addDays(dayOf(round), period)}`,
      )),
  ],
];

/** Starts a server on a store. `remove` runs after its end. */
async function openStore(
  projects: number,
  at: string,
  remove: () => Promise<void> | void = () => undefined,
): Promise<GrowingStore> {
  const isSqlite = !isPostgres(at);
  const server = await startServer(isSqlite ? { data: at } : { env: { DATABASE_URL: at } });
  return {
    name: isSqlite ? 'SQLite' : 'PostgreSQL',
    projects,
    url: server.url,
    dayOf: await makeDays(server.url),
    cursor: await findDeepCursor(server.url, codeAt(Math.floor(projects * 0.95))),
    async stop() {
      await server.stop();
      await remove();
    },
  };
}
async function fillSqlite(projects: number): Promise<GrowingStore> {
  const data = mkdtempSync(join(tmpdir(), 'headway-bench-'));
  await fillRegister(join(data, 'headway.db'), projects);
  return openStore(projects, data, () => rmSync(data, { recursive: true, force: true }));
}
async function fillPostgres(projects: number): Promise<GrowingStore | undefined> {
  const database = await createEmptyDatabase?.();
  if (database === undefined) return undefined;
  await fillRegister(database.url, projects);
  return openStore(projects, database.url, () => database.drop());
}

/** Reads every store once in each round, so that all sizes meet the same load of the machine. */
async function measure(stores: readonly GrowingStore[]): Promise<GrowthLine[]> {
  const times = new Map<string, number[]>();
  // the first round starts threads and fills caches, and is not counted
  for (let round = 0; round <= rounds; round += 1)
    for (const [label, read] of reads)
      for (const store of stores) {
        const from = performance.now();
        await read(store, round);
        const key = `${store.name} ${store.projects} ${label}`;
        if (round > 0) times.set(key, [...(times.get(key) ?? []), performance.now() - from]);
      }
  return [...new Set(stores.map(({ name }) => name))].flatMap((store) =>
    reads.map(([label]) => ({
      store,
      label,
      points: stores
        .filter(({ name }) => name === store)
        .map(({ projects }) => ({
          projects,
          ms: median(times.get(`${store} ${projects} ${label}`) ?? []),
        })),
    })),
  );
}

/**
 * Times of reads and of a change by the size of the register, from one run, on SQLite and, where
 * TEST_DATABASE_URL is set, on PostgreSQL.
 */
export async function benchGrowth(): Promise<void> {
  const stores: GrowingStore[] = [];
  try {
    for (const size of sizes)
      for (const store of [await fillSqlite(size), await fillPostgres(size)])
        if (store !== undefined) stores.push(store);
    for (const { projects, at } of existingStores) stores.push(await openStore(projects, at));
    const lines = await measure(stores);
    const measuredSizes = [...new Set(stores.map(({ projects }) => projects))];
    table([
      ['median ms', ...measuredSizes.map((size) => size.toLocaleString('en'))],
      ...lines.map(({ store, label, points }) => [
        `${store}: ${label}`,
        ...points.map(({ ms }) => ms.toFixed(1)),
      ]),
    ]);
    if (!stores.some(({ name }) => name === 'PostgreSQL'))
      console.log('  PostgreSQL: NOT RUN, TEST_DATABASE_URL is not set');
    if (picturePath !== undefined) writeFileSync(picturePath, drawGrowth(lines));
  } finally {
    for (const { stop } of stores) await stop();
  }
}
