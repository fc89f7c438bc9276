import { compact } from '#domain/values/compact.ts';
import { Kysely, sql, type Dialect } from 'kysely';
import { newestRevision, sealRevisions } from '#server/db/hash-chain/seal.ts';
import { type Db, type Engine, readOn, type Trx } from '#server/db/db.ts';
import { migrate } from './migration-store.ts';
import { NormalisePlugin } from '#server/db/schema/normalise-plugin.ts';
import { describeDamage, sqlErrorKind } from '#server/db/dialects/port.ts';
import { completeInBackground } from '#server/db/pending-undo.ts';
import type { Tables } from '#server/db/schema/tables.ts';

/** Any fixed number: whoever holds it is the writer. */
const writerLock = 4_280_427;

export interface OpenOptions {
  readonly engine: Engine;
  readonly durability: string;
  readonly url?: string;
  readonly writer: Dialect;
  /** Opened after the migrations; absent: the writer's own connection answers reads. */
  readonly reader?: Dialect;
  /** Answers short reads beside it; absent: `reader` does. */
  readonly short?: Dialect;
  /** Completes pending undos after they are answered; else the next change does, or whoever opens the store next. */
  readonly completes_undos?: boolean;
}

/** A store that can't be read as one, with the way on. */
export const damaged = (url: string | undefined, error: unknown): Error =>
  new Error(describeDamage(url === undefined ? 'The store' : `The store ${url}`, error), {
    cause: error,
  });

/** Opens a store on these dialects and brings its tables up to date. Knows no runtime: the browser passes its own port. */
export async function openOn(options: OpenOptions): Promise<Db> {
  const plugins = [new NormalisePlugin()];
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
    await transact((trx) => migrate(trx, options.engine));
  } catch (error) {
    await writer.destroy().catch(() => undefined);
    throw sqlErrorKind(error) === 'corrupt' ? damaged(options.url, error) : error;
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
