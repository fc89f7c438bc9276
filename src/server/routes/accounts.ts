import { passwordLength, type OwnAccount } from '#contract/accounts.ts';
import { afterPassword } from '#server/accounts/after-password.ts';
import { requireFreeName } from '#server/accounts/free-name.ts';
import { letIn } from '#server/accounts/let-in.ts';
import { newPassword } from '#server/accounts/new-password.ts';
import { requireOwnPassword } from '#server/accounts/own-password.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { sessionCookie, setCookie } from '#server/http/cookies.ts';
import { problem } from '#server/http/problem.ts';
import { hashOf, newId } from '#server/http/secrets.ts';
import { recordEvent } from '#server/store/audit.ts';
import { secondStepWaysOf } from '#server/store/second-steps.ts';
import { findInvitation, renameInviter, takeInvitation } from '#server/store/invitations.ts';
import { endSessions, forgetDevices, idTokenOf, listSessions } from '#server/store/sessions.ts';
import { unlinkIdentity } from '#server/store/single-sign-on.ts';
import { addUser, changeUser, findUser, findUserByLogin, foldLogin, hasUsers, type User, wayOf } from '#server/store/users.ts';
import { route, type Host } from './route.ts';

const secret = { secret: true } as const;

/** A browser forgets what it kept of the pages and answers of who signed out, those behind its back button too. */
const wiped = { 'clear-site-data': '"cache"' };
const ended = () => problem('not_found', 'This invitation was used or has ended: ask for a new one.', { guessed: true });

