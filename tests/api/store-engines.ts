import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '#server/db/open.ts';
import type { Db } from '#server/db/db.ts';

export interface TestEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** An empty store of its own. */
  open(): Promise<Db>;
}
const server = process.env['TEST_DATABASE_URL'];
export const withoutPostgres = server === undefined ? 'NOT RUN: PostgreSQL, TEST_DATABASE_URL is not set' : undefined;

const sqlite: TestEngine = { name: 'SQLite', open: () => openDatabase({ url: ':memory:' }) };

/** Each store is a schema of its own in the server that TEST_DATABASE_URL names. */
export async function freshPostgresUrl(url: string): Promise<string> {
  const schema = `store_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${schema}`);
  await client.end();
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.href;
}
const postgres = (url: string): TestEngine => ({
  name: 'PostgreSQL',
  open: async () => openDatabase({ url: await freshPostgresUrl(url) }),
});

export const engines: readonly TestEngine[] = server === undefined ? [sqlite] : [sqlite, postgres(server)];
