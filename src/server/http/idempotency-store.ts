import { getReader, type Source, type Trx } from '#server/db/db.ts';

/**
 * A stored response for repeated requests. `answer` is sealed with the Idempotency-Key, which is
 * not stored.
 */
export interface StoredAnswer {
  readonly owner: string;
  readonly key_hash: string;
  readonly body_hash: string;
  readonly status: number;
  readonly answer: string;
  readonly expires_at: string;
}
type Name = Pick<StoredAnswer, 'owner' | 'key_hash'>;

/**
 * Finds the stored response of a key that has not expired.
 * @returns undefined if the owner did not use the key, or if the response has expired by `now`
 */
export async function findStoredAnswer(
  source: Source,
  { owner, key_hash }: Name,
  now: Date,
): Promise<StoredAnswer | undefined> {
  return getReader(source)
    .selectFrom('idempotency_answer')
    .selectAll()
    .where('owner', '=', owner)
    .where('key_hash', '=', key_hash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
}

/** Stores a response and deletes expired ones. An existing response of the key stays. */
export async function storeAnswer(trx: Trx, answer: StoredAnswer, now: Date): Promise<void> {
  await trx.deleteFrom('idempotency_answer').where('expires_at', '<=', now.toISOString()).execute();
  await trx
    .insertInto('idempotency_answer')
    .values(answer)
    .onConflict((c) => c.columns(['owner', 'key_hash']).doNothing())
    .execute();
}
