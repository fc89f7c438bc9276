import { Kysely, SqliteAdapter, type Dialect, type Transaction } from 'kysely';
import { CollectReadsPlugin } from './read-scope.ts';
import { NormalisePlugin } from '#server/db/schema/normalise-plugin.ts';
import type { Tables } from '#server/db/schema/tables.ts';

export type Engine = 'sqlite' | 'postgres';
/** Runs reads; within a transaction, in that transaction. */
export type Reader = Kysely<Tables>;
/**
 * A write transaction. Work in it must use no other connection, which would wait for it forever.
 */
export type Trx = Transaction<Tables>;

/** An open store. */
export interface Db {
  readonly engine: Engine;
  /** Describes how commits are made durable, for the status page. */
  readonly durability: string;
  /** The URL at which another process can open the store. Omitted for a store in memory. */
  readonly url?: string;
  readonly read: Reader;
  /**
   * Runs reads whose time does not depend on the size of the register. They never wait for long
   * reads.
   */
  readonly short: Reader;
  /** Runs the work as the only writer, in one transaction. Its revision joins the hash chain. */
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /**
   * Lets another process write during the work. Writes of this process wait for the end of the work
   * instead of failing.
   */
  standAside<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
/** The source of a query: the store, or a running transaction. */
export type Source = Db | Reader;
/** Returns the reader of a database or of a transaction. */
export const getReader = (source: Source): Reader => ('engine' in source ? source.read : source);

/** The engine of a reader. */
export const getEngine = (reader: Reader): Engine =>
  reader.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';

/** Makes a reader on a dialect. It creates and changes no tables. */
export const readOn = (dialect: Dialect): Reader =>
  new Kysely<Tables>({ dialect, plugins: [new NormalisePlugin(), new CollectReadsPlugin()] });
