import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { isPostgres } from '#server/db/open-existing.ts';
import { createEmptyDatabase } from '../../setup/api/stores.ts';
import { type RunningServer, startServer } from '../../setup/processes/server.ts';

/** What the benches of a large register run: the built product. */
export const builtEntry = 'dist/server/main.js';

export interface LargeStore {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The settings of a command or server on it. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder for files of the run, which ends with it. */
  readonly folder: string;
  measureBytes(): Promise<number>;
  countVersions(): Promise<number>;
  /** Removes what the run made. A store that was given stays. */
  remove(): Promise<void>;
}

const count = 'select count(*) as number from project_version';
const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'headway-bench-'));
const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true });

/** @param folderOfStore - the data folder of a store that exists; a new one when omitted */
function openSqlite(folderOfStore?: string): LargeStore {
  const folder = makeFolder();
  const data = folderOfStore ?? join(folder, 'data');
  return {
    name: 'SQLite',
    env: { HEADWAY_DATA: data },
    folder,
    async measureBytes() {
      const files = readdirSync(data).filter((file) => file.startsWith('headway.db'));
      return files.reduce((sum, file) => sum + statSync(join(data, file)).size, 0);
    },
    async countVersions() {
      const db = new DatabaseSync(join(data, 'headway.db'), { readOnly: true });
      const row = db.prepare(count).get();
      db.close();
      return Number(row?.['number']);
    },
    remove: async () => removeFolder(folder),
  };
}
async function queryNumber(url: string, query: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ number: string }>(query);
    return Number(rows[0]?.number);
  } finally {
    await client.end();
  }
}
function openPostgres(url: string, drop?: () => Promise<void>): LargeStore {
  const folder = makeFolder();
  return {
    name: 'PostgreSQL',
    env: { HEADWAY_DATA: join(folder, 'data'), DATABASE_URL: url },
    folder,
    measureBytes: () => queryNumber(url, 'select pg_database_size(current_database()) as number'),
    countVersions: () => queryNumber(url, count),
    async remove() {
      await drop?.();
      removeFolder(folder);
    },
  };
}

/** @param at - the data folder or the address of a store that exists */
export const openExisting = (at: string): LargeStore =>
  isPostgres(at) ? openPostgres(at) : openSqlite(at);
/** The stores that can be made: SQLite, and PostgreSQL where TEST_DATABASE_URL is set. */
export const newStores: readonly (() => Promise<LargeStore>)[] = [
  async () => openSqlite(),
  ...(createEmptyDatabase === undefined ? [] : [createEmptyDatabase]).map((create) => async () => {
    const { url, drop } = await create();
    return openPostgres(url, drop);
  }),
];

/** The memory settings of `deploy/headway.service`. */
const deployed = Object.fromEntries(
  [
    ...readFileSync(join(import.meta.dirname, '../../../deploy/headway.service'), 'utf8').matchAll(
      /(MALLOC_\w+)=(\S+)/g,
    ),
  ].map(([, name, value]) => [name, value]),
) as Readonly<Record<string, string>>;

/** Starts the built server on a store with the settings of `deploy/`, and stops it after `work`. */
export async function withServer<T>(
  store: LargeStore,
  work: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await startServer({
    data: store.env['HEADWAY_DATA'] ?? '',
    env: { ...deployed, ...store.env },
    entry: builtEntry,
  });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
