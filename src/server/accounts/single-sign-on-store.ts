import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { foldLogin, userColumns, type User } from './user-store.ts';

/**
 * An attempt to sign in with the organisation that is under way: what its answer must fit.
 * `secret_hash`: of the browser's cookie.
 */
export interface SignOnAttempt {
  readonly secret_hash: string;
  readonly state_hash: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The path that was asked for before. */
  readonly return_to: string;
  readonly expires_at: string;
}
/** Keeps an attempt, and forgets those that are too old. */
export async function addSignOnAttempt(trx: Trx, attempt: SignOnAttempt, now: Date): Promise<void> {
  await trx
    .deleteFrom('single_sign_on_attempt')
    .where('expires_at', '<=', now.toISOString())
    .execute();
  await trx.insertInto('single_sign_on_attempt').values(attempt).execute();
}
/**
 * Takes the attempt of this browser and this state away, so that it is answered once; undefined
 * when there is none, or it is too old.
 */
export async function takeSignOnAttempt(
  trx: Trx,
  secretHash: string,
  stateHash: string,
  now: Date,
): Promise<SignOnAttempt | undefined> {
  const found = await trx
    .selectFrom('single_sign_on_attempt')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .where('state_hash', '=', stateHash)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  await trx.deleteFrom('single_sign_on_attempt').where('secret_hash', '=', secretHash).execute();
  return found.expires_at > now.toISOString() ? found : undefined;
}

export const findUserByIdentity = (
  source: Source,
  issuer: string,
  subject: string,
): Promise<User | undefined> =>
  getReader(source)
    .selectFrom('account')
    .select(userColumns)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
/** Whose identity an account is from now on. */
export const linkIdentity = (
  trx: Trx,
  account: string,
  issuer: string,
  subject: string,
): Promise<unknown> =>
  trx.updateTable('account').set({ issuer, subject }).where('id', '=', account).execute();
/** An account is nobody's identity any more. */
export const unlinkIdentity = (trx: Trx, account: string): Promise<unknown> =>
  trx
    .updateTable('account')
    .set({ issuer: null, subject: null })
    .where('id', '=', account)
    .execute();

/** What an invitation is matched by: never a user name, which people may choose themselves. */
export interface InvitedIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Verified by the issuer. */
  readonly email?: string;
}
/**
 * Finds the open invitation of an identity: one for its subject, else one for its verified e-mail
 * address, the same letters
 * but for case. An invitation made before invitations named an issuer holds for any.
 */
export async function findOrganisationInvitation(
  source: Source,
  { issuer, subject, email }: InvitedIdentity,
  now: Date,
) {
  const open = getReader(source)
    .selectFrom('invitation')
    .select(['id', 'account', 'login', 'role'])
    .where('way', '=', 'organisation')
    .where((eb) => eb.or([eb('issuer', '=', issuer), eb('issuer', 'is', null)]))
    .where('expires_at', '>', now.toISOString());
  const named = await open
    .where('subject', '=', subject)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  if (named !== undefined || email === undefined) return named;
  const found = await open
    .where('subject', 'is', null)
    .where('login_fold', '=', foldLogin(email))
    .executeTakeFirst();
  return found !== undefined && found.login.trim().toLowerCase() === email.toLowerCase()
    ? found
    : undefined;
}
