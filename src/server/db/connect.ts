import { compact } from '#domain/values/compact.ts';
import { Kysely, sql, type Dialect } from 'kysely';
import { newestRevision, sealRevisions } from './hash-chain/seal.ts';
import { type Db, type Engine, readOn, type Trx } from './db.ts';
import { CollectReadsPlugin } from './read-scope.ts';
import { NormalisePlugin } from './schema/normalise-plugin.ts';
import { describeDamage, sqlErrorKind } from './dialects/port.ts';
import { completeInBackground } from './pending-undo.ts';
import type { Tables } from './schema/tables.ts';

/** The number of the PostgreSQL lock that the writer holds. */
export const writerLock = 4_280_427;

export interface OpenOptions {
  readonly engine: Engine;
  readonly durability: string;
  readonly url?: string;
  readonly writer: Dialect;
  /** The dialect of reads, opened after `prepare`. Omitted if reads use the writer's connection. */
  readonly reader?: Dialect;
  /** The dialect of short reads. Omitted if they use `reader`. */
  readonly short?: Dialect;
  /**
   * Whether pending undos are completed after their response. Otherwise the next change or the next
   * start completes them.
   */
  readonly completes_undos?: boolean;
}

/** Makes the error of a damaged store, which says what to do next. */
export const damageError = (url: string | undefined, error: unknown): Error =>
  new Error(describeDamage(url === undefined ? 'The store' : `The store ${url}`, error), {
    cause: error,
  });

/**
 * Connects to a store on these dialects. It depends on no runtime, since the browser passes its own
 * port.
 * @param prepare - runs in a transaction of the writer before the first read, as a migration does
 * @throws a damage error that names the store if the store is corrupt, else the error of the driver
 */
export async function connect(
  options: OpenOptions,
  prepare?: (trx: Trx) => Promise<void>,
): Promise<Db> {
  const plugins = [new NormalisePlugin(), new CollectReadsPlugin()];
  const writer = new Kysely<Tables>({ dialect: options.writer, plugins });
  const transact = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    writer.transaction().execute(async (trx) => {
      if (options.engine === 'postgres')
        await sql`select pg_advisory_xact_lock(${writerLock})`.execute(trx);
      return work(trx);
    });
  const write = async <T>(work: (trx: Trx) => Promise<T>): Promise<T> => {
    const { result, is_whole } = await transact(async (trx) => {
      const newest = await newestRevision(trx);
      return { result: await work(trx), is_whole: await sealRevisions(trx, newest) };
    });
    if (!is_whole && options.completes_undos === true) void completeInBackground({ read, write });
    return result;
  };
  try {
    if (prepare !== undefined) await transact(prepare);
  } catch (error) {
    await writer.destroy().catch(() => undefined);
    throw sqlErrorKind(error) === 'corrupt' ? damageError(options.url, error) : error;
  }
  const read = options.reader ? readOn(options.reader) : writer;
  const short = options.short ? readOn(options.short) : read;
  return {
    engine: options.engine,
    durability: options.durability,
    ...compact({ url: options.url }),
    read,
    short,
    write,
    standAside: (work) => writer.connection().execute(work),
    async close() {
      if (short !== read) await short.destroy();
      if (read !== writer) await read.destroy();
      await writer.destroy();
    },
  };
}
