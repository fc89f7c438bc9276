import { connect, type OpenOptions } from './connect.ts';
import { readOn, type Db, type Reader, type Trx } from './db.ts';
import { portDialect } from './dialects/port-dialect.ts';
import { checkDurable, postgresDialect, postgresPool } from './dialects/postgres.ts';
import { openSqlite } from './dialects/sqlite.ts';

export interface DatabaseLocation {
  /** A path of a SQLite file, `:memory:`, or `postgres://…`. */
  readonly url: string;
  /**
   * The longest time in ms of a read on PostgreSQL, or of its wait on SQLite. Omitted for no limit.
   */
  readonly longestRead?: number;
}

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);
/** A small cache: a process that reads or writes a register once gains little from it. */
const small = { cacheMegabytes: 16 } as const;
/** Opens a store that is up to date, to write in this thread. */
export const openWriter = ({ url }: DatabaseLocation): Promise<Db> =>
  isPostgres(url)
    ? connectPostgres({ url, completes_undos: false })
    : connect({
        engine: 'sqlite',
        durability: 'write-ahead log, synchronous=FULL',
        url,
        writer: portDialect(async () => [openSqlite(url, small)]),
      });

/** Opens a store that is up to date, to read in this thread. */
export const openReader = ({ url }: DatabaseLocation): Reader =>
  readOn(
    isPostgres(url)
      ? postgresDialect(() => postgresPool(url))
      : portDialect(async () => [openSqlite(url, { readOnly: true, ...small })]),
  );

export async function connectPostgres(
  { url, longestRead, completes_undos }: DatabaseLocation & Pick<OpenOptions, 'completes_undos'>,
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
      reader: postgresDialect(() => postgresPool(url, { most: 8, longestStatement: longestRead })),
      short: postgresDialect(() => postgresPool(url, { most: 2, longestStatement: longestRead })),
    },
    prepare,
  );
}
