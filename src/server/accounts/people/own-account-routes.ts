import { compact } from '#domain/values/compact.ts';
import type { OwnAccount } from '#contract/accounts/schemas.ts';
import { requireFreeName } from '#server/accounts/available-name.ts';
import { createSession } from '#server/accounts/sessions/create-session.ts';
import { hashNewPassword } from '#server/accounts/sign-in/new-password.ts';
import { requireOwnPassword } from '#server/accounts/sign-in/confirm-password.ts';
import { requireAccount } from '#server/accounts/account-owner.ts';
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
import type { Host } from '#server/http/host.ts';
import { route, type AccountHandler } from '#server/http/route.ts';

async function describeOwnAccount(
  { deps }: Host,
  { id, name, login, role, password }: User,
  session: string | undefined,
): Promise<OwnAccount> {
  const sessions = await listSessions(deps.db, id, deps.clock());
  return {
    id,
    name,
    login,
    role,
    second_step: await hasSecondFactor(deps.db, id),
    way: getSignInMethod({ password }),
    sessions: sessions.map((one) => ({ ...one, current: one.id === session })),
    ...compact({
      leaves_organisation:
        session !== undefined && (await findIdToken(deps.db, session)) !== undefined
          ? (true as const)
          : undefined,
    }),
  };
}

const changeName =
  (host: Host): AccountHandler<'changeName'> =>
  async ({ body, principal, session }) => {
    const { deps } = host;
    const nextUser = await deps.db.write(async (trx) => {
      const user = await requireAccount(trx, principal);
      if (body.name === user.name) return user;
      if (body.name.toLowerCase() !== user.name.toLowerCase())
        await requireFreeName(trx, body.name);
      await recordEvent(trx, {
        at: deps.clock().toISOString(),
        actor: user,
        kind: 'name_changed',
        object: body.name,
      });
      await renameInviter(trx, user.name, body.name);
      return changeUser(trx, user, { name: body.name });
    });
    return { json: await describeOwnAccount(host, nextUser, session) };
  };

const changePassword =
  (host: Host): AccountHandler<'changePassword'> =>
  async ({ body, principal, session, request, https }) => {
    const { deps } = host;
    const user = await requireAccount(deps.db, principal);
    await requireOwnPassword(host, user, body.current, 'current');
    const password = await hashNewPassword(
      deps,
      body.password,
      [user.login, user.name],
      await hasSecondFactor(deps.db, user.id),
    );
    const now = deps.clock();
    return deps.db.write(async (trx) => {
      const current = await findUser(trx, user.id);
      if (current?.state !== 'active' || current.password !== user.password)
        throw problem('conflict', 'Your account was changed meanwhile. Sign in again.');
      await changeUser(trx, user, { password });
      await forgetDevices(trx, user.id);
      const endedCount = await endSessions(trx, user.id);
      await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'password_changed' });
      const { cookies } = await createSession(trx, user, { request, https, session }, now);
      // the ended sessions include the user's own
      return { json: { ended: Math.max(0, endedCount - 1) }, cookies };
    });
  };

/** Adds the endpoints of the user's own account: name, password and sessions. */
export function addOwnAccount(host: Host): void {
  const { deps } = host;
  route(host, 'account', async ({ principal, session }) => ({
    json: await describeOwnAccount(host, await requireAccount(deps.db, principal), session),
    headers: { 'cache-control': 'no-store' },
  }));
  route(host, 'changeName', changeName(host));
  route(host, 'changePassword', changePassword(host), { secret: true });
  route(host, 'endSession', async ({ params, principal }) => {
    const count = await deps.db.write((trx) =>
      endSessions(trx, principal?.id ?? '', { id: params['id'] ?? '' }),
    );
    if (count === 0) throw problem('not_found', 'There is no such session.');
    return { json: { ended: count } };
  });
  route(host, 'endOtherSessions', async ({ principal, session }) => ({
    json: {
      ended: await deps.db.write((trx) =>
        endSessions(trx, principal?.id ?? '', { except: session }),
      ),
    },
  }));
}
