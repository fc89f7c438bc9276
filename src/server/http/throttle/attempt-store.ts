import { sql } from 'kysely';
import type { Reader, Trx } from '#server/db/db.ts';
import {
  mostKeys,
  noAttempts,
  type AttemptChange,
  type AttemptStore,
  type Attempts,
} from './attempts.ts';

/** One in this many changes deletes the oldest keys. */
const purgeEvery = 500;

async function find(reader: Reader, hashes: readonly string[]): Promise<Attempts[]> {
  const rows = await reader
    .selectFrom('attempt')
    .select(['key_hash', 'times_json', 'in_row'])
    .where('key_hash', 'in', hashes)
    .execute();
  const rowsByKey = new Map(rows.map((row) => [row.key_hash, row]));
  return hashes.map((hash) => {
    const row = rowsByKey.get(hash);
    return row === undefined ? noAttempts : { times: row.times_json, in_row: row.in_row };
  });
}
async function put(
  trx: Trx,
  hashes: readonly string[],
  next: readonly Attempts[],
  seen_at: string,
): Promise<void> {
  for (const [i, key_hash] of hashes.entries()) {
    const { times, in_row } = next[i] ?? noAttempts;
    const row = { times_json: JSON.stringify(times), in_row, seen_at };
    await trx
      .insertInto('attempt')
      .values({ key_hash, ...row })
      .onConflict((conflict) => conflict.column('key_hash').doUpdateSet(row))
      .execute();
  }
}
/** Deletes the keys that were used least recently. */
const purge = (trx: Trx): Promise<unknown> =>
  sql`delete from attempt where seen_at < (
    select seen_at from attempt order by seen_at desc offset ${sql.lit(mostKeys)} limit 1)`.execute(
    trx,
  );

/**
 * Stores attempts in PostgreSQL, so that all servers of a store share their limits. It never waits
 * for changes of the register.
 */
export class DatabaseAttemptStore implements AttemptStore {
  readonly #reader: Reader;
  readonly #hash: (key: string) => string;
  readonly #clock: () => Date;
  #changes = 0;
  /** @param hash - hides names and addresses; it must be the same on all servers of a store */
  constructor(reader: Reader, hash: (key: string) => string, clock: () => Date) {
    this.#reader = reader;
    this.#hash = hash;
    this.#clock = clock;
  }

  async change<T>(
    keys: readonly string[],
    work: (attempts: readonly Attempts[]) => AttemptChange<T>,
  ): Promise<T> {
    const hashes = keys.map(this.#hash);
    // an attempt over its limit changes nothing and costs one read
    const first = work(await find(this.#reader, hashes));
    if (first.next === undefined) return first.result;
    return this.#reader.transaction().execute(async (trx) => {
      for (const hash of hashes.toSorted())
        await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`.execute(trx);
      const { result, next } = work(await find(trx, hashes));
      if (next !== undefined) await put(trx, hashes, next, this.#clock().toISOString());
      this.#changes += 1;
      if (this.#changes % purgeEvery === 0) await purge(trx);
      return result;
    });
  }
}
