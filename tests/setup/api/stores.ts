import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Db } from '#server/db/db.ts';
import { makeSqliteConnection } from '#server/db/dialects/sqlite.ts';
import { connectPostgres } from '#server/db/open-existing.ts';
import { fillSample } from '#server/samples/service.ts';
import { migrate } from '#server/storage/migration-store.ts';
import { openDatabase, openInMemory } from '#server/storage/node-store.ts';

export interface TestStore {
  readonly db: Db;
  close(): Promise<void>;
}
/** What a new store holds: tables alone, or the sample as well. */
export type StoreContent = 'empty' | 'sample';
export interface TestEngine {
  readonly name: 'sqlite' | 'postgres';
  /** @param content - `empty` when omitted */
  open(content?: StoreContent): Promise<TestStore>;
}

const admin = process.env['TEST_DATABASE_URL'];
const adminPools = new Map<string, pg.Pool>();
/** Runs a statement on a server of PostgreSQL. Its connection is used again and again. */
async function asAdmin(url: string, statement: string): Promise<void> {
  let pool = adminPools.get(url);
  if (pool === undefined) {
    pool = new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true });
    // an idle connection ends with its server
    pool.on('error', () => undefined);
    adminPools.set(url, pool);
  }
  await pool.query(statement);
}
/** The bytes of a store in memory with this content, made once in each worker. */
const images: Partial<Record<StoreContent, Promise<Uint8Array>>> = {};
async function makeImage(content: StoreContent): Promise<Uint8Array> {
  const sqlite = new DatabaseSync(':memory:');
  const db = await openInMemory(makeSqliteConnection(sqlite));
  if (content === 'sample') await fillSample(db, 'sample');
  const image = sqlite.serialize();
  await db.close();
  return image;
}
const sqlite: TestEngine = {
  name: 'sqlite',
  async open(content = 'empty') {
    const copy = new DatabaseSync(':memory:');
    copy.deserialize(await (images[content] ??= makeImage(content)));
    const db = await openInMemory(makeSqliteConnection(copy));
    return { db, close: () => db.close() };
  },
};
/** SQLite in a file. Other processes can open it, and its readers don't wait for its writer. */
export const sqliteOnDisk: TestEngine = {
  name: 'sqlite',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'headway-test-'));
    const db = await openDatabase({ url: join(folder, 'headway.db') });
    return {
      db,
      async close() {
        await db.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};
/** The address of another database of the same server. */
function databaseAt(url: string, name: string): string {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}
/** Hashes the migrations, so that a long-running server provides no outdated tables. */
const hashMigrations = (): string => {
  const folder = join(import.meta.dirname, '../../../src/server/db/migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort())
    hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
};
/**
 * Makes a database with empty tables, once per server. Copying it takes a tenth of the time of the
 * migrations.
 */
async function templateAt(url: string): Promise<string> {
  const name = `headway_template_${hashMigrations()}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // one worker creates it while the others wait
    await client.query(`select pg_advisory_lock(hashtext('headway_template'))`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const half = `${name}_half_${randomBytes(4).toString('hex')}`;
      await client.query(`create database ${half}`);
      const db = await openDatabase({ url: databaseAt(url, half) });
      await db.close();
      await client.query(`alter database ${half} rename to ${name}`);
    }
  } finally {
    await client.end();
  }
  return name;
}
let emptyTemplate: Promise<string> | undefined;
/** The name of a database with the sample that a run of tests has made, for its workers. */
const sampleTemplate = 'HEADWAY_SAMPLE_TEMPLATE';
/** Makes a database with the sample for a run of tests. @returns a function that removes it */
export async function makeSampleTemplate(): Promise<(() => Promise<void>) | undefined> {
  if (admin === undefined || admin === '') return undefined;
  const { url, drop } = await createDatabase(admin);
  const db = await openDatabase({ url });
  await fillSample(db, 'sample');
  await db.close();
  process.env[sampleTemplate] = new URL(url).pathname.slice(1);
  return drop;
}
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}
async function createDatabase(url: string, content?: StoreContent): Promise<TestDatabase> {
  const sample = content === 'sample' ? process.env[sampleTemplate] : undefined;
  const template = sample ?? (await (emptyTemplate ??= templateAt(url)));
  const name = `headway_test_${randomBytes(6).toString('hex')}`;
  // copies whole files, where the usual strategy writes each block to the log (PostgreSQL 15)
  await asAdmin(url, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: databaseAt(url, name),
    drop: () => asAdmin(url, `drop database ${name} with (force)`),
  };
}
const postgres = (url: string): TestEngine => ({
  name: 'postgres',
  async open(content) {
    const { url: own, drop } = await createDatabase(url, content);
    // as `openInMemory`: a new copy has no older schema and no frozen figures to look for; two
    // connections read at once, since each begins without the tables that it has to know
    const db = await connectPostgres({ url: own, completes_undos: true, readers: 2 }, (trx) =>
      migrate(trx, 'postgres'),
    );
    return {
      db,
      async close() {
        await db.close();
        await drop();
      },
    };
  },
});
/**
 * Makes an empty store for a server of the product: a file in a data folder, or a database where
 * TEST_DATABASE_URL is set.
 */
export interface ServedStore {
  readonly name: 'SQLite' | 'PostgreSQL';
  create(data: string): Promise<TestDatabase>;
}
export const servedStores: readonly ServedStore[] = [
  {
    name: 'SQLite',
    create: (data) =>
      Promise.resolve({ url: join(data, 'headway.db'), drop: () => Promise.resolve() }),
  },
  ...(admin === undefined || admin === ''
    ? []
    : [{ name: 'PostgreSQL' as const, create: () => createDatabase(admin) }]),
];
/** Makes a database without tables. Omitted where TEST_DATABASE_URL is not set. */
export const createEmptyDatabase =
  admin === undefined || admin === ''
    ? undefined
    : async (): Promise<TestDatabase> => {
        const name = `headway_empty_${randomBytes(6).toString('hex')}`;
        await asAdmin(admin, `create database ${name}`);
        return {
          url: databaseAt(admin, name),
          drop: () => asAdmin(admin, `drop database ${name} with (force)`),
        };
      };
/**
 * The engines to test on: SQLite, and PostgreSQL where TEST_DATABASE_URL is set. Each store is
 * empty and separate.
 */
export const engines: readonly TestEngine[] =
  admin === undefined || admin === '' ? [sqlite] : [sqlite, postgres(admin)];
/** The same engines, with stores that other processes can open. */
export const openableEngines: readonly TestEngine[] = [
  sqliteOnDisk,
  ...engines.filter((engine) => engine !== sqlite),
];
