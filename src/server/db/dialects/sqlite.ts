import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { SqlError, type SqlResult, type SqlValue } from './port.ts';

const cachedStatements = 200;
/**
 * The size of the page cache of a connection. The system keeps pages, too, and a scan of a large
 * register fits into neither: with 64 MB the same reads took the same processor time.
 */
const usualCacheMegabytes = 32;
/** Milliseconds for which a writer waits for the writer of another process. */
const busyTimeout = 10_000;

export interface SqliteOptions {
  readonly readOnly?: boolean;
  /** The size of the page cache; 32 when omitted. */
  readonly cacheMegabytes?: number;
  /** Whether sorts that are larger than the cache use files; in memory when omitted. */
  readonly sortsInFiles?: boolean;
}
/** A synchronous port. */
export interface SqliteConnection {
  exec(sql: string, parameters: readonly SqlValue[]): SqlResult;
  close(): void;
}

const asSqlError = (error: unknown): unknown =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? new SqlError(error.message, error.errcode)
    : error;

/**
 * Opens a connection of node:sqlite with a write-ahead log and durable commits.
 * @throws SqlError if the file cannot be opened
 */
export const openSqlite = (path: string, options: SqliteOptions = {}): SqliteConnection =>
  makeSqliteConnection(connect(path, options));

/**
 * Makes a connection of an open database. Closing the connection closes the database.
 * @returns the connection; its `exec` throws a SqlError with the code of SQLite
 */
export function makeSqliteConnection(db: DatabaseSync): SqliteConnection {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const cachedStatement = statements.get(sql);
    if (cachedStatement) return cachedStatement;
    const statement = db.prepare(sql);
    statement.setReadBigInts(true);
    if (statements.size >= cachedStatements) {
      const oldest = statements.keys().next().value;
      if (oldest !== undefined) statements.delete(oldest);
    }
    statements.set(sql, statement);
    return statement;
  };
  return {
    exec(sql, parameters): SqlResult {
      try {
        const statement = prepare(sql);
        if (statement.columns().length > 0)
          return { rows: statement.all(...parameters) as Record<string, unknown>[], changes: 0n };
        return { rows: [], changes: BigInt(statement.run(...parameters).changes) };
      } catch (error) {
        throw asSqlError(error);
      }
    },
    close() {
      statements.clear();
      db.close();
    },
  };
}

function connect(
  path: string,
  { readOnly = false, cacheMegabytes = usualCacheMegabytes, sortsInFiles = false }: SqliteOptions,
): DatabaseSync {
  try {
    const db = new DatabaseSync(path, { readOnly, timeout: busyTimeout });
    if (path !== ':memory:' && !readOnly)
      db.exec('pragma journal_mode=wal; pragma synchronous=full');
    db.exec(
      `pragma threads=${sortsInFiles ? 1 : 0}; pragma temp_store=${sortsInFiles ? 'file' : 'memory'}; pragma cache_size=-${cacheMegabytes * 1024}`,
    );
    return db;
  } catch (error) {
    throw asSqlError(error);
  }
}

/**
 * Copies a store at one moment into a new file. Writers continue meanwhile.
 * @throws SqlError if the store cannot be opened
 */
export function copySqlite(from: string, to: string): void {
  const db = connect(from, { readOnly: true });
  try {
    db.prepare('vacuum into ?').run(to);
  } finally {
    db.close();
  }
}
