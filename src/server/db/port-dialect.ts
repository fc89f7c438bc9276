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
import { bindable, type SqlPort } from './port.ts';

class PortConnection implements DatabaseConnection {
  readonly port: SqlPort;
  constructor(port: SqlPort) {
    this.port = port;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.port.exec(query.sql, query.parameters.map(bindable));
    return { rows: result.rows as R[], numAffectedRows: result.changes };
  }
  // biome-ignore lint/correctness/useYield: the port hands over whole results; pages by key are used instead of streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported; page by key');
  }
}

/** Several ports on one database: each query takes an idle one, first come, first served. */
class PortDriver implements Driver {
  readonly #open: () => Promise<readonly SqlPort[]>;
  #all: PortConnection[] = [];
  readonly #idle: PortConnection[] = [];
  readonly #waiting: ((connection: PortConnection) => void)[] = [];
  constructor(open: () => Promise<readonly SqlPort[]>) {
    this.#open = open;
  }
  async init(): Promise<void> {
    this.#all = (await this.#open()).map((port) => new PortConnection(port));
    this.#idle.push(...this.#all);
  }
  acquireConnection(): Promise<DatabaseConnection> {
    const idle = this.#idle.pop();
    return idle ? Promise.resolve(idle) : new Promise((resolve) => this.#waiting.push(resolve));
  }
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next(connection as PortConnection);
    else this.#idle.push(connection as PortConnection);
  }
  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(settings.accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  /** After FULL or IOERR SQLite has rolled back by itself; a second rollback would hide the first error. */
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
  /** The driver queues by itself, and more than one reader may run. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Kysely's SQLite dialect over ports, however they reach their SQLite. */
export const portDialect = (open: () => Promise<readonly SqlPort[]>): Dialect => ({
  createAdapter: () => new PortAdapter(),
  createDriver: () => new PortDriver(open),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});
