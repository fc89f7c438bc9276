import { getReader, type Source, type Trx } from '#server/db/db.ts';

const minute = 60_000;
/** Lifetimes of a pending sign-in in milliseconds: to enter a second factor, and to set one up. */
export const pendingSignInLife = { second_step: 5 * minute, set_up: 15 * minute } as const;
export type PendingPurpose = keyof typeof pendingSignInLife;

/**
 * A sign-in that passed the password but not the second factor. It grants nothing that a session
 * grants, so it has its own table.
 */
export interface PendingSignIn {
  readonly secret_hash: string;
  readonly account: string;
}
/** Stores a pending sign-in and deletes expired ones. */
export async function addPendingSignIn(
  trx: Trx,
  pending: PendingSignIn,
  purpose: PendingPurpose,
  now: Date,
): Promise<void> {
  await trx.deleteFrom('half_session').where('expires_at', '<=', now.toISOString()).execute();
  const expires_at = new Date(now.getTime() + pendingSignInLife[purpose]).toISOString();
  await trx
    .insertInto('half_session')
    .values({ ...pending, purpose, expires_at })
    .execute();
}
/**
 * Finds a sign-in that waits for its second factor and has not expired.
 * @returns undefined for another purpose too
 */
export const findPendingSignIn = (
  source: Source,
  secretHash: string,
  purpose: PendingPurpose,
  now: Date,
): Promise<PendingSignIn | undefined> =>
  getReader(source)
    .selectFrom('half_session')
    .select(['secret_hash', 'account'])
    .where('secret_hash', '=', secretHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
/**
 * Deletes a completed pending sign-in.
 * @returns false if it is gone: of two concurrent requests that complete it, one succeeds
 */
export async function endPendingSignIn(trx: Trx, { secret_hash }: PendingSignIn): Promise<boolean> {
  return (
    (await trx.deleteFrom('half_session').where('secret_hash', '=', secret_hash).executeTakeFirst())
      .numDeletedRows > 0n
  );
}
/** Deletes all pending sign-ins of an account. */
export const endPendingSignIns = (trx: Trx, account: string): Promise<unknown> =>
  trx.deleteFrom('half_session').where('account', '=', account).execute();
