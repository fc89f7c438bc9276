import { compact } from '#domain/values/compact.ts';
import type { NewInvitation, Person } from '#contract/accounts/schemas.ts';
import { inviteByProvider, createInvitationLink } from './invite.ts';
import { scriptName } from '#server/accounts/tokens/service.ts';
import { endInvitationsWithoutRight } from './revoke-invitations.ts';
import type { Source, Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { requireMatch, versionTag } from '#server/http/etag.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { listInvitations, takeInvitation } from '#server/accounts/invitation-store.ts';
import {
  listSecondFactorRoles,
  listAccountsWithSecondFactor,
} from '#server/accounts/second-factor-store.ts';
import { endSessions, listPresence } from '#server/accounts/session-store.ts';
import { takeTokensOf } from '#server/accounts/token-store.ts';
import {
  changeUser,
  findUser,
  findUserByLogin,
  listUsers,
  otherAdmins,
  signInMethod,
  type User,
} from '#server/accounts/user-store.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

const noStore = { 'cache-control': 'no-store' };
const secret = { secret: true } as const;

/** What is known of everybody beside their account: where they are signed in, and whether they have a second step. */
interface PeopleContext {
  readonly here: ReadonlyMap<string, { readonly sessions: number; readonly seen_at: string }>;
  readonly secured: ReadonlySet<string>;
  readonly epoch: string;
}
async function readPeopleContext(source: Source, now: Date): Promise<PeopleContext> {
  return {
    here: await listPresence(source, now),
    secured: await listAccountsWithSecondFactor(source),
    epoch: await readEpoch(source),
  };
}
function toPerson(
  { id, name, login, role, state, version: number, password }: User,
  { here, secured, epoch }: PeopleContext,
): Person {
  const { sessions = 0, seen_at } = here.get(id) ?? {};
  const second_step = secured.has(id);
  const way = signInMethod({ password });
  const version = versionTag('v', number, epoch);
  return {
    id,
    name,
    login,
    role,
    state,
    way,
    version,
    second_step,
    sessions,
    ...compact({ seen_at }),
  };
}
const nobody = () => problem('not_found', 'There is no such person.');

/**
 * Checks how an invited person signs in.
 * @returns the issuer that vouches for the person; undefined for a link
 * @throws HttpProblem if no organisation is set up, or nothing in the invitation identifies a person there
 */
function checkInvitationMethod(
  provider: AppDeps['identityProvider'],
  { login, way = 'link', subject }: NewInvitation,
): string | undefined {
  const refuse = (path: string, message: string, detail: string) =>
    problem('bad_request', detail, { errors: [{ path, message }] });
  if (way === 'link') {
    if (subject === undefined) return undefined;
    throw refuse(
      'subject',
      'needs way organisation',
      'Leave subject out: a link is for whoever holds it.',
    );
  }
  if (provider === undefined)
    throw refuse(
      'way',
      'is not set up',
      'Correct way: nobody signs in with an organisation here until HEADWAY_OIDC_ISSUER names it.',
    );
  if (subject === undefined && !login.includes('@'))
    throw refuse(
      'login',
      'must be an e-mail address, or subject must be given',
      'Invite an e-mail address that the organisation has verified, or give the subject by which it identifies the person. Anybody may choose a user name.',
    );
  return provider.issuer;
}

export function addPeople(host: Host): void {
  const { deps } = host;
  const organisation = deps.identityProvider && { name: deps.identityProvider.name ?? '' };
  const at = (): string => deps.clock().toISOString();
  const required = async (trx: Trx, id: string | undefined): Promise<User> => {
    const user = await findUser(trx, id ?? '');
    if (user === undefined) throw nobody();
    return user;
  };

  route(host, 'listPeople', async () => {
    const now = deps.clock();
    const [users, invitations, all, second_step_roles] = await Promise.all([
      listUsers(deps.db),
      listInvitations(deps.db, now),
      readPeopleContext(deps.db, now),
      listSecondFactorRoles(deps.db),
    ]);
    const items = invitations.map(({ account, issuer: _issuer, subject, ...invitation }) => ({
      ...invitation,
      ...compact({ subject: subject === null ? undefined : subject }),
      kind: account === null ? ('account' as const) : ('password' as const),
    }));
    const json = {
      people: users.map((user) => toPerson(user, all)),
      invitations: items,
      second_step_roles,
    };
    return {
      json: organisation === undefined ? json : { ...json, organisation },
      headers: noStore,
    };
  });

  route(
    host,
    'invite',
    ({ body, principal, author }) =>
      deps.db.write(async (trx) => {
        const { login, role, way = 'link' } = body;
        const issuer = checkInvitationMethod(deps.identityProvider, body);
        const there = await findUserByLogin(trx, login);
        const moves =
          way === 'organisation' && there?.state === 'active' && there.password !== null;
        if (there !== undefined && !moves)
          throw problem('conflict', 'There is an account of this sign-in name already.', {
            errors: [{ path: 'login', message: 'is taken' }],
          });
        const to =
          there === undefined
            ? { account: null, login, role }
            : { account: there.id, login: there.login, role: there.role };
        const { subject } = body;
        const person = { ...to, ...compact({ subject }) };
        const json =
          issuer === undefined
            ? await createInvitationLink(trx, to, author, deps.clock())
            : await inviteByProvider(trx, { ...person, issuer }, author, deps.clock());
        await recordEvent(trx, {
          at: at(),
          actor: principal ?? { name: author },
          kind: 'invited',
          object: login,
          detail: { role: to.role, by: way },
        });
        return { json };
      }),
    secret,
  );
  route(host, 'endInvitation', ({ params, principal, author }) =>
    deps.db.write(async (trx) => {
      const found = await takeInvitation(trx, params['id'] ?? '');
      if (found === undefined) throw problem('not_found', 'This invitation was used or has ended.');
      await recordEvent(trx, {
        at: at(),
        actor: principal ?? { name: author },
        kind: 'invitation_ended',
        object: found.login,
      });
      return { json: { ended: 1 } };
    }),
  );
  route(host, 'changePerson', async ({ params, body, request, principal, author }) => {
    const changed = await deps.db.write(async (trx) => {
      const user = await required(trx, params['id']);
      const current = toPerson(user, await readPeopleContext(trx, deps.clock()));
      requireMatch(request, current.version, current);
      const { role = user.role, state = user.state } = body;
      if (user.id === principal?.id && state === 'disabled')
        throw problem('conflict', 'Nobody disables their own account: ask another admin.');
      if (
        user.role === 'admin' &&
        (role !== 'admin' || state === 'disabled') &&
        (await otherAdmins(trx, user.id)) === 0
      )
        throw problem('conflict', 'Make somebody else an admin first: this is the last one.');
      const actor = principal ?? { name: author };
      if (role !== user.role)
        await recordEvent(trx, {
          at: at(),
          actor,
          kind: 'role_changed',
          object: user.name,
          detail: { from: user.role, to: role },
        });
      if (state !== user.state)
        await recordEvent(trx, {
          at: at(),
          actor,
          kind: state === 'disabled' ? 'disabled' : 'enabled',
          object: user.name,
        });
      const after = await changeUser(trx, user, { role, state });
      if (state === 'disabled') {
        await endSessions(trx, user.id);
        for (const token of await takeTokensOf(trx, user.id))
          await recordEvent(trx, {
            at: at(),
            actor,
            kind: 'token_ended',
            object: scriptName(user.name, token.name),
          });
      }
      await host.onRightsChange(trx, after, actor, at());
      await endInvitationsWithoutRight(trx, after, actor, at());
      const json = toPerson(after, await readPeopleContext(trx, deps.clock()));
      return { json, tag: json.version };
    });
    return changed;
  });
  route(host, 'endPersonSessions', ({ params, principal, author }) =>
    deps.db.write(async (trx) => {
      const user = await required(trx, params['id']);
      const ended = await endSessions(trx, user.id);
      await recordEvent(trx, {
        at: at(),
        actor: principal ?? { name: author },
        kind: 'sessions_ended',
        object: user.name,
        detail: { count: ended },
      });
      return { json: { ended } };
    }),
  );
  route(
    host,
    'askNewPassword',
    ({ params, principal, author }) =>
      deps.db.write(async (trx) => {
        const user = await required(trx, params['id']);
        const json = await createInvitationLink(
          trx,
          { account: user.id, login: user.login, role: user.role },
          author,
          deps.clock(),
        );
        await recordEvent(trx, {
          at: at(),
          actor: principal ?? { name: author },
          kind: 'password_asked',
          object: user.name,
        });
        return { json };
      }),
    secret,
  );
}
