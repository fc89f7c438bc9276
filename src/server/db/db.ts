import { Kysely, SqliteAdapter, type Dialect, type Transaction } from 'kysely';
import { CollectReadsPlugin } from './read-scope.ts';
import { NormalisePlugin } from '#server/db/schema/normalise-plugin.ts';
import type { Tables } from '#server/db/schema/tables.ts';

export type Engine = 'sqlite' | 'postgres';
/** Reads; inside a transaction, through that transaction. */
export type Reader = Kysely<Tables>;
/**
 * A write transaction. Use only this inside the work: another connection would wait for it forever.
 */
export type Trx = Transaction<Tables>;

/** An open store. */
export interface Db {
  readonly engine: Engine;
  /** How commits are made durable, for the status page. */
  readonly durability: string;
  /** Where another process can open it. Omitted when none can, as in memory. */
  readonly url?: string;
  readonly read: Reader;
  /**
   * Reads that take the same time in a register of any size. They are answered while long reads
   * run.
   */
  readonly short: Reader;
  /** Runs the work as the only writer, in one transaction. Its revision joins the hash chain. */
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** Lets another process write. Writes of this process wait for its end instead of failing. */
  standAside<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
/** The source of a query: the store, or a running transaction. */
export type Source = Db | Reader;
export const getReader = (source: Source): Reader => ('engine' in source ? source.read : source);

/** The engine of a reader. */
export const getEngine = (reader: Reader): Engine =>
  reader.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';

/** A read-only store: no table is created or changed. */
export const readOn = (dialect: Dialect): Reader =>
  new Kysely<Tables>({ dialect, plugins: [new NormalisePlugin(), new CollectReadsPlugin()] });
