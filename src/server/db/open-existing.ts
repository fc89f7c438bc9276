import { connect, type OpenOptions } from './connect.ts';
import { readOn, type Db, type Reader, type Trx } from './db.ts';
import { portDialect } from './dialects/port-dialect.ts';
import { checkDurable, postgresDialect, postgresPool } from './dialects/postgres.ts';
import { openSqlite } from './dialects/sqlite.ts';
import { openSqliteWorker } from './dialects/sqlite-worker.ts';

export interface DatabaseLocation {
  /** A path of a SQLite file, `:memory:`, or `postgres://…`. */
  readonly url: string;
  /** The most ms that a read may run on PostgreSQL or wait on SQLite. Omit it for no limit. */
  readonly longestRead?: number;
}

/** Whether an address belongs to PostgreSQL. Any other is the path of a SQLite file. */
export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);
/** A process that reads or writes a register once gains little from a larger cache. */
const small = { cacheMegabytes: 16 } as const;
/**
 * Opens an up-to-date store for writing.
 * @param inThread - whether SQLite stores in a thread of its own, beside the preparation of rows. It
 * costs 30 ms and 10 MB.
 * @throws Error if PostgreSQL may lose what it confirmed; the error of the store if it cannot be
 * opened
 */
export const openWriter = ({ url }: DatabaseLocation, inThread = false): Promise<Db> =>
  isPostgres(url)
    ? connectPostgres({ url, completes_undos: false })
    : connect({
        engine: 'sqlite',
        durability: 'write-ahead log, synchronous=FULL',
        url,
        writer: portDialect(async () => [
          (inThread ? openSqliteWorker : openSqlite)(url, { ...small, sortsInFiles: true }),
        ]),
      });

/**
 * Opens an up-to-date store for reading in this thread.
 * @throws SqlError if the file cannot be opened
 */
export const openReader = ({ url }: DatabaseLocation): Reader =>
  readOn(
    isPostgres(url)
      ? postgresDialect(() => postgresPool(url))
      : portDialect(async () => [openSqlite(url, { readOnly: true, ...small })]),
  );

export interface PostgresOptions extends DatabaseLocation, Pick<OpenOptions, 'completes_undos'> {
  /** The most connections that read at once; 8 when omitted. */
  readonly readers?: number;
}
/** Opens a store on PostgreSQL. @throws Error if the server may lose what it confirmed */
export async function connectPostgres(
  { url, longestRead, completes_undos, readers = 8 }: PostgresOptions,
  prepare?: (trx: Trx) => Promise<void>,
): Promise<Db> {
  const pool = await postgresPool(url);
  try {
    await checkDurable(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return connect(
    {
      engine: 'postgres',
      completes_undos: completes_undos === true,
      durability: 'fsync=on, synchronous_commit=on',
      url,
      writer: postgresDialect(pool),
      reader: postgresDialect(() =>
        postgresPool(url, { most: readers, longestStatement: longestRead }),
      ),
      short: postgresDialect(() => postgresPool(url, { most: 2, longestStatement: longestRead })),
    },
    prepare,
  );
}
