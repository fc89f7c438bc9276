import type { InvitationResult, MadeInvitation } from '#contract/accounts/schemas.ts';
import type { Role } from '#contract/core/rights.ts';
import type { Trx } from '#server/db/db.ts';
import { hashSecret, newId, newSecret } from '#server/core/secrets.ts';
import { addInvitation } from '#server/accounts/invitation-store.ts';

const day = 24 * 60 * 60 * 1000;
const life = { account: 7 * day, password: day, organisation: 30 * day } as const;
/** The page that accepts an invitation. The secret follows the #. */
const joinPage = '/join';

export interface InvitationInput {
  /** The account that gets a new password; null for a new account. */
  readonly account: string | null;
  readonly login: string;
  readonly role: Role;
}
/**
 * Creates a link that makes an account or sets a new password once. Only this response holds its
 * secret.
 */
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

/**
 * A person whom the organisation identifies: by `subject`, else by the sign-in name, which is a
 * verified e-mail address.
 */
export interface ProviderInvitationInput extends InvitationInput {
  readonly issuer: string;
  readonly subject?: string;
}
/**
 * Invites a person to sign in with the organisation, with a new account or instead of a password.
 * There is no link and no secret.
 */
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
