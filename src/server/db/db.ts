import { Kysely, SqliteAdapter, type Dialect, type Transaction } from 'kysely';
import { NormalisePlugin } from '#server/db/schema/normalise-plugin.ts';
import type { Tables } from '#server/db/schema/tables.ts';

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
  /** Reads that take the same time in a register of any size: they are answered while long ones run. */
  readonly short: Reader;
  /** Runs the work as the only writer, in one transaction: all or nothing. A revision that it wrote joins the hash chain. */
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** Lets another process write: writes of this one wait for its end instead of failing against it. */
  standAside<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
/** What a query reads from: the store, or a transaction under way. */
export type Source = Db | Reader;
export const readerOf = (source: Source): Reader => ('engine' in source ? source.read : source);

/** The engine that a reader asks. */
export const engineOf = (reader: Reader): Engine =>
  reader.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';

/** A store that is only read, as it stands: no table is made or changed. */
export const readOn = (dialect: Dialect): Reader =>
  new Kysely<Tables>({ dialect, plugins: [new NormalisePlugin()] });
