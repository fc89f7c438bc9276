import { passwordLength } from '#contract/accounts/constants.ts';
import type { InvitationDetails } from '#contract/accounts/schemas.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret, newId } from '#server/core/secrets.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  findInvitation,
  takeInvitation,
  type Invitation,
} from '#server/accounts/invitation-store.ts';
import { hasSecondFactor } from '#server/accounts/second-factor-store.ts';
import { endSessions, forgetDevices } from '#server/accounts/session-store.ts';
import { unlinkIdentity } from '#server/accounts/single-sign-on-store.ts';
import {
  addUser,
  changeUser,
  findUser,
  findUserByLogin,
  foldLogin,
  type User,
} from '#server/accounts/user-store.ts';
import { continueAfterPassword } from './pending-sign-in.ts';
import { requireFreeName } from '#server/accounts/available-name.ts';
import type { Browser, SignInAnswer } from '#server/accounts/sessions/create-session.ts';
import { readDisplayedZone } from '#server/zone/displayed-zone-service.ts';
import { hashNewPassword } from './new-password.ts';
import type { SignInContext } from './confirm-password.ts';

const makeProblem = () =>
  problem('not_found', 'This invitation was used or has ended. Ask for a new one.', {
    guessed: true,
  });

async function requireInvitation({ db, clock }: AppDeps, secret: string): Promise<Invitation> {
  const invitation = await findInvitation(db, await hashSecret(secret), clock());
  if (invitation === undefined) throw makeProblem();
  return invitation;
}

/**
 * Describes an invitation to the holder of its secret.
 * @throws HttpProblem if the invitation is used, ended or unknown
 */
export async function describeInvitation(
  deps: AppDeps,
  secret: string,
): Promise<InvitationDetails> {
  const { account, login, role } = await requireInvitation(deps, secret);
  const owner = account === null ? undefined : await findUser(deps.db, account);
  const zone = (await readDisplayedZone(deps.db))?.name;
  const zoneName = zone === undefined ? {} : { zone };
  if (owner === undefined)
    return { kind: 'account', login, role, ...zoneName, least: passwordLength.least };
  const hasFactor = await hasSecondFactor(deps.db, owner.id);
  return {
    kind: 'password',
    login,
    role,
    name: owner.name,
    ...zoneName,
    least: hasFactor ? passwordLength.leastWithSecondFactor : passwordLength.least,
  };
}

/** Sets a new password of an existing account. Ends its sessions and forgets its known browsers. */
async function setNewPassword(trx: Trx, owner: User, password: string, at: string): Promise<User> {
  const user = await changeUser(trx, owner, { password });
  await endSessions(trx, user.id);
  await forgetDevices(trx, user.id);
  await recordEvent(trx, { at, actor: user, kind: 'password_changed' });
  // an account without a password signed in with the organisation; the new password replaces that
  if (owner.password === null) {
    await unlinkIdentity(trx, user.id);
    await recordEvent(trx, { at, actor: user, kind: 'organisation_unlinked' });
  }
  return user;
}

/** Creates the account of an invitation. */
async function createInvitedAccount(
  trx: Trx,
  { login, role }: Pick<Invitation, 'login' | 'role'>,
  name: string | undefined,
  password: string,
  at: string,
): Promise<User> {
  if (name === undefined)
    throw problem('bad_request', 'Correct name: enter your name.', {
      errors: [{ path: 'name', message: 'is missing' }],
    });
  if ((await findUserByLogin(trx, login)) !== undefined)
    throw problem('conflict', 'An account with this sign-in name already exists.');
  await requireFreeName(trx, name);
  const user = await addUser(trx, { id: newId('u'), login, name, role, password, created_at: at });
  await recordEvent(trx, { at, actor: user, kind: 'invitation_accepted', detail: { role } });
  return user;
}

interface AcceptInput {
  readonly secret: string;
  readonly name?: string;
  readonly password: string;
}
/**
 * Creates the account of an invitation, or sets its password. Then signs its owner in, or begins a
 * pending sign-in if a second factor is required.
 * @throws HttpProblem if the invitation is used, ended or unknown
 */
export async function acceptInvitation(
  { deps, signInThrottle }: SignInContext,
  { secret, name, password: newPassword }: AcceptInput,
  browser: Omit<Browser, 'session'>,
): Promise<SignInAnswer> {
  const now = deps.clock();
  const invitation = await requireInvitation(deps, secret);
  const ownName =
    invitation.account === null ? name : (await findUser(deps.db, invitation.account))?.name;
  const hasFactor =
    invitation.account !== null && (await hasSecondFactor(deps.db, invitation.account));
  const password = await hashNewPassword(
    deps,
    newPassword,
    [invitation.login, ownName ?? ''],
    hasFactor,
  );
  const sessionAnswer = await deps.db.write(async (trx) => {
    // deleted under the write lock: of two concurrent requests, one finds it gone
    const isTaken = await takeInvitation(trx, invitation.id);
    if (isTaken === undefined) throw makeProblem();
    const owner = isTaken.account === null ? undefined : await findUser(trx, isTaken.account);
    const at = now.toISOString();
    const user =
      owner === undefined
        ? await createInvitedAccount(trx, isTaken, name, password, at)
        : await setNewPassword(trx, owner, password, at);
    return continueAfterPassword(trx, user, newPassword, { ...browser, session: undefined }, now);
  });
  await signInThrottle.forget(foldLogin(invitation.login));
  return sessionAnswer;
}
