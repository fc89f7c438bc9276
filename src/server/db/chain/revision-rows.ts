import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { open } from '#server/db/tables.ts';
import type { ChainedTable } from './chained-tables.ts';

export type Row = Readonly<Record<string, unknown>>;
const rowsAtOnce = 2000;

const columns = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.ref(name)));
const values = (names: readonly string[], row: Row): RawBuilder<unknown> => sql.join(names.map((name) => sql`${row[name]}`));

/** Rows in the order of these columns, the first of which is a revision from `from` to `to`; read a piece at a time. */
async function* rowsInOrder(
  reader: Reader,
  table: ChainedTable,
  order: readonly string[],
  range: { readonly from: number; readonly to: number },
  picked: RawBuilder<unknown>,
): AsyncGenerator<Row> {
  const revision = sql.ref(order[0] ?? '');
  // said again as a fixed number, so that the index of ended rows serves
  const ended = order[0] === 'revision_to' ? sql` and revision_to < ${sql.lit(open)}` : sql``;
  let last: Row | undefined;
  while (true) {
    const after = last === undefined ? sql`` : sql` and (${columns(order)}) > (${values(order, last)})`;
    const { rows } = await sql<Row>`select ${picked} from ${sql.table(table.name)}
      where ${revision} >= ${range.from} and ${revision} <= ${range.to}${ended}${after}
      order by ${columns(order)} limit ${sql.lit(rowsAtOnce)}`.execute(reader);
    yield* rows;
    last = rows.at(-1);
    if (rows.length < rowsAtOnce) return;
  }
}

/** Rows taken off a stream one revision after the other. */
class ByRevision {
  readonly #rows: AsyncGenerator<Row>;
  readonly #column: string;
  #next: Row | undefined;
  #started = false;
  constructor(rows: AsyncGenerator<Row>, column: string) {
    this.#rows = rows;
    this.#column = column;
  }
  async *of(revision: number): AsyncGenerator<Row> {
    if (!this.#started) await this.#advance();
    this.#started = true;
    while (this.#next !== undefined && Number(this.#next[this.#column]) <= revision) {
      if (Number(this.#next[this.#column]) === revision) yield this.#next;
      await this.#advance();
    }
  }
  async #advance(): Promise<void> {
    const { value, done } = await this.#rows.next();
    this.#next = done === true ? undefined : value;
  }
}

/** What one table has of each revision of a range, asked in ascending order: the rows it wrote and the rows it ended. */
export interface TableRows {
  readonly table: ChainedTable;
  written(revision: number): AsyncGenerator<Row>;
  ended(revision: number): AsyncGenerator<Row>;
}
export function tableRows(reader: Reader, table: ChainedTable, range: { readonly from: number; readonly to: number }): TableRows {
  const { writer, key } = table;
  const written = new ByRevision(rowsInOrder(reader, table, [writer, ...key], range, sql`*`), writer);
  const order = ['revision_to', ...key, writer];
  const ended = new ByRevision(rowsInOrder(reader, table, order, range, columns(order)), 'revision_to');
  return {
    table,
    written: (revision) => written.of(revision),
    ended: table.closes ? (revision) => ended.of(revision) : async function* () {},
  };
}
