import { compact } from '#domain/values/compact.ts';
import type { OwnAccount } from '#contract/accounts/schemas.ts';
import { requireFreeName } from '#server/accounts/available-name.ts';
import {
  createSession,
  type Browser,
  type SignInAnswer,
} from '#server/accounts/sessions/create-session.ts';
import { hashNewPassword } from '#server/accounts/sign-in/new-password.ts';
import {
  requireOwnPassword,
  type SignInContext,
} from '#server/accounts/sign-in/confirm-password.ts';
import { requireAccount } from '#server/accounts/account-owner.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { renameInviter } from '#server/accounts/invitation-store.ts';
import { hasSecondFactor } from '#server/accounts/second-factor-store.ts';
import {
  endSessions,
  forgetDevices,
  findIdToken,
  listSessions,
} from '#server/accounts/session-store.ts';
import { changeUser, findUser, type User, getSignInMethod } from '#server/accounts/user-store.ts';

type Context = Pick<AppDeps, 'db' | 'clock'>;

async function describeUser(
  { db, clock }: Context,
  { id, name, login, role, password }: User,
  session: string | undefined,
): Promise<OwnAccount> {
  const sessions = await listSessions(db, id, clock());
  return {
    id,
    name,
    login,
    role,
    second_step: await hasSecondFactor(db, id),
    way: getSignInMethod({ password }),
    sessions: sessions.map((one) => ({ ...one, current: one.id === session })),
    ...compact({
      leaves_organisation:
        session !== undefined && (await findIdToken(db, session)) !== undefined
          ? (true as const)
          : undefined,
    }),
  };
}

/** Describes the account of a caller. @throws HttpProblem if the caller has none */
export const describeOwnAccount = async (
  deps: Context,
  { principal, session }: Caller,
): Promise<OwnAccount> => describeUser(deps, await requireAccount(deps.db, principal), session);

/**
 * Changes the name of a caller's account, also where its invitations name their issuer.
 * @throws HttpProblem if the caller has no account, or the name is taken
 */
export async function changeOwnName(
  deps: Context,
  { principal, session }: Caller,
  name: string,
): Promise<OwnAccount> {
  const nextUser = await deps.db.write(async (trx) => {
    const user = await requireAccount(trx, principal);
    if (name === user.name) return user;
    if (name.toLowerCase() !== user.name.toLowerCase()) await requireFreeName(trx, name);
    const at = deps.clock().toISOString();
    await recordEvent(trx, { at, actor: user, kind: 'name_changed', object: name });
    await renameInviter(trx, user.name, name);
    return changeUser(trx, user, { name });
  });
  return describeUser(deps, nextUser, session);
}

/**
 * Changes the password of a caller's account. Ends its sessions, forgets its known browsers, and
 * replaces the session of the caller.
 * @returns `ended`: the number of other sessions that ended
 * @throws HttpProblem if a password is wrong, or the account was changed meanwhile
 */
export async function changeOwnPassword(
  context: SignInContext,
  { current, password: newPassword }: { readonly current: string; readonly password: string },
  principal: Caller['principal'],
  { request, https, session }: Browser,
): Promise<SignInAnswer<{ readonly ended: number }>> {
  const { deps } = context;
  const user = await requireAccount(deps.db, principal);
  await requireOwnPassword(context, user, current, 'current');
  const password = await hashNewPassword(
    deps,
    newPassword,
    [user.login, user.name],
    await hasSecondFactor(deps.db, user.id),
  );
  const now = deps.clock();
  return deps.db.write(async (trx) => {
    const latest = await findUser(trx, user.id);
    if (latest?.state !== 'active' || latest.password !== user.password)
      throw problem('conflict', 'Your account was changed meanwhile. Sign in again.');
    await changeUser(trx, user, { password });
    await forgetDevices(trx, user.id);
    const endedCount = await endSessions(trx, user.id);
    await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'password_changed' });
    const { cookies } = await createSession(trx, user, { request, https, session }, now);
    // the ended sessions include the user's own
    return { json: { ended: Math.max(0, endedCount - 1) }, cookies };
  });
}

/**
 * Ends one session of a caller.
 * @returns the number of ended sessions
 * @throws HttpProblem if the caller has no such session
 */
export async function endOwnSession(
  { db }: Context,
  principal: Caller['principal'],
  id: string,
): Promise<number> {
  const count = await db.write((trx) => endSessions(trx, principal?.id ?? '', { id }));
  if (count === 0) throw problem('not_found', 'There is no such session.');
  return count;
}

/** Ends all other sessions of a caller. @returns the number of ended sessions */
export const endOtherSessions = (
  { db }: Context,
  { principal, session }: Caller,
): Promise<number> => db.write((trx) => endSessions(trx, principal?.id ?? '', { except: session }));
