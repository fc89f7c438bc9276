/**
 * A value that every engine binds in the same way. Safe integers are bound as bigint, so that 7 / ?
 * is an integer division on every engine.
 */
export type SqlValue = null | number | bigint | string | Uint8Array;
export interface SqlResult {
  readonly rows: Record<string, unknown>[];
  readonly changes: bigint;
}
/**
 * The interface between the queries and a SQLite: one connection, which runs one statement at a
 * time.
 */
export interface SqlPort {
  exec(sql: string, parameters: readonly SqlValue[]): SqlResult | Promise<SqlResult>;
  /**
   * Runs a statement once for each row, on another thread. If a row fails, every later request fails
   * with the same error until a rollback. So nobody need await it before the next request.
   */
  insert?(sql: string, rows: readonly (readonly unknown[])[]): Promise<unknown>;
  close(): void | Promise<void>;
}

/** Converts a value for binding. @throws Error for a value that would silently become NULL */
export function bindable(value: unknown): SqlValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'bigint' ||
    value instanceof Uint8Array
  )
    return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new TypeError('a number that is not finite cannot be stored');
    return Number.isSafeInteger(value) ? BigInt(value) : value;
  }
  throw new TypeError(`a value of type ${typeof value} cannot be stored`);
}

export type SqlErrorKind =
  | 'unique'
  | 'check'
  | 'foreign'
  | 'not_null'
  | 'busy'
  | 'full'
  | 'readonly'
  | 'corrupt'
  | 'slow'
  | 'unavailable'
  | 'other';

/** An error of a SQLite, with its extended code. */
export class SqlError extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.name = 'SqlError';
    this.code = code;
  }
}

const sqliteKinds: Readonly<Record<number, SqlErrorKind>> = {
  1555: 'unique',
  2067: 'unique',
  275: 'check',
  787: 'foreign',
  1299: 'not_null',
};
/**
 * Kinds of errors by primary code, which is the low byte: BUSY, LOCKED, READONLY, INTERRUPT, IOERR,
 * CORRUPT, FULL, CANTOPEN, NOTADB.
 */
const sqlitePrimary: Readonly<Record<number, SqlErrorKind>> = {
  5: 'busy',
  6: 'busy',
  8: 'readonly',
  9: 'slow',
  10: 'unavailable',
  11: 'corrupt',
  13: 'full',
  14: 'unavailable',
  26: 'corrupt',
};
const postgresKinds: Readonly<Record<string, SqlErrorKind>> = {
  '23505': 'unique',
  '23514': 'check',
  '23503': 'foreign',
  '23502': 'not_null',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '53100': 'full',
  XX001: 'corrupt',
  XX002: 'corrupt',
  '25006': 'readonly',
  '57014': 'slow',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '53300': 'unavailable',
  '08000': 'unavailable',
  '08003': 'unavailable',
  '08006': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ENOENT: 'unavailable',
  EPIPE: 'unavailable',
  ETIMEDOUT: 'unavailable',
};

/** The code of PostgreSQL for a connection that failed. */
export const connectionFailure = '08006';
/** Messages of the PostgreSQL driver for a connection that ended or failed. They have no code. */
const connectionLost =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * Finds the kind of a store error, which is the same for both engines.
 * @returns undefined for other errors
 */
export function sqlErrorKind(error: unknown): SqlErrorKind | undefined {
  if (error instanceof SqlError)
    return sqliteKinds[error.code] ?? sqlitePrimary[error.code & 255] ?? 'other';
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string')
    return error instanceof Error && connectionLost.test(error.message) ? 'unavailable' : undefined;
  return postgresKinds[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? 'other' : undefined);
}
/** Whether the connection to the server of a store could not be made, or ended. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof SqlError || sqlErrorKind(error) !== 'unavailable') return false;
  const { code, syscall } = error as { readonly code?: string; readonly syscall?: string };
  // a file can be missing or a pipe closed, too
  return (
    code === undefined || !/^E[A-Z]+$/.test(code) || syscall === 'connect' || syscall === 'read'
  );
}
/**
 * Describes a damaged store for operators.
 * @param store - names the damaged store, for example `The store /data/headway.db`
 */
export const describeDamage = (store: string, error: unknown): string =>
  `${store} is damaged, or is no store of Headway (${error instanceof Error ? error.message : String(error)}). Move it away and restore the newest backup: npm run headway -- restore FOLDER.`;
/** Whether a later attempt may succeed, so that the response is 503. */
export function isStoreUnavailable(error: unknown): boolean {
  const kind = sqlErrorKind(error);
  return (
    kind === 'busy' ||
    kind === 'full' ||
    kind === 'readonly' ||
    kind === 'slow' ||
    kind === 'unavailable'
  );
}
