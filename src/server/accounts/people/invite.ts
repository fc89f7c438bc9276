import type { InvitationResult, MadeInvitation } from '#contract/accounts/schemas.ts';
import type { Role } from '#contract/core/rights.ts';
import type { Trx } from '#server/db/db.ts';
import { hashSecret, newId, newSecret } from '#server/core/secrets.ts';
import { addInvitation } from '#server/accounts/invitation-store.ts';

const day = 24 * 60 * 60 * 1000;
const life = { account: 7 * day, password: day, organisation: 30 * day } as const;
/** Where an invitation is accepted; its secret stands after the #. */
const joinPage = '/join';

export interface InvitationInput {
  /** The account that gets a new password; null: a new account. */
  readonly account: string | null;
  readonly login: string;
  readonly role: Role;
}
/** Makes a link that its holder makes an account or a new password with, once. Its secret is in the answer and nowhere else. */
export async function createInvitationLink(
  trx: Trx,
  to: InvitationInput,
  by: string,
  now: Date,
): Promise<MadeInvitation> {
  const secret = newSecret();
  const expires_at = new Date(
    now.getTime() + (to.account === null ? life.account : life.password),
  ).toISOString();
  await addInvitation(trx, {
    ...to,
    issuer: null,
    subject: null,
    way: 'link',
    id: newId('i'),
    secret_hash: await hashSecret(secret),
    invited_by: by,
    created_at: now.toISOString(),
    expires_at,
  });
  return { address: `${joinPage}#${secret}`, expires_at };
}

/** A person whom the organisation identifies: by its subject, or, without one, by a verified e-mail address, the sign-in name. */
export interface ProviderInvitationInput extends InvitationInput {
  readonly issuer: string;
  readonly subject?: string;
}
/** Lets somebody make an account, or leave the password of theirs, by signing in with the organisation. Nothing is sent, and nobody holds a secret. */
export async function inviteByProvider(
  trx: Trx,
  { subject, ...to }: ProviderInvitationInput,
  by: string,
  now: Date,
): Promise<InvitationResult> {
  const expires_at = new Date(now.getTime() + life.organisation).toISOString();
  await addInvitation(trx, {
    ...to,
    subject: subject ?? null,
    way: 'organisation',
    id: newId('i'),
    secret_hash: await hashSecret(newSecret()),
    invited_by: by,
    created_at: now.toISOString(),
    expires_at,
  });
  return { expires_at };
}
