import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '#server/db/open.ts';
import type { Db } from '#server/db/db.ts';

export interface TestStore {
  readonly db: Db;
  close(): Promise<void>;
}
export interface TestEngine {
  readonly name: 'sqlite' | 'postgres';
  open(): Promise<TestStore>;
}

const admin = process.env['TEST_DATABASE_URL'];
async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
const sqlite: TestEngine = {
  name: 'sqlite',
  async open() {
    const db = await openDatabase({ url: ':memory:' });
    return { db, close: () => db.close() };
  },
};
const postgres = (url: string): TestEngine => ({
  name: 'postgres',
  async open() {
    const name = `headway_test_${randomBytes(6).toString('hex')}`;
    await asAdmin(url, `create database ${name}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    const db = await openDatabase({ url: own.href });
    return {
      db,
      async close() {
        await db.close();
        await asAdmin(url, `drop database ${name} with (force)`);
      },
    };
  },
});
/** The engines to test on, each store empty and its own: SQLite always, PostgreSQL where TEST_DATABASE_URL names one. */
export const engines: readonly TestEngine[] = admin === undefined || admin === '' ? [sqlite] : [sqlite, postgres(admin)];
