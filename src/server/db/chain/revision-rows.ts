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
): AsyncGenerator<readonly Row[]> {
  const revision = sql.ref(order[0] ?? '');
  // said again as a fixed number, so that the index of ended rows serves
  const ended = order[0] === 'revision_to' ? sql` and revision_to < ${sql.lit(open)}` : sql``;
  let last: Row | undefined;
  while (true) {
    // one lower bound only: with two, the engine takes the weaker one and walks the whole range for each piece
    const beyond = last === undefined ? sql`${revision} >= ${range.from}` : sql`(${columns(order)}) > (${values(order, last)})`;
    const { rows } = await sql<Row>`select ${picked} from ${sql.table(table.name)}
      where ${beyond} and ${revision} <= ${range.to}${ended}
      order by ${columns(order)} limit ${sql.lit(rowsAtOnce)}`.execute(reader);
    yield rows;
    last = rows.at(-1);
    if (rows.length < rowsAtOnce) return;
  }
}

/** Rows taken off a stream one revision after the other, a piece at a time. */
class ByRevision {
  readonly #pieces: AsyncGenerator<readonly Row[]>;
  readonly #column: string;
  #piece: readonly Row[] = [];
  #at = 0;
  #ended = false;
  constructor(pieces: AsyncGenerator<readonly Row[]>, column: string) {
    this.#pieces = pieces;
    this.#column = column;
  }
  async *of(revision: number): AsyncGenerator<readonly Row[]> {
    while (await this.#filled()) {
      const start = this.#at;
      let end = start;
      while (end < this.#piece.length && Number(this.#piece[end]?.[this.#column]) <= revision) end += 1;
      if (end === start) return;
      this.#at = end;
      yield this.#piece.slice(start, end).filter((row) => Number(row[this.#column]) === revision);
    }
  }
  async #filled(): Promise<boolean> {
    while (this.#at >= this.#piece.length && !this.#ended) {
      const { value, done } = await this.#pieces.next();
      this.#ended = done === true;
      this.#piece = done === true ? [] : value;
      this.#at = 0;
    }
    return this.#at < this.#piece.length;
  }
}

/** What one table has of each revision of a range, asked in ascending order: the rows it wrote and the rows it ended. */
export interface TableRows {
  readonly table: ChainedTable;
  written(revision: number): AsyncGenerator<readonly Row[]>;
  ended(revision: number): AsyncGenerator<readonly Row[]>;
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
