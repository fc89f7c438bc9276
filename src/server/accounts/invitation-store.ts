import type { InvitationMethod } from '#contract/accounts/constants.ts';
import type { Role } from '#contract/core/rights.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { foldLogin } from './user-store.ts';

/** An open invitation. `account`: the account that gets a new password; null for a new account. */
export interface Invitation {
  readonly id: string;
  readonly account: string | null;
  readonly login: string;
  readonly role: Role;
  readonly way: InvitationMethod;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly invited_by: string;
  readonly created_at: string;
  readonly expires_at: string;
}
const columns = [
  'id',
  'account',
  'login',
  'role',
  'way',
  'issuer',
  'subject',
  'invited_by',
  'created_at',
  'expires_at',
] as const;

/** Stores an invitation with the hash of its secret. Ends an earlier one for the same person. */
export async function addInvitation(
  trx: Trx,
  invitation: Invitation & { readonly secret_hash: string },
): Promise<void> {
  const login_fold = foldLogin(invitation.login);
  await trx.deleteFrom('invitation').where('login_fold', '=', login_fold).execute();
  await trx
    .insertInto('invitation')
    .values({ ...invitation, login_fold })
    .execute();
}
/**
 * Finds the invitation of a secret.
 * @returns undefined if it was used, ended or expired, or does not exist
 */
export const findInvitation = (
  source: Source,
  secretHash: string,
  now: Date,
): Promise<Invitation | undefined> =>
  getReader(source)
    .selectFrom('invitation')
    .select(columns)
    .where('secret_hash', '=', secretHash)
    .where('way', '=', 'link')
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
/** Deletes an invitation. @returns the deleted invitation; undefined if it is gone */
export async function takeInvitation(trx: Trx, id: string): Promise<Invitation | undefined> {
  const row = await trx
    .selectFrom('invitation')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row !== undefined) await trx.deleteFrom('invitation').where('id', '=', id).execute();
  return row;
}
/** Deletes all invitations of an inviter. @returns the deleted invitations */
export async function takeInvitationsBy(trx: Trx, name: string): Promise<readonly Invitation[]> {
  const row = await trx
    .selectFrom('invitation')
    .select(columns)
    .where('invited_by', '=', name)
    .orderBy('id')
    .execute();
  await trx.deleteFrom('invitation').where('invited_by', '=', name).execute();
  return row;
}
/** Renames the inviter of invitations. */
export const renameInviter = (trx: Trx, from: string, to: string): Promise<unknown> =>
  trx.updateTable('invitation').set({ invited_by: to }).where('invited_by', '=', from).execute();
/** Lists the open invitations, newest first. */
export const listInvitations = (source: Source, now: Date): Promise<Invitation[]> =>
  getReader(source)
    .selectFrom('invitation')
    .select(columns)
    .where('expires_at', '>', now.toISOString())
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
