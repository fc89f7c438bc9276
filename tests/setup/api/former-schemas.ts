import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Kysely } from 'kysely';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { openSqlite } from '#server/db/dialects/sqlite.ts';
import { connectPostgres } from '#server/db/open-existing.ts';
import type { Tables } from '#server/db/schema/tables.ts';
import { createFormerTables, schemaVersion } from '#server/storage/migration-store.ts';
import { copyTable } from '#server/storage/move/copy-store.ts';
import { listTables, withLateReferences } from '#server/storage/move/table-store.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/stores');
/** The former schemas of which a store is at hand, in ascending order. */
export const formerSchemas: readonly number[] = readdirSync(fixtures)
  .map((name) => Number(/^schema-(\d+)\.db\.gz$/.exec(name)?.[1]))
  .filter((schema) => schema < schemaVersion)
  .toSorted((a, b) => a - b);
/** The own projects of each of these stores. */
export const formerCodes = ['A1', 'A2', 'A3'] as const;

/** Writes the stored example of a former schema to a file. */
export const writeFormerStore = (schema: number, path: string): void =>
  writeFileSync(path, gunzipSync(readFileSync(join(fixtures, `schema-${schema}.db.gz`))));

/** Copies the example into an empty database, with the tables of PostgreSQL at that schema. */
export async function copyFormerStore(schema: number, databaseUrl: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-former-'));
  const path = join(folder, 'headway.db');
  writeFormerStore(schema, path);
  // reads texts of JSON as texts
  const source = new Kysely<Tables>({ dialect: portDialect(async () => [openSqlite(path)]) });
  const db = await connectPostgres({ url: databaseUrl, completes_undos: false }, async (trx) => {
    await createFormerTables(trx, 'postgres', schema);
    const names = new Set((await listTables(source)).map(({ name }) => name));
    const tables = (await listTables(trx)).filter(({ name }) => names.has(name));
    await withLateReferences(trx, async () => {
      for (const table of tables) await copyTable(source, trx, table, () => {});
    });
  });
  await db.close();
  await source.destroy();
  rmSync(folder, { recursive: true });
}
