import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import { BulkRows } from './bulk-rows.ts';
import { bindable, SqlError, type SqlPort } from './port.ts';

/** The most bulk inserts that wait for a port on another thread. Each holds its rows in memory. */
const mostAhead = 4;

class PortConnection implements DatabaseConnection {
  readonly port: SqlPort;
  /** The bulk inserts that may still run on another thread. */
  #ahead: Promise<unknown>[] = [];
  constructor(port: SqlPort) {
    this.port = port;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const [first] = query.parameters;
    if (first instanceof BulkRows) return this.#insert(query.sql, first);
    // the port runs this statement after them, and fails it if one of them failed
    this.#ahead = [];
    const result = await this.port.exec(query.sql, query.parameters.map(bindable));
    return { rows: result.rows as R[], numAffectedRows: result.changes };
  }
  /**
   * Runs one statement for each row. A port on this thread is not awaited, which would take longer.
   * One on another thread stores the rows while this thread prepares the next ones.
   */
  async #insert<R>(sql: string, { rows }: BulkRows): Promise<QueryResult<R>> {
    if (this.port.insert !== undefined) await this.#runAhead(this.port.insert(sql, rows));
    else
      for (const row of rows) {
        const result = this.port.exec(sql, row.map(bindable));
        if (result instanceof Promise) await result;
      }
    return { rows: [], numAffectedRows: BigInt(rows.length) };
  }
  /** Waits for an insert of before, so that few of them hold their rows. */
  async #runAhead(insert: Promise<unknown>): Promise<void> {
    // the next statement fails with the same error
    insert.catch(() => undefined);
    this.#ahead.push(insert);
    if (this.#ahead.length > mostAhead) await this.#ahead.shift();
  }
  // biome-ignore lint/correctness/useYield: the port hands over whole results; pages by key are used instead of streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported; page by key');
  }
}

/** The code SQLITE_INTERRUPT, for a query whose caller no longer waits. */
const interruptCode = 9;

/**
 * A driver over several ports on one database. Each query takes an idle port, in the order of the
 * queries.
 */
class PortDriver implements Driver {
  readonly #open: () => Promise<readonly SqlPort[]>;
  readonly #longestWait: number | undefined;
  #all: PortConnection[] = [];
  readonly #idle: PortConnection[] = [];
  readonly #waiting: ((connection: PortConnection) => void)[] = [];
  constructor(open: () => Promise<readonly SqlPort[]>, longestWait: number | undefined) {
    this.#open = open;
    this.#longestWait = longestWait;
  }
  async init(): Promise<void> {
    this.#all = (await this.#open()).map((port) => new PortConnection(port));
    this.#idle.push(...this.#all);
  }
  acquireConnection(): Promise<DatabaseConnection> {
    const idle = this.#idle.pop();
    return idle ? Promise.resolve(idle) : this.#nextIdle();
  }
  /** Waits for an idle port up to the limit, so that readers get a response under any load. */
  #nextIdle(): Promise<DatabaseConnection> {
    return new Promise((resolve, reject) => {
      const late =
        this.#longestWait === undefined
          ? undefined
          : setTimeout(() => {
              this.#waiting.splice(this.#waiting.indexOf(take), 1);
              reject(new SqlError('a query waited too long for those before it', interruptCode));
            }, this.#longestWait);
      const take = (connection: PortConnection): void => {
        clearTimeout(late);
        resolve(connection);
      };
      this.#waiting.push(take);
    });
  }
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next(connection as PortConnection);
    else this.#idle.push(connection as PortConnection);
  }
  async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await connection.executeQuery(
      CompiledQuery.raw(settings.accessMode === 'read only' ? 'begin' : 'begin immediate'),
    );
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  /**
   * After FULL or IOERR SQLite has rolled back by itself; a second rollback would hide the first
   * error.
   */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    } catch (error) {
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }
  async destroy(): Promise<void> {
    for (const { port } of this.#all) await port.close();
  }
}

class PortAdapter extends SqliteAdapter {
  /** True, since the driver has its own queue and readers may run at the same time. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * The SQLite dialect of Kysely over ports to any SQLite.
 *
 * @param longestWait - the most ms for which a query may wait; omit it for no limit
 */
export const portDialect = (
  open: () => Promise<readonly SqlPort[]>,
  longestWait?: number,
): Dialect => ({
  createAdapter: () => new PortAdapter(),
  createDriver: () => new PortDriver(open, longestWait),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});
