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
} from '#server/accounts/passkey-store.ts';
import { findUser, type User } from '#server/accounts/user-store.ts';
import type { SignInAnswer } from '#server/accounts/sessions/create-session.ts';
import { recordFailure } from '#server/accounts/sign-in/record-failure.ts';
import type { SignInContext } from '#server/accounts/sign-in/confirm-password.ts';
import type { CreatedPasskey, PasskeySite } from '#server/core/passkey-tools.ts';
import {
  requirePendingSignIn,
  completeSignIn,
  signsInHere,
  secondFactorAttempts,
  requireSecondFactorTools,
} from '#server/accounts/second-factor/service.ts';
import {
  makeAttempt,
  tooManyTries,
  type SignInRequest,
} from '#server/accounts/sign-in/sign-in-service.ts';
import { hashSecret } from '#server/core/secrets.ts';
import type { SecondFactorTools } from '#server/core/second-factor-tools.ts';

const lifeMs = 5 * 60_000;
type Seals = Pick<SecondFactorTools, 'seal' | 'unseal'>;
const bound = (purpose: string): string => `challenge ${purpose}`;

/**
 * A challenge says itself until when it holds and for what, sealed: asking for one writes nothing,
 * and any process can check it.
 * `purpose`: what it may be used for, and by whom.
 */
const newChallenge = (tools: Seals, purpose: string, now: Date): string =>
  tools.seal(String(now.getTime() + lifeMs), bound(purpose));
/** Whether a challenge was given out here for this, at most five minutes ago. */
function isChallenge(tools: Seals, challenge: string, purpose: string, now: Date): boolean {
  const until = Number(tools.unseal(challenge, bound(purpose)) ?? Number.NaN);
  return until > now.getTime() && until <= now.getTime() + lifeMs;
}
/** Uses a challenge up. False where it was used before: each works once. */
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
 * The site that a page belongs to; undefined where browsers have no passkeys: under an address of
 * numbers, and without TLS but on this computer.
 */
export function passkeySite({ request, https }: Page): PasskeySite | undefined {
  const whole = (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
  const host = whole.replace(/:\d*$/, '');
  const named = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host) && !/^[\d.]+$/.test(host);
  return named && (https || host === 'localhost')
    ? { host, origin: `${https ? 'https' : 'http'}://${whole}` }
    : undefined;
}
function requireSite(page: Page): PasskeySite {
  const site = passkeySite(page);
  if (site === undefined)
    throw problem(
      'conflict',
      'Browsers have passkeys under a host name only, by https or on localhost: open Headway that way.',
      {
        errors: [{ path: 'passkey', value: 'site', message: 'works under a host name' }],
      },
    );
  return site;
}
/** What a passkey is made for: of no other account. */
const creationPurpose = (user: User): string => `make ${user.id}`;

/** What the browser of this person is asked for to make a passkey. */
export async function startPasskeyCreation(
  deps: AppDeps,
  user: User,
  page: Page,
): Promise<PasskeyOptions> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(page);
  const known = await listPasskeys(deps.db, user.id);
  if (known.length >= maxPasskeys)
    throw problem(
      'conflict',
      `Remove a passkey first: ${maxPasskeys} are as many as one account has.`,
    );
  return tools.passkeys.creation(
    site,
    user,
    newChallenge(tools, creationPurpose(user), deps.clock()),
    known.filter(({ host }) => host === site.host),
  );
}
/** A passkey that was made, with where it works; a problem where the answer does not hold. */
export async function checkCreatedPasskey(
  deps: AppDeps,
  user: User,
  answer: PasskeyAnswer,
  page: Page,
): Promise<CreatedPasskey & { host: string }> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(page);
  const made = await tools.passkeys.created(site, answer, (challenge) =>
    isChallenge(tools, challenge, creationPurpose(user), deps.clock()),
  );
  if (made === undefined)
    throw problem(
      'bad_request',
      'Make the passkey again: this answer does not belong to what was asked.',
      {
        errors: [{ path: 'passkey', value: 'wrong', message: 'was not made for this' }],
      },
    );
  return { ...made, host: site.host };
}
/** Keeps a passkey that was made. */
export async function storePasskey(
  trx: Trx,
  user: User,
  name: string,
  made: CreatedPasskey & { host: string },
  now: Date,
): Promise<void> {
  const { challenge, ...passkey } = made;
  const at = now.toISOString();
  if (
    !(await spendOnce(trx, challenge, now)) ||
    !(await addPasskey(trx, { ...passkey, account: user.id, name, created_at: at }))
  )
    throw problem('conflict', 'This passkey is kept already.');
  await recordEvent(trx, { at, actor: user, kind: 'second_step_added', detail: { way, name } });
}

