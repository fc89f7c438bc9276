import type { Text } from '#domain/values/language.ts';
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
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { readZone } from '#server/zone/store.ts';
import { hashNewPassword } from './new-password.ts';
import type { SignInContext } from './confirm-password.ts';

const ended = () =>
  problem('not_found', 'This invitation was used or has ended: ask for a new one.', {
    guessed: true,
  });

async function requireInvitation({ db, clock }: AppDeps, secret: string): Promise<Invitation> {
  const found = await findInvitation(db, await hashSecret(secret), clock());
  if (found === undefined) throw ended();
  return found;
}

/** The name of the zone that is shown; undefined while there is none. */
async function zoneName({ db }: AppDeps): Promise<Text | undefined> {
  const origin = await readChosenOrigin(db);
  return origin === null ? undefined : (await readZone(db, origin))?.name;
}

/** What an invitation is for, to who holds its secret. */
export async function describeInvitation(
  deps: AppDeps,
  secret: string,
): Promise<InvitationDetails> {
  const { account, login, role } = await requireInvitation(deps, secret);
  const owner = account === null ? undefined : await findUser(deps.db, account);
  const zone = await zoneName(deps);
  const named = zone === undefined ? {} : { zone };
  if (owner === undefined)
    return { kind: 'account', login, role, ...named, least: passwordLength.least };
  const beside = await hasSecondFactor(deps.db, owner.id);
  return {
    kind: 'password',
    login,
    role,
    name: owner.name,
    ...named,
    least: beside ? passwordLength.leastBeside : passwordLength.least,
  };
}

/** A new password for an account that is there: all that was signed in with the old one ends. */
async function setNewPassword(trx: Trx, owner: User, password: string, at: string): Promise<User> {
  const user = await changeUser(trx, owner, { password });
  await endSessions(trx, user.id);
  await forgetDevices(trx, user.id);
  await recordEvent(trx, { at, actor: user, kind: 'password_changed' });
  // an admin gave up the organisation for this account: from now on its word lets nobody in here
  if (owner.password === null) {
    await unlinkIdentity(trx, user.id);
    await recordEvent(trx, { at, actor: user, kind: 'organisation_unlinked' });
  }
  return user;
}

/** The account that an invitation makes. */
async function createInvitedAccount(
  trx: Trx,
  { login, role }: Pick<Invitation, 'login' | 'role'>,
  name: string | undefined,
  password: string,
  at: string,
): Promise<User> {
  if (name === undefined)
    throw problem('bad_request', 'Correct name: say who you are.', {
      errors: [{ path: 'name', message: 'is missing' }],
    });
  if ((await findUserByLogin(trx, login)) !== undefined)
    throw problem('conflict', 'There is an account of this sign-in name already.');
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
 * Makes the account, or sets the password, that an invitation is for, and lets its owner in as far
 * as the password alone does.
 */
export async function acceptInvitation(
  { deps, signInThrottle }: SignInContext,
  { secret, name, password: typed }: AcceptInput,
  browser: Omit<Browser, 'session'>,
): Promise<SignInAnswer> {
  const now = deps.clock();
  const found = await requireInvitation(deps, secret);
  const named = found.account === null ? name : (await findUser(deps.db, found.account))?.name;
  const beside = found.account !== null && (await hasSecondFactor(deps.db, found.account));
  const password = await hashNewPassword(deps, typed, [found.login, named ?? ''], beside);
  const opened = await deps.db.write(async (trx) => {
    // taken under the writer's lock: of two that use it at once, one finds it gone
    const taken = await takeInvitation(trx, found.id);
    if (taken === undefined) throw ended();
    const owner = taken.account === null ? undefined : await findUser(trx, taken.account);
    const at = now.toISOString();
    const user =
      owner === undefined
        ? await createInvitedAccount(trx, taken, name, password, at)
        : await setNewPassword(trx, owner, password, at);
    return continueAfterPassword(trx, user, typed, { ...browser, session: undefined }, now);
  });
  signInThrottle.forget(foldLogin(found.login));
  return opened;
}
