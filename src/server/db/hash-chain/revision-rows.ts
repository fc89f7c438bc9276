import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import type { ChainedTable } from './chained-tables.ts';

export type Row = Readonly<Record<string, unknown>>;
const rowsAtOnce = 2000;

const columns = (names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(name)));
const values = (names: readonly string[], row: Row): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql`${row[name]}`));

interface Range {
  readonly from: number;
  readonly to: number;
}
const from = (column: string, revision: number): RawBuilder<unknown> =>
  sql`${sql.ref(column)} >= ${revision}`;
/** Of ended rows said again as a fixed number, so that their index serves. */
const upTo = (column: string, revision: number): RawBuilder<unknown> =>
  sql`${sql.ref(column)} <= ${revision}${column === 'revision_to' ? sql` and revision_to < ${sql.lit(open)}` : sql``}`;

/**
 * Rows in the order of these columns, the first of which is a revision from `from` to `to`; read a
 * piece at a time.
 */
async function* rowsInOrder(
  reader: Reader,
  table: ChainedTable,
  order: readonly string[],
  range: Range,
  picked: RawBuilder<unknown>,
): AsyncGenerator<readonly Row[]> {
  const revision = order[0] ?? '';
  let last: Row | undefined;
  while (true) {
    // one lower bound only: with two, the engine takes the weaker one and walks the whole range for
    // each piece
    const beyond =
      last === undefined
        ? from(revision, range.from)
        : sql`(${columns(order)}) > (${values(order, last)})`;
    const { rows } = await sql<Row>`select ${picked} from ${sql.table(table.name)}
      where ${beyond} and ${upTo(revision, range.to)}
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
      while (end < this.#piece.length && Number(this.#piece[end]?.[this.#column]) <= revision)
        end += 1;
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

/**
 * What one table has of each revision of a range, asked in ascending order: the rows it wrote and
 * the rows it ended.
 */
export interface TableRows {
  readonly table: ChainedTable;
  written(revision: number): AsyncGenerator<readonly Row[]>;
  ended(revision: number): AsyncGenerator<readonly Row[]>;
}
function tableRows(
  reader: Reader,
  table: ChainedTable,
  range: Range,
  has: { readonly written: boolean; readonly ended: boolean },
): TableRows {
  const { writer, key } = table;
  const written = new ByRevision(
    rowsInOrder(reader, table, [writer, ...key], range, sql`*`),
    writer,
  );
  const order = ['revision_to', ...key, writer];
  const ended = new ByRevision(
    rowsInOrder(reader, table, order, range, columns(order)),
    'revision_to',
  );
  return {
    table,
    written: has.written ? (revision) => written.of(revision) : async function* () {},
    ended: has.ended ? (revision) => ended.of(revision) : async function* () {},
  };
}

/**
 * The tables that have something of a range of revisions; asked at once, since most changes touch
 * few of them.
 */
export async function touchedTables(
  reader: Reader,
  tables: readonly ChainedTable[],
  range: Range,
): Promise<TableRows[]> {
  const has = (table: ChainedTable, column: string, name: string) =>
    sql`exists (select 1 from ${sql.table(table.name)} where ${from(column, range.from)} and ${upTo(column, range.to)}) as ${sql.ref(`has_${name}_${table.name}`)}`;
  const asked = tables.flatMap((table) => [
    has(table, table.writer, 'written'),
    ...(table.closes ? [has(table, 'revision_to', 'ended')] : []),
  ]);
  const { rows } = await sql<Readonly<Record<string, boolean>>>`select ${sql.join(asked)}`.execute(
    reader,
  );
  return tables.flatMap((table) => {
    const [written, ended] = ['written', 'ended'].map(
      (name) => rows[0]?.[`has_${name}_${table.name}`] === true,
    ) as [boolean, boolean];
    return written || ended ? [tableRows(reader, table, range, { written, ended })] : [];
  });
}
