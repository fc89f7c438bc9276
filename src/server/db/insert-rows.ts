import { CompiledQuery } from 'kysely';
import type { Insertable } from 'kysely';
import { BulkRows } from '#server/db/dialects/bulk-rows.ts';
import { getEngine, type Trx } from '#server/db/db.ts';
import type { Tables } from '#server/db/schema/tables.ts';

/**
 * Inserts rows of values: by COPY on PostgreSQL, by one prepared statement on SQLite. Both take a
 * third of the time of a statement with all values.
 * @throws the error of the store for a row that exists already. On a thread of SQLite a later
 * statement of the transaction, or its commit, may throw it instead
 */
export async function insertValues(
  trx: Trx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const into = `"${table}" (${columns.map((name) => `"${name}"`).join(', ')})`;
  const statement =
    getEngine(trx) === 'sqlite'
      ? `insert into ${into} values (${columns.map(() => '?').join(', ')})`
      : `copy ${into} from stdin`;
  await trx.executeQuery(CompiledQuery.raw(statement, [new BulkRows(rows)]));
}

/**
 * Inserts new rows of a table. Each has the columns of the first one.
 * @throws the error of the store for a row that exists already; TypeError for a row with other
 * columns, a value of which would be lost
 */
export async function insertRows<Name extends keyof Tables>(
  trx: Trx,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Insertable<Tables[Name]> & string)[];
  const readRow = (row: Insertable<Tables[Name]>): unknown[] => {
    const values: unknown[] = columns.map((name) => row[name]);
    if (Object.keys(row).length !== columns.length || values.includes(undefined))
      throw new TypeError(`a row of ${table} has other columns than the first one`);
    return values;
  };
  await insertValues(trx, table, columns, rows.map(readRow));
}
