import {
  maxPasskeys,
  type PasskeyStep,
  type SecondFactorMethod,
} from '#contract/accounts/constants.ts';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { PasskeyAnswer, PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { endPendingSignIn } from '#server/accounts/pending-sign-in-store.ts';
import {
  addPasskey,
  findPasskey,
  listPasskeys,
  recordPasskeyUse,
  spendChallenge,
  type StoredPasskey,
} from '#server/accounts/passkey-store.ts';
import { findUser, type User } from '#server/accounts/user-store.ts';
import type { SignInAnswer } from '#server/accounts/sessions/create-session.ts';
import { recordFailure } from '#server/accounts/sign-in/record-failure.ts';
import type { SignInContext } from '#server/accounts/sign-in/confirm-password.ts';
import type { CreatedPasskey, PasskeySite, PasskeyAssertion } from '#server/core/passkey-tools.ts';
import {
  requirePendingSignIn,
  completeSignIn,
  hasLocalSignIn,
  makeSecondFactorKey,
  requireSecondFactorTools,
} from '#server/accounts/second-factor/service.ts';
import {
  makeAttempt,
  makeTooManyTriesProblem,
  type SignInRequest,
} from '#server/accounts/sign-in/sign-in-service.ts';
import { hashSecret } from '#server/core/secrets.ts';
import type { SecondFactorTools } from '#server/core/second-factor-tools.ts';

const lifeMs = 5 * 60_000;
type Seals = Pick<SecondFactorTools, 'seal' | 'unseal'>;
const challengeBinding = (purpose: string): string => `challenge ${purpose}`;

/**
 * Makes a challenge: its expiry, sealed for its purpose. Any process can verify it without a stored
 * copy.
 * @param purpose - names the allowed use and user
 */
const newChallenge = (tools: Seals, purpose: string, now: Date): string =>
  tools.seal(String(now.getTime() + lifeMs), challengeBinding(purpose));
/** Whether this server issued a challenge for this purpose in the last five minutes. */
function isChallenge(tools: Seals, challenge: string, purpose: string, now: Date): boolean {
  const until = Number(tools.unseal(challenge, challengeBinding(purpose)) ?? Number.NaN);
  return until > now.getTime() && until <= now.getTime() + lifeMs;
}
/** Marks a challenge as used. @returns false if it was used before */
const spendOnce = async (trx: Trx, challenge: string, now: Date): Promise<boolean> =>
  spendChallenge(
    trx,
    await hashSecret(challenge),
    new Date(now.getTime() + lifeMs).toISOString(),
    now,
  );

type Page = Pick<SignInRequest, 'request' | 'https'>;
const way: SecondFactorMethod = 'passkey';

/**
 * Finds the site to which passkeys of a page belong.
 * @returns undefined where browsers offer no passkeys: under an IP address, and without TLS except
 * on localhost
 */
export function findPasskeySite({ request, https }: Page): PasskeySite | undefined {
  const whole = (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
  const host = whole.replace(/:\d*$/, '');
  const isDomain = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host) && !/^[\d.]+$/.test(host);
  return isDomain && (https || host === 'localhost')
    ? { host, origin: `${https ? 'https' : 'http'}://${whole}` }
    : undefined;
}
function requireSite(page: Page): PasskeySite {
  const site = findPasskeySite(page);
  if (site === undefined)
    throw problem(
      'conflict',
      'Browsers offer passkeys only under a host name, over https or on localhost. Open Headway that way.',
      {
        errors: [{ path: 'passkey', value: 'site', message: 'needs a host name' }],
      },
    );
  return site;
}
/** Makes the purpose of a challenge for a new passkey. It is valid for this account only. */
const creationPurpose = (user: User): string => `make ${user.id}`;

/**
 * Makes the options with which a browser creates a passkey.
 * @throws HttpProblem if the account may have no more passkeys
 */
export async function startPasskeyCreation(
  deps: AppDeps,
  user: User,
  page: Page,
): Promise<PasskeyOptions> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(page);
  const passkeys = await listPasskeys(deps.db, user.id);
  if (passkeys.length >= maxPasskeys)
    throw problem('conflict', `Remove a passkey first: an account has at most ${maxPasskeys}.`);
  return tools.passkeys.creation(
    site,
    user,
    newChallenge(tools, creationPurpose(user), deps.clock()),
    passkeys.filter(({ host }) => host === site.host),
  );
}
/**
 * Verifies a created passkey.
 * @returns the passkey and the host name for which it works
 * @throws HttpProblem if the answer does not match its challenge
 */
export async function checkCreatedPasskey(
  deps: AppDeps,
  user: User,
  answer: PasskeyAnswer,
  page: Page,
): Promise<CreatedPasskey & { host: string }> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(page);
  const newPasskey = await tools.passkeys.checkRegistration(site, answer, (challenge) =>
    isChallenge(tools, challenge, creationPurpose(user), deps.clock()),
  );
  if (newPasskey === undefined)
    throw problem(
      'bad_request',
      'Create the passkey again: this answer does not match the request.',
      {
        errors: [{ path: 'passkey', value: 'wrong', message: 'does not match the request' }],
      },
    );
  return { ...newPasskey, host: site.host };
}
/** Stores a created passkey. @throws HttpProblem if it is already stored */
export async function storePasskey(
  trx: Trx,
  user: User,
  name: string,
  newPasskey: CreatedPasskey & { host: string },
  now: Date,
): Promise<void> {
  const { challenge, ...passkey } = newPasskey;
  const at = now.toISOString();
  if (
    !(await spendOnce(trx, challenge, now)) ||
    !(await addPasskey(trx, { ...passkey, account: user.id, name, created_at: at }))
  )
    throw problem('conflict', 'This passkey is already stored.');
  await recordEvent(trx, { at, actor: user, kind: 'second_step_added', detail: { way, name } });
}

