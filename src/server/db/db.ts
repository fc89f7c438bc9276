import { Kysely, sql, type Dialect, type Transaction } from 'kysely';
import { newestRevision, sealRevisions } from './chain/seal.ts';
import { migrate } from './migrations/migrate.ts';
import { NormalisePlugin } from './normalise-plugin.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';
/** Reads; inside a transaction, that transaction. */
export type Reader = Kysely<Tables>;
/** The one way to write. Use nothing but it inside the work: another connection would wait for it for ever. */
export type Trx = Transaction<Tables>;

/** An open store. */
export interface Db {
  readonly engine: Engine;
  /** How a commit is kept, in words for the status page. */
  readonly durability: string;
  /** Where a process of its own can open it; absent where none can, as in memory. */
  readonly url?: string;
  readonly read: Reader;
  /** Runs the work as the only writer, in one transaction: all or nothing. A revision that it wrote joins the hash chain. */
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** Lets another process write: writes of this one wait for its end instead of failing against it. */
  standAside<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
/** What a query reads from: the store, or a transaction under way. */
export type Source = Db | Reader;
export const readerOf = (source: Source): Reader => ('engine' in source ? source.read : source);

/** Any fixed number: whoever holds it is the writer. */
const writerLock = 4_280_427;

export interface OpenOptions {
  readonly engine: Engine;
  readonly durability: string;
  readonly url?: string;
  readonly writer: Dialect;
  /** Opened after the migrations; absent: the writer's own connection answers reads. */
  readonly reader?: Dialect;
}

/** A store that is only read, as it stands: no table is made or changed. */
export const readOn = (dialect: Dialect): Reader => new Kysely<Tables>({ dialect, plugins: [new NormalisePlugin()] });

/** Opens a store on these dialects and brings its tables up to date. Knows no runtime: the browser passes its own port. */
export async function openOn(options: OpenOptions): Promise<Db> {
  const plugins = [new NormalisePlugin()];
  const writer = new Kysely<Tables>({ dialect: options.writer, plugins });
  const transact = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    writer.transaction().execute(async (trx) => {
      if (options.engine === 'postgres') await sql`select pg_advisory_xact_lock(${writerLock})`.execute(trx);
      return work(trx);
    });
  const write = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    transact(async (trx) => {
      const newest = await newestRevision(trx);
      const result = await work(trx);
      await sealRevisions(trx, newest);
      return result;
    });
  try {
    await transact((trx) => migrate(trx, options.engine));
  } catch (error) {
    await writer.destroy().catch(() => undefined);
    throw error;
  }
  const read = options.reader ? readOn(options.reader) : writer;
  return {
    engine: options.engine,
    durability: options.durability,
    ...(options.url === undefined ? {} : { url: options.url }),
    read,
    write,
    standAside: (work) => writer.connection().execute(work),
    async close() {
      if (read !== writer) await read.destroy();
      await writer.destroy();
    },
  };
}
