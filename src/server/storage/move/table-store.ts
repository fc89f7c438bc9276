import { sql } from 'kysely';
import { getEngine, type Reader, type Trx } from '#server/db/db.ts';

/** A table with its columns, which are the same on both engines. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns that are boolean on PostgreSQL and 0 or 1 on SQLite. */
  readonly booleans: ReadonlySet<string>;
}
interface ColumnRow {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/**
 * Lists the tables of a store by name. The search index is not among them: each engine has its own
 * form, which is made from the other tables.
 */
export async function listTables(reader: Reader): Promise<StoredTable[]> {
  const { rows } = await (getEngine(reader) === 'sqlite'
    ? sql<ColumnRow>`select t.name as table_name, c.name as column_name, c.type as data_type
        from sqlite_master as t, pragma_table_info(t.name) as c
        where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'
          and t.name not like 'search\\_piece%' escape '\\' order by t.name, c.cid`
    : sql<ColumnRow>`select c.table_name, c.column_name, c.data_type
        from information_schema.columns as c join information_schema.tables as t
          on t.table_schema = c.table_schema and t.table_name = c.table_name
        where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
          and c.table_name <> 'search_piece'
        order by c.table_name collate "C", c.ordinal_position`
  ).execute(reader);
  return [...Map.groupBy(rows, ({ table_name }) => table_name)].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column_name }) => column_name),
    booleans: new Set(
      columns.filter((c) => c.data_type === 'boolean').map(({ column_name }) => column_name),
    ),
  }));
}

/** Counts the rows of a table. @returns a count of all rows, expired ones too */
export async function countRows(reader: Reader, name: string): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(name)}`.execute(
    reader,
  );
  return Number(rows[0]?.n ?? 0);
}

interface ForeignKey {
  readonly on_table: string;
  readonly name: string;
  readonly definition: string;
}
/**
 * Runs work that inserts rows in any order. References between rows are checked at the end.
 * @throws Error if a row refers to a missing one
 */
export async function withLateReferences(trx: Trx, work: () => Promise<void>): Promise<void> {
  if (getEngine(trx) === 'sqlite') {
    // applies until the end of this transaction
    await sql`pragma defer_foreign_keys = on`.execute(trx);
    return work();
  }
  const { rows } = await sql<ForeignKey>`
    select c.conrelid::regclass::text as on_table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint as c where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
    order by 1, 2`.execute(trx);
  for (const { on_table, name } of rows)
    await sql`alter table ${sql.raw(on_table)} drop constraint ${sql.ref(name)}`.execute(trx);
  await work();
  for (const { on_table, name, definition } of rows)
    await sql`alter table ${sql.raw(on_table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      trx,
    );
}
