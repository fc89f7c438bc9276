import type { AppDeps } from '#server/core/deps.ts';
import type { Db, Trx } from '#server/db/db.ts';
import { readCookies, setCookie, singleSignOnCookie } from '#server/http/cookies.ts';
import { hashSecret, newId, newSecret } from '#server/core/secrets.ts';
import { recordEvent } from '#server/audit/store.ts';
import { takeInvitation } from '#server/accounts/invitation-store.ts';
import { removeSecondFactor } from '#server/accounts/second-factor-store.ts';
import { endSessions, forgetDevices } from '#server/accounts/session-store.ts';
import {
  addSignOnAttempt,
  findOrganisationInvitation,
  findUserByIdentity,
  linkIdentity,
  takeSignOnAttempt,
} from '#server/accounts/single-sign-on-store.ts';
import {
  addUser,
  changeUser,
  findUser,
  findUserByLogin,
  hasUsers,
  type User,
} from '#server/accounts/user-store.ts';
import type { Role } from '#contract/core/rights.ts';
import { isFreeName } from '#server/accounts/available-name.ts';
import {
  SignOnFailure,
  type Identity,
  type IdentityProvider,
} from '#server/core/identity-provider.ts';
import { createSession, type Browser } from '#server/accounts/sessions/create-session.ts';

const attemptSeconds = 10 * 60;
const secretForm = /^[\w-]{43}$/;
/** Control characters and what turns the direction of a text. */
const unseen = /\p{C}/gu;

type SignOnDeps = Pick<AppDeps, 'db' | 'clock'>;
/** Where a browser goes on, and what it keeps. */
export interface Redirect {
  readonly address: string;
  readonly cookies: readonly string[];
}

/**
 * Sends a browser to the organisation. What the answer must fit is kept here, and bound to this
 * browser by a cookie.
 */
export async function beginSignOn(
  { db, clock }: SignOnDeps,
  provider: IdentityProvider,
  {
    back,
    return_to,
    https,
  }: { readonly back: string; readonly return_to: string; readonly https: boolean },
): Promise<Redirect> {
  const question = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
  const address = await provider.begin(back, question);
  const secret = newSecret();
  const { nonce, verifier } = question;
  const now = clock();
  const expires_at = new Date(now.getTime() + attemptSeconds * 1000).toISOString();
  const hashes = {
    secret_hash: await hashSecret(secret),
    state_hash: await hashSecret(question.state),
  };
  await db.write((trx) =>
    addSignOnAttempt(trx, { ...hashes, nonce, verifier, return_to, expires_at }, now),
  );
  return { address, cookies: [setCookie(singleSignOnCookie, secret, attemptSeconds, https)] };
}

/**
 * Takes the organisation's answer, which counts once, in the browser that asked, and lets in whom
 * it names.
 */
export async function finishSignOn(
  { db, clock }: SignOnDeps,
  provider: IdentityProvider,
  answer: URL,
  browser: Browser,
): Promise<Redirect> {
  const { request, https } = browser;
  const secrets = readCookies(request.headers.get('cookie'), singleSignOnCookie, https).filter(
    (secret) => secretForm.test(secret),
  );
  const [state, ...more] = answer.searchParams.getAll('state');
  if (secrets.length === 0 || state === undefined || more.length > 0)
    throw new SignOnFailure('over', 'No attempt of this browser and this state.');
  const stateHash = await hashSecret(state);
  const hashes = await Promise.all(secrets.map(hashSecret));
  const attempt = await db.write(async (trx) => {
    for (const hash of hashes) {
      const found = await takeSignOnAttempt(trx, hash, stateHash, clock());
      if (found !== undefined) return found;
    }
    return undefined;
  });
  if (attempt === undefined)
    throw new SignOnFailure('over', 'No attempt of this browser and this state.');
  try {
    const identity = await provider.finish(answer, { ...attempt, state });
    const cookies = await signInByIdentity(db, provider, identity, browser, clock());
    return {
      address: attempt.return_to,
      cookies: [...cookies, setCookie(singleSignOnCookie, '', 0, https)],
    };
  } catch (error) {
    throw error instanceof SignOnFailure
      ? new SignOnFailure(error.why, error.message, attempt.return_to)
      : error;
  }
}
async function signInByIdentity(
  db: Db,
  provider: IdentityProvider,
  identity: Identity,
  browser: Browser,
  now: Date,
): Promise<readonly string[]> {
  const opened = await db.write(async (trx) => {
    const user = await findOrCreateAccount(trx, identity, provider, now);
    if (user?.state !== 'active') {
      const object = (identity.email ?? identity.username ?? identity.subject)
        .slice(0, 200)
        .toWellFormed()
        .replace(unseen, '');
      await recordEvent(trx, {
        at: now.toISOString(),
        actor: { name: '?' },
        kind: 'organisation_refused',
        object,
      });
      return undefined;
    }
    await recordEvent(trx, {
      at: now.toISOString(),
      actor: user,
      kind: 'signed_in',
      detail: { by: 'organisation' },
    });
    return createSession(trx, user, browser, now, identity.id_token);
  });
  if (opened === undefined)
    throw new SignOnFailure(
      'no_account',
      'Somebody without an account signed in at the organisation.',
    );
  return opened.cookies;
}

