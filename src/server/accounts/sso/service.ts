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
/** Control characters and characters that change the direction of a text. */
const controlCharacters = /\p{C}/gu;

type SignOnDeps = Pick<AppDeps, 'db' | 'clock'>;
/** The address to which the response redirects a browser, with cookies. */
export interface Redirect {
  readonly address: string;
  readonly cookies: readonly string[];
}

/**
 * Redirects a browser to the organisation. Stores the values that the answer must match, and binds
 * them to the browser by a cookie.
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
 * Accepts the organisation's answer once, in the browser that began the attempt, and signs the
 * identified person in.
 * @throws SignOnFailure with its reason
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
      const attempt = await takeSignOnAttempt(trx, hash, stateHash, clock());
      if (attempt !== undefined) return attempt;
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
  const sessionAnswer = await db.write(async (trx) => {
    const user = await findOrCreateAccount(trx, identity, provider, now);
    if (user?.state !== 'active') {
      const object = (identity.email ?? identity.username ?? identity.subject)
        .slice(0, 200)
        .toWellFormed()
        .replace(controlCharacters, '');
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
  if (sessionAnswer === undefined)
    throw new SignOnFailure(
      'no_account',
      'A person without an account signed in at the organisation.',
    );
  return sessionAnswer.cookies;
}

/**
 * Finds the account of an identity. Otherwise creates one from an invitation, or without one if the
 * settings admit anyone.
 */
async function findOrCreateAccount(
  trx: Trx,
  identity: Identity,
  { role }: IdentityProvider,
  now: Date,
): Promise<User | undefined> {
  const { issuer, subject } = identity;
  const linkedUser = await findUserByIdentity(trx, issuer, subject);
  // nobody signs in with the organisation before the first admin exists
  if (linkedUser !== undefined || !(await hasUsers(trx))) return linkedUser;
  const invitation = await findOrganisationInvitation(trx, identity, now);
  if (invitation !== undefined) {
    await takeInvitation(trx, invitation.id);
    return invitation.account === null
      ? createAccount(trx, identity, invitation.login, invitation.role, now)
      : linkAccount(trx, identity, invitation.account, now);
  }
  const login = chooseLogin(identity);
  return role === undefined || login === undefined
    ? undefined
    : createAccount(trx, identity, login, role, now);
}
/**
 * Chooses the sign-in name of a person without an invitation. The organisation must have verified
 * an e-mail address.
 */
const chooseLogin = ({ email, username }: Identity): string | undefined =>
  [email, username?.includes('@') === true ? undefined : username].find(
    (one) => one !== undefined && /^[^\s\p{C}]{2,200}$/u.test(one),
  );

/**
 * Creates the account of an identity.
 * @returns undefined if an account has the sign-in name: it could belong to another person
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
 * Replaces the password and the second factors of an account by an identity of the organisation.
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
  const cleanName = name.toWellFormed().replace(controlCharacters, '').trim();
  for (const one of [cleanName, login])
    if (one !== '' && one.length <= 100 && (await isFreeName(trx, one))) return one;
  return `${login.slice(0, 70)} ${id}`;
}
