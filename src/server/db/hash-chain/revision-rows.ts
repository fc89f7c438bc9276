import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { withoutHash, type ChainedTable } from './chained-tables.ts';
import { isFrom, isUpTo, isWithin, type RevisionRange } from './revision-range.ts';

export type Row = Readonly<Record<string, unknown>>;
const rowsAtOnce = 2000;

const columns = (names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(name)));
const values = (names: readonly string[], row: Row): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql`${row[name]}`));

/** Lists the columns of a row that its hash or these columns need. */
const listNeeded = (row: Row, order: readonly string[]): string[] =>
  Object.keys(row).filter((name) => !withoutHash.has(name) || order.includes(name));

/**
 * Reads rows in pieces, in the order of these columns. The store reads the next piece while the
 * caller uses the last one. The first column is a revision from `from`
 * to `to`. Without a selection the first piece has every column, and the others leave out those
 * that no hash contains, of which the text for search is the longest of a row.
 */
async function* rowsInOrder(
  reader: Reader,
  table: ChainedTable,
  order: readonly string[],
  range: RevisionRange,
  selection?: RawBuilder<unknown>,
): AsyncGenerator<readonly Row[]> {
  const revision = order[0] ?? '';
  const readAfter = async (last?: Row): Promise<readonly Row[]> => {
    const list = selection ?? (last === undefined ? sql`*` : columns(listNeeded(last, order)));
    // With two lower bounds the engine would use the weaker one and read the whole range for each
    // piece.
    const beyond =
      last === undefined
        ? isFrom(revision, range.from)
        : sql`(${columns(order)}) > (${values(order, last)})`;
    const { rows } = await sql<Row>`select ${list} from ${sql.table(table.name)}
      where ${beyond} and ${isUpTo(revision, range.to)}
      order by ${columns(order)} limit ${sql.lit(rowsAtOnce)}`.execute(reader);
    return rows;
  };
  for (let next: Promise<readonly Row[]> | undefined = readAfter(); next !== undefined; ) {
    const rows: readonly Row[] = await next;
    next = rows.length < rowsAtOnce ? undefined : readAfter(rows.at(-1));
    // the error of rows that nobody reads any more
    next?.catch(() => undefined);
    yield rows;
  }
}

/** Groups a stream of rows by revision. It reads the stream in pieces. */
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
 * The rows of one table that each revision of a range wrote or ended. Read the revisions in
 * ascending order.
 */
export interface TableRows {
  readonly table: ChainedTable;
  readWritten(revision: number): AsyncGenerator<readonly Row[]>;
  ended(revision: number): AsyncGenerator<readonly Row[]>;
}
function tableRows(
  reader: Reader,
  table: ChainedTable,
  range: RevisionRange,
  has: { readonly hasWritten: boolean; readonly ended: boolean },
): TableRows {
  const { writer, key } = table;
  const writtenRows = new ByRevision(rowsInOrder(reader, table, [writer, ...key], range), writer);
  const order = ['revision_to', ...key, writer];
  const endings = new ByRevision(
    rowsInOrder(reader, table, order, range, columns(order)),
    'revision_to',
  );
  return {
    table,
    readWritten: has.hasWritten ? (revision) => writtenRows.of(revision) : async function* () {},
    ended: has.ended ? (revision) => endings.of(revision) : async function* () {},
  };
}

interface RevisionRows {
  readonly table: ChainedTable;
  readonly hasWritten: boolean;
  readonly ended: boolean;
}
/**
 * Finds the tables with rows of a range of revisions in one query, since most changes touch few
 * tables.
 */
async function findTouched(
  reader: Reader,
  tables: readonly ChainedTable[],
  range: RevisionRange,
): Promise<readonly RevisionRows[]> {
  const has = (table: ChainedTable, column: string, name: string) =>
    sql`exists (select 1 from ${sql.table(table.name)} where ${isWithin(column, range)}) as ${sql.ref(`has_${name}_${table.name}`)}`;
  const tests = tables.flatMap((table) => [
    has(table, table.writer, 'written'),
    ...(table.closes ? [has(table, 'revision_to', 'ended')] : []),
  ]);
  const { rows } = await sql<Readonly<Record<string, boolean>>>`select ${sql.join(tests)}`.execute(
    reader,
  );
  return tables.flatMap((table) => {
    const [hasWritten, ended] = ['written', 'ended'].map(
      (name) => rows[0]?.[`has_${name}_${table.name}`] === true,
    ) as [boolean, boolean];
    return hasWritten || ended ? [{ table, hasWritten, ended }] : [];
  });
}

/** Lists the tables with rows that a range of revisions wrote or ended. */
export const listTouchedTables = async (
  reader: Reader,
  tables: readonly ChainedTable[],
  range: RevisionRange,
): Promise<readonly ChainedTable[]> =>
  (await findTouched(reader, tables, range)).map(({ table }) => table);

/** Reads the rows of the tables that a range of revisions wrote or ended. */
export const touchedTables = async (
  reader: Reader,
  tables: readonly ChainedTable[],
  range: RevisionRange,
): Promise<TableRows[]> =>
  (await findTouched(reader, tables, range)).map(({ table, ...has }) =>
    tableRows(reader, table, range, has),
  );