/**
 * What the browser of who signs in is asked for: after the password one of their own, else
 * whichever the device keeps for this host.
 */
export async function startPasskeySignIn(
  deps: AppDeps,
  step: PasskeyStep,
  asked: SignInRequest,
): Promise<PasskeyOptions> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(asked);
  const now = deps.clock();
  if (step === 'first') return tools.passkeys.request(site, newChallenge(tools, step, now), true);
  const { half, user } = await requirePendingSignIn(deps, asked, 'second_step');
  const known = (await listPasskeys(deps.db, user.id)).filter(({ host }) => host === site.host);
  if (known.length === 0)
    throw problem(
      'conflict',
      'No passkey of this account works under this host name: use another way.',
      {
        errors: [{ path: 'passkey', value: 'host', message: 'works under another host name' }],
      },
    );
  return tools.passkeys.request(
    site,
    newChallenge(tools, `${step} ${half.secret_hash}`, now),
    false,
    known,
  );
}

/** An unknown passkey, one that is shown a second time and one that was copied are told alike. */
const wrong = () =>
  problem(
    'sign_in_required',
    'This passkey does not let anybody in: try again, or use another way.',
    {
      errors: [{ path: 'passkey', value: 'wrong', message: 'does not let anybody in' }],
    },
  );

/**
 * Lets in who shows a passkey: after the password, or alone where the device made sure whose it is.
 */
export async function signInWithPasskey(
  { deps, signInThrottle }: SignInContext,
  step: PasskeyStep,
  answer: PasskeyAnswer,
  asked: SignInRequest,
): Promise<SignInAnswer> {
  const tools = requireSecondFactorTools(deps);
  const site = requireSite(asked);
  const before =
    step === 'second' ? await requirePendingSignIn(deps, asked, 'second_step') : undefined;
  const passkey = await findPasskey(deps.db, answer.id);
  const user = passkey === undefined ? undefined : await findUser(deps.db, passkey.account);
  const attempt = await makeAttempt(
    deps,
    before === undefined
      ? `passkey ${answer.id.slice(0, 200)}`
      : secondFactorAttempts(before.user.id),
    user?.id ?? '',
    asked,
  );
  const wait = signInThrottle.begin(attempt);
  if (wait !== undefined) throw tooManyTries(wait);
  const now = deps.clock();
  const at = now.toISOString();
  const purpose = before === undefined ? 'first' : `second ${before.half.secret_hash}`;
  const alone = before === undefined;
  const theirs =
    passkey !== undefined &&
    user !== undefined &&
    signsInHere(user) &&
    passkey.host === site.host &&
    (alone || before.user.id === user.id);
  const shown = theirs
    ? await tools.passkeys.shown(site, answer, passkey, alone, (challenge) =>
        isChallenge(tools, challenge, purpose, now),
      )
    : undefined;
  const opened =
    shown === undefined || passkey === undefined || user === undefined
      ? undefined
      : await deps.db.write(async (trx) => {
          if (
            !(await spendOnce(trx, shown.challenge, now)) ||
            !(await recordPasskeyUse(trx, passkey.id, shown.counter, at))
          )
            return undefined;
          if (before !== undefined && !(await endPendingSignIn(trx, before.half))) return undefined;
          await recordEvent(trx, {
            at,
            actor: user,
            kind: 'signed_in',
            detail: alone ? { by: way } : { second_step: way },
          });
          return completeSignIn(trx, user, asked, now);
        });
  if (opened === undefined) {
    const owner = before?.user ?? user;
    if (owner !== undefined)
      recordFailure(deps, owner, 'passkey_failed', secondFactorEndpoints.signInPasskey.path);
    throw wrong();
  }
  signInThrottle.succeed(attempt);
  return opened;
}
