import { sql } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { withSource } from '#server/storage/move/source-store.ts';
import { listTables } from '#server/storage/move/table-store.ts';

/** Writes a value of either engine as text: a boolean as 0 or 1, bytes in hexadecimal. */
function writeValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value === null ? '-' : String(value);
}
async function readTable(source: Reader, name: string, columns: readonly string[]) {
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)}`.execute(
    source,
  );
  return rows
    .map((row) => JSON.stringify(columns.map((column) => [column, writeValue(row[column])])))
    .toSorted();
}

/** Reads every row of every table of a store that is not open, as texts in one order. */
export const readAllRows = (url: string): Promise<ReadonlyMap<string, readonly string[]>> =>
  withSource(url, async (source) => {
    const tables = new Map<string, readonly string[]>();
    for (const { name, columns } of await listTables(source))
      tables.set(name, await readTable(source, name, columns.toSorted()));
    return tables;
  });