/**
 * Makes the options with which a browser signs in: after the password with a passkey of the user,
 * else with any passkey of this host.
 * @throws HttpProblem if no passkey of the account works under this host
 */
export async function startPasskeySignIn(
  deps: AppDeps,
  step: PasskeyStep,
  browser: SignInRequest,
): Promise<PasskeyOptions> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(browser);
  const now = deps.clock();
  if (step === 'first') return tools.passkeys.request(site, newChallenge(tools, step, now), true);
  const { pending, user } = await requirePendingSignIn(deps, browser, 'second_step');
  const hostPasskeys = (await listPasskeys(deps.db, user.id)).filter(
    ({ host }) => host === site.host,
  );
  if (hostPasskeys.length === 0)
    throw problem(
      'conflict',
      'No passkey of this account works under this host name. Use another method.',
      {
        errors: [{ path: 'passkey', value: 'host', message: 'works under another host name' }],
      },
    );
  return tools.passkeys.request(
    site,
    newChallenge(tools, `${step} ${pending.secret_hash}`, now),
    false,
    hostPasskeys,
  );
}

/** Makes one problem for unknown, used and copied passkeys, so that it reveals nothing. */
const wrong = () =>
  problem('sign_in_required', 'This passkey is not accepted. Try again, or use another method.', {
    errors: [{ path: 'passkey', value: 'wrong', message: 'is not accepted' }],
  });

/** A pending sign-in with its user. */
type Pending = Awaited<ReturnType<typeof requirePendingSignIn>>;
interface PasskeySignIn {
  readonly answer: PasskeyAnswer;
  /**
   * The sign-in that the passkey completes. Undefined if the passkey is used without a password.
   */
  readonly pending: Pending | undefined;
  readonly passkey: StoredPasskey;
  readonly user: User;
}

/**
 * Verifies the signature of a passkey.
 * @returns undefined if it is wrong or not allowed for this sign-in
 */
async function verifyPasskey(
  tools: SecondFactorTools,
  site: PasskeySite,
  { answer, pending, passkey, user }: PasskeySignIn,
  now: Date,
): Promise<PasskeyAssertion | undefined> {
  if (!hasLocalSignIn(user) || passkey.host !== site.host) return undefined;
  if (pending !== undefined && pending.user.id !== user.id) return undefined;
  const purpose = pending === undefined ? 'first' : `second ${pending.pending.secret_hash}`;
  return tools.passkeys.checkAssertion(site, answer, passkey, pending === undefined, (challenge) =>
    isChallenge(tools, challenge, purpose, now),
  );
}

/**
 * Opens the session.
 * @returns undefined if the challenge, the counter or the pending sign-in was used before
 */
const openSession = (
  deps: AppDeps,
  { pending, passkey, user }: PasskeySignIn,
  { challenge, counter }: PasskeyAssertion,
  browser: SignInRequest,
  now: Date,
): Promise<SignInAnswer | undefined> =>
  deps.db.write(async (trx) => {
    const at = now.toISOString();
    if (
      !(await spendOnce(trx, challenge, now)) ||
      !(await recordPasskeyUse(trx, passkey.id, counter, at))
    )
      return undefined;
    if (pending !== undefined && !(await endPendingSignIn(trx, pending.pending))) return undefined;
    const detail = pending === undefined ? { by: way } : { second_step: way };
    await recordEvent(trx, { at, actor: user, kind: 'signed_in', detail });
    return completeSignIn(trx, user, browser, now);
  });

/**
 * Signs in with a passkey: after the password, or alone if the device verified its user.
 * @throws HttpProblem if the passkey is wrong, or after too many attempts
 */
export async function signInWithPasskey(
  { deps, signInThrottle }: SignInContext,
  step: PasskeyStep,
  answer: PasskeyAnswer,
  browser: SignInRequest,
): Promise<SignInAnswer> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(browser);
  const pending =
    step === 'second' ? await requirePendingSignIn(deps, browser, 'second_step') : undefined;
  const passkey = await findPasskey(deps.db, answer.id);
  const user = passkey === undefined ? undefined : await findUser(deps.db, passkey.account);
  const account =
    pending === undefined
      ? `passkey ${answer.id.slice(0, 200)}`
      : makeSecondFactorKey(pending.user.id);
  const attempt = await makeAttempt(deps, account, user?.id ?? '', browser);
  const wait = await signInThrottle.begin(attempt);
  if (wait !== undefined) throw makeTooManyTriesProblem(wait);
  const now = deps.clock();
  let signInAnswer: SignInAnswer | undefined;
  if (passkey !== undefined && user !== undefined) {
    const signIn = { answer, pending, passkey, user };
    const verification = await verifyPasskey(tools, site, signIn, now);
    if (verification !== undefined)
      signInAnswer = await openSession(deps, signIn, verification, browser, now);
  }
  if (signInAnswer === undefined) {
    const owner = pending?.user ?? user;
    if (owner !== undefined)
      recordFailure(deps, owner, 'passkey_failed', secondFactorEndpoints.signInPasskey.path);
    throw wrong();
  }
  await signInThrottle.succeed(attempt);
  return signInAnswer;
}