export function addAccounts(host: Host): void {
  const { deps, attempts } = host;
  const self = async (id: string): Promise<User> => {
    const user = await findUser(deps.db, id);
    if (user === undefined) throw problem('not_found', 'There is no such account.');
    return user;
  };
  const hasSecondStep = async (id: string): Promise<boolean> => (await secondStepWaysOf(deps.db, id)).length > 0;
  const shown = async ({ id, name, login, role, password }: User, current: string | undefined): Promise<OwnAccount> => ({
    id,
    name,
    login,
    role,
    second_step: await hasSecondStep(id),
    way: wayOf({ password }),
    sessions: (await listSessions(deps.db, id, deps.clock())).map((one) => ({ ...one, current: one.id === current })),
    ...(current !== undefined && (await idTokenOf(deps.db, current)) !== undefined ? { leaves_organisation: true as const } : {}),
  });
  const noStore = { 'cache-control': 'no-store' };

  route(
    host,
    'setUp',
    async ({ body, principal, ...browser }) => {
      const { login, name } = body;
      const password = await newPassword(deps, body.password, [login, name]);
      const now = deps.clock();
      return deps.db.write(async (trx) => {
        if (await hasUsers(trx)) throw problem('conflict', 'Somebody made the first account meanwhile: ask them for an invitation.');
        await requireFreeName(trx, name);
        const user = await addUser(trx, { id: newId('u'), login, name, role: 'admin', password, created_at: now.toISOString() });
        await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'first_account', detail: { by: principal?.mode ?? '' } });
        return letIn(trx, user, { ...browser, session: undefined }, now);
      });
    },
    secret,
  );
  route(host, 'signIn', ({ body, ...asked }) => signIn({ deps, attempts }, body, asked), secret);
  route(
    host,
    'signOut',
    async ({ body, principal, session, https }) => {
      const token =
        principal === undefined || session === undefined
          ? undefined
          : await deps.db.write(async (trx) => {
              const its = await idTokenOf(trx, session);
              await endSessions(trx, principal.id, { id: session });
              await recordEvent(trx, { at: deps.clock().toISOString(), actor: principal, kind: 'signed_out' });
              return its;
            });
      const address = body.organisation && token !== undefined ? await deps.identityProvider?.leave(token) : undefined;
      return {
        json: { state: 'signed_out' as const, ...(address === undefined ? {} : { address }) },
        cookies: [setCookie(sessionCookie, '', 0, https)],
        headers: wiped,
      };
    },
    secret,
  );
  route(
    host,
    'readInvitation',
    async ({ body }) => {
      const found = await findInvitation(deps.db, await hashOf(body.secret), deps.clock());
      if (found === undefined) throw ended();
      const owner = found.account === null ? undefined : await findUser(deps.db, found.account);
      const { login, role } = found;
      const beside = owner !== undefined && (await hasSecondStep(owner.id));
      return {
        json: {
          kind: owner === undefined ? ('account' as const) : ('password' as const),
          login,
          role,
          ...(owner === undefined ? {} : { name: owner.name }),
          least: beside ? passwordLength.leastBeside : passwordLength.least,
        },
      };
    },
    secret,
  );
  route(
    host,
    'acceptInvitation',
    async ({ body, ...browser }) => {
      const now = deps.clock();
      const found = await findInvitation(deps.db, await hashOf(body.secret), now);
      if (found === undefined) throw ended();
      const named = found.account === null ? body.name : (await findUser(deps.db, found.account))?.name;
      const beside = found.account !== null && (await hasSecondStep(found.account));
      const password = await newPassword(deps, body.password, [found.login, named ?? ''], beside);
      const at = now.toISOString();
      const opened = await deps.db.write(async (trx) => {
        // taken under the writer's lock: of two that use it at once, one finds it gone
        const { account, login, role } = (await takeInvitation(trx, found.id)) ?? {};
        if (login === undefined || role === undefined) throw ended();
        const owner = account == null ? undefined : await findUser(trx, account);
        if (owner !== undefined) {
          const user = await changeUser(trx, owner, { password });
          await endSessions(trx, user.id);
          await forgetDevices(trx, user.id);
          await recordEvent(trx, { at, actor: user, kind: 'password_changed' });
          // an admin gave up the organisation for this account: from now on its word lets nobody in here
          if (owner.password === null) {
            await unlinkIdentity(trx, user.id);
            await recordEvent(trx, { at, actor: user, kind: 'organisation_unlinked' });
          }
          return afterPassword(trx, user, body.password, { ...browser, session: undefined }, now);
        }
        const { name } = body;
        if (name === undefined)
          throw problem('bad_request', 'Correct name: say who you are.', { errors: [{ path: 'name', message: 'is missing' }] });
        if ((await findUserByLogin(trx, login)) !== undefined)
          throw problem('conflict', 'There is an account of this sign-in name already.');
        await requireFreeName(trx, name);
        const user = await addUser(trx, { id: newId('u'), login, name, role, password, created_at: at });
        await recordEvent(trx, { at, actor: user, kind: 'invitation_accepted', detail: { role } });
        return afterPassword(trx, user, body.password, { ...browser, session: undefined }, now);
      });
      attempts.forget(foldLogin(found.login));
      return opened;
    },
    secret,
  );

  route(host, 'account', async ({ principal, session }) => ({
    json: await shown(await self(principal?.id ?? ''), session),
    headers: noStore,
  }));
  route(host, 'changeName', async ({ body, principal, session }) => {
    const changed = await deps.db.write(async (trx) => {
      const user = await findUser(trx, principal?.id ?? '');
      if (user === undefined) throw problem('not_found', 'There is no such account.');
      if (body.name === user.name) return user;
      if (body.name.toLowerCase() !== user.name.toLowerCase()) await requireFreeName(trx, body.name);
      await recordEvent(trx, { at: deps.clock().toISOString(), actor: user, kind: 'name_changed', object: body.name });
      await renameInviter(trx, user.name, body.name);
      return changeUser(trx, user, { name: body.name });
    });
    return { json: await shown(changed, session) };
  });
  route(
    host,
    'changePassword',
    async ({ body, principal, session, request, https }) => {
      const user = await self(principal?.id ?? '');
      await requireOwnPassword(host, user, body.current, 'current');
      const beside = await hasSecondStep(user.id);
      const password = await newPassword(deps, body.password, [user.login, user.name], beside);
      const now = deps.clock();
      return deps.db.write(async (trx) => {
        const current = await findUser(trx, user.id);
        if (current?.state !== 'active' || current.password !== user.password)
          throw problem('conflict', 'Your account was changed meanwhile: sign in again.');
        await changeUser(trx, user, { password });
        await forgetDevices(trx, user.id);
        const others = await endSessions(trx, user.id);
        await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'password_changed' });
        const { cookies } = await letIn(trx, user, { request, https, session }, now);
        return { json: { ended: Math.max(0, others - 1) }, cookies };
      });
    },
    secret,
  );
  route(host, 'endSession', async ({ params, principal }) => {
    const count = await deps.db.write((trx) => endSessions(trx, principal?.id ?? '', { id: params['id'] ?? '' }));
    if (count === 0) throw problem('not_found', 'There is no such session.');
    return { json: { ended: count } };
  });
  route(host, 'endOtherSessions', async ({ principal, session }) => ({
    json: { ended: await deps.db.write((trx) => endSessions(trx, principal?.id ?? '', { but: session })) },
  }));
}
