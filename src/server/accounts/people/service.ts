import { compact } from '#domain/values/compact.ts';
import type { People, Person } from '#contract/accounts/schemas.ts';
import type { Role } from '#contract/core/rights.ts';
import { makeScriptName } from '#server/accounts/tokens/service.ts';
import type { Source, Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { may } from '#server/core/role-rights.ts';
import { versionTag } from '#server/http/etag.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { listInvitations, takeInvitationsBy } from '#server/accounts/invitation-store.ts';
import {
  listSecondFactorRoles,
  listAccountsWithSecondFactor,
} from '#server/accounts/second-factor-store.ts';
import { endSessions, listPresence } from '#server/accounts/session-store.ts';
import { takeTokens } from '#server/accounts/token-store.ts';
import {
  changeUser,
  findUser,
  listUsers,
  countOtherAdmins,
  getSignInMethod,
  type User,
} from '#server/accounts/user-store.ts';
import type { Actor, Host } from '#server/http/host.ts';

/** Data in the list of people that accounts do not hold. */
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
  const way = getSignInMethod({ password });
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

/** Finds an account by id. @throws HttpProblem if there is none */
export async function requirePerson(trx: Trx, id: string | undefined): Promise<User> {
  const user = await findUser(trx, id ?? '');
  if (user === undefined) throw problem('not_found', 'There is no such person.');
  return user;
}

/** Lists accounts and open invitations, with the roles that must have a second factor. */
export async function listPeople({ db, clock, identityProvider }: AppDeps): Promise<People> {
  const now = clock();
  const [users, invitations, context, second_step_roles] = await Promise.all([
    listUsers(db),
    listInvitations(db, now),
    readPeopleContext(db, now),
    listSecondFactorRoles(db),
  ]);
  return {
    people: users.map((user) => toPerson(user, context)),
    invitations: invitations.map(({ account, issuer: _issuer, subject, ...invitation }) => ({
      ...invitation,
      ...compact({ subject: subject ?? undefined }),
      kind: account === null ? ('account' as const) : ('password' as const),
    })),
    second_step_roles,
    ...compact({
      organisation: identityProvider && { name: identityProvider.name ?? '' },
    }),
  };
}

export interface PersonChange {
  readonly role?: Role;
  readonly state?: User['state'];
}
/**
 * Changes the role or the state of an account. A disabled account loses its sessions and tokens.
 * Lost rights end its links and invitations.
 * @param check - compares the current account with the version that the client sent
 * @throws HttpProblem if the person is unknown, is the caller, or is the last admin
 */
export async function changePerson(
  { deps: { db, clock }, onRightsChange }: Pick<Host, 'deps' | 'onRightsChange'>,
  id: string | undefined,
  { role, state }: PersonChange,
  actor: Actor,
  check: (current: Person) => void,
): Promise<Person> {
  return db.write(async (trx) => {
    const now = clock();
    const at = now.toISOString();
    const user = await requirePerson(trx, id);
    check(toPerson(user, await readPeopleContext(trx, now)));
    const change = { role: role ?? user.role, state: state ?? user.state };
    await requireAllowedChange(trx, user, change, actor);
    const after = await changeRights(trx, user, change, { actor, at, onRightsChange });
    return toPerson(after, await readPeopleContext(trx, now));
  });
}

interface RightsChange extends Pick<Host, 'onRightsChange'> {
  readonly actor: Actor;
  readonly at: string;
}
/**
 * Stores the role and the state of an account, and ends what it may no longer have: the sessions and
 * tokens of a disabled account, links and invitations without their right.
 */
export async function changeRights(
  trx: Trx,
  user: User,
  change: Required<PersonChange>,
  { actor, at, onRightsChange }: RightsChange,
): Promise<User> {
  await recordChange(trx, user, change, actor, at);
  const after = await changeUser(trx, user, change);
  if (change.state === 'disabled') await endAccess(trx, user, actor, at);
  await onRightsChange(trx, after, actor, at);
  await endInvitationsWithoutRight(trx, after, actor, at);
  return after;
}

/**
 * Ends the invitations and password links of a person who may no longer invite, in the transaction
 * that removed the right. Otherwise the person could use such a link to return.
 */
async function endInvitationsWithoutRight(
  trx: Trx,
  { name, role, state }: User,
  actor: Actor,
  at: string,
): Promise<void> {
  if (state === 'active' && may(role, 'manage_people')) return;
  for (const { login } of await takeInvitationsBy(trx, name))
    await recordEvent(trx, { at, actor, kind: 'invitation_ended', object: login });
}

async function requireAllowedChange(
  trx: Trx,
  user: User,
  { role, state }: Required<PersonChange>,
  actor: Actor,
): Promise<void> {
  if (user.id === actor.id && state === 'disabled')
    throw problem('conflict', 'You cannot disable your own account: ask another admin.');
  const staysAdmin = role === 'admin' && state !== 'disabled';
  if (user.role === 'admin' && !staysAdmin && (await countOtherAdmins(trx, user.id)) === 0)
    throw problem('conflict', 'Make another person an admin first: this is the last one.');
}
async function recordChange(
  trx: Trx,
  user: User,
  { role, state }: Required<PersonChange>,
  actor: Actor,
  at: string,
): Promise<void> {
  const object = user.name;
  if (role !== user.role)
    await recordEvent(trx, {
      at,
      actor,
      kind: 'role_changed',
      object,
      detail: { from: user.role, to: role },
    });
  if (state !== user.state)
    await recordEvent(trx, {
      at,
      actor,
      kind: state === 'disabled' ? 'disabled' : 'enabled',
      object,
    });
}
async function endAccess(trx: Trx, user: User, actor: Actor, at: string): Promise<void> {
  await endSessions(trx, user.id);
  for (const token of await takeTokens(trx, user.id))
    await recordEvent(trx, {
      at,
      actor,
      kind: 'token_ended',
      object: makeScriptName(user.name, token.name),
    });
}

/**
 * Ends sessions of a person.
 * @returns the number of ended sessions
 * @throws HttpProblem if the person is unknown
 */
export async function endPersonSessions(
  { db, clock }: AppDeps,
  id: string | undefined,
  actor: Actor,
): Promise<number> {
  return db.write(async (trx) => {
    const user = await requirePerson(trx, id);
    const count = await endSessions(trx, user.id);
    await recordEvent(trx, {
      at: clock().toISOString(),
      actor,
      kind: 'sessions_ended',
      object: user.name,
      detail: { count },
    });
    return count;
  });
}