/**
 * The account of an identity: the one that it has, else the one that an invitation makes, else,
 * where everybody may come, a new one.
 */
async function findOrCreateAccount(
  trx: Trx,
  identity: Identity,
  { role }: IdentityProvider,
  now: Date,
): Promise<User | undefined> {
  const { issuer, subject } = identity;
  const known = await findUserByIdentity(trx, issuer, subject);
  // before there is an admin nobody comes by the organisation
  if (known !== undefined || !(await hasUsers(trx))) return known;
  const invited = await findOrganisationInvitation(trx, identity, now);
  if (invited !== undefined) {
    await takeInvitation(trx, invited.id);
    return invited.account === null
      ? createAccount(trx, identity, invited.login, invited.role, now)
      : linkAccount(trx, identity, invited.account, now);
  }
  const login = chooseLogin(identity);
  return role === undefined || login === undefined
    ? undefined
    : createAccount(trx, identity, login, role, now);
}
/**
 * The sign-in name of somebody who comes without an invitation: an address only where the
 * organisation has verified it.
 */
const chooseLogin = ({ email, username }: Identity): string | undefined =>
  [email, username?.includes('@') === true ? undefined : username].find(
    (one) => one !== undefined && /^[^\s\p{C}]{2,200}$/u.test(one),
  );

/**
 * Makes the account of an identity. None under a sign-in name that an account has: it would be
 * somebody else's.
 */
async function createAccount(
  trx: Trx,
  identity: Identity,
  login: string,
  role: Role,
  now: Date,
): Promise<User | undefined> {
  if ((await findUserByLogin(trx, login)) !== undefined) return undefined;
  const at = now.toISOString();
  const id = newId('u');
  const user = await addUser(trx, {
    id,
    login,
    name: await chooseName(trx, identity, login, id),
    role,
    password: null,
    created_at: at,
  });
  await linkIdentity(trx, id, identity.issuer, identity.subject);
  await recordEvent(trx, { at, actor: user, kind: 'organisation_joined', detail: { role } });
  return user;
}
/**
 * Leaves the password of an account for the organisation's word: whoever knows the one, or has its
 * second step, comes in by it no more.
 */
async function linkAccount(
  trx: Trx,
  { issuer, subject }: Identity,
  account: string,
  now: Date,
): Promise<User | undefined> {
  const user = await findUser(trx, account);
  if (user?.state !== 'active' || user.password === null) return undefined;
  await linkIdentity(trx, user.id, issuer, subject);
  await removeSecondFactor(trx, user.id);
  await endSessions(trx, user.id);
  await forgetDevices(trx, user.id);
  await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'organisation_linked' });
  return changeUser(trx, user, { password: null });
}
async function chooseName(
  trx: Trx,
  { name = '' }: Identity,
  login: string,
  id: string,
): Promise<string> {
  const told = name.toWellFormed().replace(unseen, '').trim();
  for (const one of [told, login])
    if (one !== '' && one.length <= 100 && (await isFreeName(trx, one))) return one;
  return `${login.slice(0, 70)} ${id}`;
}
