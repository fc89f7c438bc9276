import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { Trx } from '#server/db/db.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { keepFrozenFigures } from '#server/storage/freeze-link-figures.ts';
import { refold } from '#server/storage/refold-store.ts';
import type { TestEngine, TestStore } from './stores.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
/**
 * Responses of a former version on its store: the payload of each frozen link, and the closed
 * months.
 */
export const formerAnswers = JSON.parse(
  readFileSync(join(fixtures, 'store-of-rules-1.json'), 'utf8'),
) as {
  readonly links: Readonly<
    Record<
      'overview' | 'pipeline' | 'changes' | 'projects',
      { readonly id: string; readonly payload: SharedPayload }
    >
  >;
  readonly periods: readonly object[];
};

/** Copies all rows of the former store into a PostgreSQL store with the current tables. */
async function copyRows(trx: Trx, file: DatabaseSync): Promise<void> {
  const { rows: columns } = await sql<{
    table_name: string;
    column_name: string;
    data_type: string;
  }>`
    select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'`.execute(
    trx,
  );
  const isBoolean = (table: string, column: string) =>
    columns.some(
      (one) =>
        one.table_name === table && one.column_name === column && one.data_type === 'boolean',
    );
  const tables = file
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by rowid",
    )
    .all();
  for (const { name } of tables) {
    const table = String(name);
    if (table === 'schema_version') continue;
    for (const row of file.prepare(`select * from "${table}"`).all()) {
      const names = Object.keys(row);
      const values = names.map(
        (column) => sql`${isBoolean(table, column) ? row[column] === 1 : row[column]}`,
      );
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((column) => sql.ref(column)))}) values (${sql.join(values)})`.execute(
        trx,
      );
    }
  }
}

/** Opens a store that a former version wrote (commit 784831d). */
export async function openFormerStore(engine: TestEngine): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-test-'));
  const url = join(folder, 'headway.db');
  writeFileSync(url, gunzipSync(readFileSync(join(fixtures, 'store-of-rules-1.db.gz'))));
  const remove = () => rmSync(folder, { recursive: true });
  if (engine.name === 'sqlite') {
    const db = await openDatabase({ url });
    return {
      db,
      async close() {
        await db.close();
        remove();
      },
    };
  }
  const store = await engine.open();
  const file = new DatabaseSync(url, { readOnly: true });
  await store.db.write(async (trx) => {
    await sql`delete from fold_version`.execute(trx);
    await copyRows(trx, file);
    await refold(trx, engine.name);
  });
  file.close();
  remove();
  await keepFrozenFigures(store.db);
  return store;
}
