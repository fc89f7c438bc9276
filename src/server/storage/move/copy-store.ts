import { sql, type Kysely } from 'kysely';
import { getEngine, type Reader, type Trx } from '#server/db/db.ts';
import { batches } from '#server/db/versions.ts';
import type { StoredTable } from './table-store.ts';

type Row = Record<string, unknown>;
/** Any table with any rows. */
type AnyTables = Record<string, Row>;

const mostRows = 500;
/** The approximate number of bytes to read at once. A row may hold a whole file. */
const bytesAtOnce = 4 * 1024 * 1024;
/** The most values that one statement binds. SQLite allows 32,766. */
const boundAtOnce = 30_000;

const countBytes = (rows: readonly Row[]): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      Object.values(row).reduce<number>(
        (bytes, value) =>
          bytes + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8),
        0,
      ),
    0,
  );
/**
 * Computes the next number of rows, at most twice the last one, so that they stay within the bytes.
 */
const nextCount = (count: number, rows: readonly Row[]): number =>
  countBytes(rows) * 2 <= bytesAtOnce ? Math.min(mostRows, count * 2) : Math.ceil(count / 2);

/** Reads all rows of a table in pieces. */
async function* rowsOf(source: Reader, name: string): AsyncGenerator<readonly Row[]> {
  const isSqlite = getEngine(source) === 'sqlite';
  if (!isSqlite)
    await sql`declare moved_rows no scroll cursor for select * from ${sql.table(name)}`.execute(
      source,
    );
  let last: unknown = 0n;
  for (let count = 1; ; ) {
    const { rows } = await (isSqlite
      ? sql<Row>`select rowid as moved_row, * from ${sql.table(name)} where rowid > ${last}
          order by rowid limit ${sql.lit(count)}`
      : sql<Row>`fetch ${sql.lit(count)} from moved_rows`
    ).execute(source);
    if (rows.length === 0) break;
    last = rows.at(-1)?.['moved_row'];
    yield rows.map(({ moved_row: _, ...row }) => row);
    count = nextCount(count, rows);
  }
  if (!isSqlite) await sql`close moved_rows`.execute(source);
}

/** Converts a row of SQLite for PostgreSQL. In the other direction the driver converts. */
function convert(row: Row, booleans: ReadonlySet<string>): Row {
  if (booleans.size === 0) return row;
  const newRow = { ...row };
  for (const name of booleans) {
    const value = row[name];
    if (typeof value === 'bigint') newRow[name] = value !== 0n;
  }
  return newRow;
}

/**
 * Replaces the rows of a table of the target by those of the source.
 * @param onRows - receives the number of copied rows after each piece
 * @returns the number of rows
 */
export async function copyTable(
  source: Reader,
  target: Trx,
  { name, columns, booleans }: StoredTable,
  onRows: (rows: number) => void,
): Promise<number> {
  const tables = target as unknown as Kysely<AnyTables>;
  await tables.deleteFrom(name).execute();
  const rowsAtOnce = Math.max(1, Math.floor(boundAtOnce / columns.length));
  let copyCount = 0;
  for await (const piece of rowsOf(source, name)) {
    for (const rows of batches(piece, rowsAtOnce))
      await tables
        .insertInto(name)
        .values(rows.map((row) => convert(row, booleans)))
        .execute();
    copyCount += piece.length;
    onRows(copyCount);
  }
  return copyCount;
}
