import { compact } from '#domain/values/compact.ts';
import type {
  InvitationResult,
  MadeInvitation,
  NewInvitation,
} from '#contract/accounts/schemas.ts';
import { takeInvitation } from '#server/accounts/invitation-store.ts';
import { findUserByLogin } from '#server/accounts/user-store.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Actor } from '#server/http/host.ts';
import { createInvitationLink, inviteByProvider } from './invite.ts';
import { requirePerson } from './service.ts';

/**
 * Checks how an invited person will sign in.
 * @returns the issuer that identifies the person; undefined for a link
 * @throws HttpProblem if no organisation is set up, or the invitation does not identify a person
 *   there
 */
function checkInvitationMethod(
  provider: AppDeps['identityProvider'],
  { login, way = 'link', subject }: NewInvitation,
): string | undefined {
  const rejectInput = (path: string, message: string, detail: string) =>
    problem('bad_request', detail, { errors: [{ path, message }] });
  if (way === 'link') {
    if (subject === undefined) return undefined;
    throw rejectInput(
      'subject',
      'needs way organisation',
      'Omit subject: a link is for anyone who holds it.',
    );
  }
  if (provider === undefined)
    throw rejectInput(
      'way',
      'is not set up',
      'Correct way: sign-in with an organisation needs HEADWAY_OIDC_ISSUER.',
    );
  if (subject === undefined && !login.includes('@'))
    throw rejectInput(
      'login',
      'must be an e-mail address, unless subject is set',
      'Invite an e-mail address that the organisation has verified, or give the subject by which it identifies the person. A user name can be chosen by anyone.',
    );
  return provider.issuer;
}

/**
 * Invites a person to a new account, or an account with a password to sign in with the
 * organisation.
 * @param inviter - the name on the invitation
 * @throws HttpProblem if the sign-in name is taken and its account can't move to the
 * organisation
 */
export async function invitePerson(
  { db, clock, identityProvider }: AppDeps,
  input: NewInvitation,
  actor: Actor,
  inviter: string,
): Promise<InvitationResult> {
  const { login, role, subject, way = 'link' } = input;
  return db.write(async (trx) => {
    const issuer = checkInvitationMethod(identityProvider, input);
    const user = await findUserByLogin(trx, login);
    const canMove = way === 'organisation' && user?.state === 'active' && user.password !== null;
    if (user !== undefined && !canMove)
      throw problem('conflict', 'An account with this sign-in name already exists.', {
        errors: [{ path: 'login', message: 'is taken' }],
      });
    const to =
      user === undefined
        ? { account: null, login, role }
        : { account: user.id, login: user.login, role: user.role };
    const now = clock();
    const invitation =
      issuer === undefined
        ? await createInvitationLink(trx, to, inviter, now)
        : await inviteByProvider(trx, { ...to, ...compact({ subject }), issuer }, inviter, now);
    await recordEvent(trx, {
      at: now.toISOString(),
      actor,
      kind: 'invited',
      object: login,
      detail: { role: to.role, by: way },
    });
    return invitation;
  });
}

/** Ends an invitation. @throws HttpProblem if it was used or has ended */
export async function endInvitation(
  { db, clock }: AppDeps,
  id: string,
  actor: Actor,
): Promise<void> {
  await db.write(async (trx) => {
    const invitation = await takeInvitation(trx, id);
    if (invitation === undefined)
      throw problem('not_found', 'This invitation was used or has ended.');
    await recordEvent(trx, {
      at: clock().toISOString(),
      actor,
      kind: 'invitation_ended',
      object: invitation.login,
    });
  });
}

/**
 * Creates a link by which a person sets a new password.
 * @throws HttpProblem if the person is unknown
 */
export async function createPasswordLink(
  { db, clock }: AppDeps,
  id: string | undefined,
  actor: Actor,
  inviter: string,
): Promise<MadeInvitation> {
  return db.write(async (trx) => {
    const { id: account, login, role, name } = await requirePerson(trx, id);
    const now = clock();
    const link = await createInvitationLink(trx, { account, login, role }, inviter, now);
    await recordEvent(trx, {
      at: now.toISOString(),
      actor,
      kind: 'password_asked',
      object: name,
    });
    return link;
  });
}
