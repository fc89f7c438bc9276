import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { foldLogin, userColumns, type User } from './user-store.ts';

/**
 * A sign-on with the organisation in progress, with the values that the organisation's answer must
 * match. `secret_hash` is the hash of the browser's cookie.
 */
export interface SignOnAttempt {
  readonly secret_hash: string;
  readonly state_hash: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The path to return to. */
  readonly return_to: string;
  readonly expires_at: string;
}
/** Stores an attempt and deletes expired ones. */
export async function addSignOnAttempt(trx: Trx, attempt: SignOnAttempt, now: Date): Promise<void> {
  await trx
    .deleteFrom('single_sign_on_attempt')
    .where('expires_at', '<=', now.toISOString())
    .execute();
  await trx.insertInto('single_sign_on_attempt').values(attempt).execute();
}
/**
 * Takes the attempt of a browser and a state, and deletes it, so that it accepts one answer only.
 * @returns undefined if there is none or it has expired
 */
export async function takeSignOnAttempt(
  trx: Trx,
  secretHash: string,
  stateHash: string,
  now: Date,
): Promise<SignOnAttempt | undefined> {
  const attempt = await trx
    .selectFrom('single_sign_on_attempt')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .where('state_hash', '=', stateHash)
    .executeTakeFirst();
  if (attempt === undefined) return undefined;
  await trx.deleteFrom('single_sign_on_attempt').where('secret_hash', '=', secretHash).execute();
  return attempt.expires_at > now.toISOString() ? attempt : undefined;
}

/**
 * Finds the account that is linked to a subject of an identity provider.
 * @returns undefined if no account is linked to it
 */
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
/** Links an account to an identity. */
export const linkIdentity = (
  trx: Trx,
  account: string,
  issuer: string,
  subject: string,
): Promise<unknown> =>
  trx.updateTable('account').set({ issuer, subject }).where('id', '=', account).execute();
/** Unlinks an account from its identity. */
export const unlinkIdentity = (trx: Trx, account: string): Promise<unknown> =>
  trx
    .updateTable('account')
    .set({ issuer: null, subject: null })
    .where('id', '=', account)
    .execute();

/**
 * The identity that an invitation must match. It is never a user name, since people choose those
 * themselves.
 */
export interface InvitedIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** An address that the issuer has verified. */
  readonly email?: string;
}
/**
 * Finds the open invitation of an identity: by its subject, else by its verified e-mail address,
 * ignoring case. An invitation without an issuer is valid for any issuer.
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
  const bySubject = await open
    .where('subject', '=', subject)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  if (bySubject !== undefined || email === undefined) return bySubject;
  const freeInvitation = await open
    .where('subject', 'is', null)
    .where('login_fold', '=', foldLogin(email))
    .executeTakeFirst();
  return freeInvitation !== undefined &&
    freeInvitation.login.trim().toLowerCase() === email.toLowerCase()
    ? freeInvitation
    : undefined;
}
