import { sql } from 'kysely';
import { getReader, type Source, type Trx } from './db.ts';

const makeEpoch = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(5)), (b) =>
    b.toString(16).padStart(2, '0'),
  ).join('');

/**
 * Reads the epoch of a store. A restored backup assigns numbers of versions and revisions again, so
 * a number is unique only together with its epoch.
 * @returns ten hexadecimal digits
 * @throws Error if the store has no epoch
 */
export async function readEpoch(source: Source): Promise<string> {
  const { rows } = await sql<{ epoch: string }>`select epoch from store_epoch`.execute(
    getReader(source),
  );
  const epoch = rows[0]?.epoch;
  if (epoch === undefined) throw new Error('The store has no epoch.');
  return epoch;
}

/** Gives a store an epoch if it has none. */
export async function ensureEpoch(trx: Trx): Promise<void> {
  await sql`insert into store_epoch (epoch) select ${makeEpoch()} where not exists (select 1 from store_epoch)`.execute(
    trx,
  );
}

/** Starts a new epoch after a restore. */
export async function renewEpoch(trx: Trx): Promise<void> {
  await sql`update store_epoch set epoch = ${makeEpoch()}`.execute(trx);
}
