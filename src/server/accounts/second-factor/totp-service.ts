import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import type { SecondFactorState, TotpSecret } from '#contract/accounts/second-factor-schemas.ts';
import { createSession, type SignInAnswer } from '#server/accounts/sessions/create-session.ts';
import {
  requireOwnPassword,
  limitTries,
  type SignInContext,
} from '#server/accounts/sign-in/confirm-password.ts';
import { requirePasswordAccount } from '#server/accounts/account-owner.ts';
import {
  describeSecondFactor,
  addFactor,
  removeFactor,
} from '#server/accounts/own-second-factor-service.ts';
import {
  requirePendingSignIn,
  completeSignIn,
  makeRecoveryCodes,
  checkCode,
  spendProof,
  makeSecondFactorKey,
  requireSecondFactorTools,
  makeTotpBinding,
  findTotpStep,
  makeWrongCodeProblem,
} from './service.ts';
import type { SignInRequest } from '#server/accounts/sign-in/sign-in-service.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  beginTotp,
  confirmTotp,
  removeTotp,
  hasSecondFactor,
} from '#server/accounts/second-factor-store.ts';
import type { User } from '#server/accounts/user-store.ts';

const way: SecondFactorMethod = 'totp';
interface RecoveryCodes {
  readonly recovery_codes: readonly string[];
}
/** The current password of a user, and a code of the app. */
interface PasswordAndCode {
  readonly password: string;
  readonly code: string;
}

const totpAlreadyOn = () => problem('conflict', 'App codes are already on: turn them off first.');

async function startTotp(deps: AppDeps, user: User): Promise<TotpSecret> {
  const tools = requireSecondFactorTools(deps);
  const secret = tools.newTotpSecret();
  const sealedSecret = tools.seal(secret, makeTotpBinding(user.id));
  if (!(await deps.db.write((trx) => beginTotp(trx, user.id, sealedSecret)))) throw totpAlreadyOn();
  return { secret, address: tools.totpAddress(secret, user.login) };
}

/**
 * Starts the set-up of a pending user's authenticator app with a new secret.
 * @throws HttpProblem if no sign-in is pending, or codes are already on
 */
export async function startFirstTotp(deps: AppDeps, browser: SignInRequest): Promise<TotpSecret> {
  const { user } = await requirePendingSignIn(deps, browser, 'set_up');
  return startTotp(deps, user);
}
/**
 * Starts the set-up of a signed-in user's authenticator app with a new secret.
 * @throws HttpProblem if codes are already on
 */
export const startOwnTotp = async (
  deps: AppDeps,
  principal: Caller['principal'],
): Promise<TotpSecret> => startTotp(deps, await requirePasswordAccount(deps.db, principal));

/**
 * Checks the first code of an app. It limits attempts, since the holder of a stolen session could
 * guess.
 * @returns the 30-second step of the code
 * @throws HttpProblem if the code is wrong
 */
async function checkFirstCode(
  { deps, signInThrottle }: SignInContext,
  user: User,
  code: string,
): Promise<number> {
  const step = await limitTries(signInThrottle, makeSecondFactorKey(user.id), () =>
    findTotpStep(deps, user.id, code, false),
  );
  if (step === undefined) throw makeWrongCodeProblem();
  return step;
}

/** Turns app codes on. @returns recovery codes if it is the first second factor */
const turnOnTotp = (trx: Trx, user: User, step: number, at: string): Promise<readonly string[]> =>
  addFactor(trx, user, async () => {
    if (!(await confirmTotp(trx, user.id, step, at))) throw totpAlreadyOn();
    await recordEvent(trx, { at, actor: user, kind: 'second_step_added', detail: { way } });
  });

/**
 * Turns on app codes of a pending user, and signs the user in.
 * @throws HttpProblem if no sign-in is pending, or the code is wrong
 */
export async function turnOnFirstTotp(
  context: SignInContext,
  code: string,
  browser: SignInRequest,
): Promise<SignInAnswer<RecoveryCodes>> {
  const { deps } = context;
  const { user } = await requirePendingSignIn(deps, browser, 'set_up');
  const step = await checkFirstCode(context, user, code);
  const now = deps.clock();
  return deps.db.write(async (trx) => {
    const at = now.toISOString();
    const recovery_codes = await turnOnTotp(trx, user, step, at);
    await recordEvent(trx, { at, actor: user, kind: 'signed_in' });
    const { cookies } = await completeSignIn(trx, user, browser, now);
    return { json: { recovery_codes }, cookies };
  });
}

/**
 * Turns on app codes of a signed-in user, and replaces the session.
 * @throws HttpProblem if the password or the code is wrong
 */
export async function turnOnOwnTotp(
  context: SignInContext,
  principal: Caller['principal'],
  { password, code }: PasswordAndCode,
  { request, https, session }: Omit<SignInRequest, 'ip'>,
): Promise<SignInAnswer<RecoveryCodes>> {
  const { deps } = context;
  const user = await requirePasswordAccount(deps.db, principal);
  await requireOwnPassword(context, user, password, 'password');
  const step = await checkFirstCode(context, user, code);
  const now = deps.clock();
  return deps.db.write(async (trx) => {
    const recovery_codes = await turnOnTotp(trx, user, step, now.toISOString());
    const { cookies } = await createSession(trx, user, { request, https, session }, now);
    return { json: { recovery_codes }, cookies };
  });
}

/**
 * Turns off app codes of a signed-in user.
 * @throws HttpProblem if the password or the code is wrong, or a factor must remain
 */
export async function turnOffOwnTotp(
  context: SignInContext,
  principal: Caller['principal'],
  { password, code }: PasswordAndCode,
  page: Pick<SignInRequest, 'request' | 'https'>,
): Promise<SecondFactorState> {
  const { deps, signInThrottle } = context;
  const user = await requirePasswordAccount(deps.db, principal);
  await requireOwnPassword(context, user, password, 'password');
  const proof = await limitTries(signInThrottle, makeSecondFactorKey(user.id), () =>
    checkCode(deps, user.id, code),
  );
  if (proof === undefined) throw makeWrongCodeProblem();
  const at = deps.clock().toISOString();
  await deps.db.write((trx) =>
    removeFactor(trx, user, password, async () => {
      if (!(await spendProof(trx, user, proof, at))) throw makeWrongCodeProblem();
      await removeTotp(trx, user.id);
      await recordEvent(trx, { at, actor: user, kind: 'second_step_removed', detail: { way } });
    }),
  );
  return describeSecondFactor(deps, user, page);
}

/**
 * Replaces the recovery codes of a signed-in user.
 * @throws HttpProblem if the password is wrong, or the user has no second factor
 */
export async function renewRecoveryCodes(
  context: SignInContext,
  principal: Caller['principal'],
  password: string,
): Promise<RecoveryCodes> {
  const { db, clock } = context.deps;
  const user = await requirePasswordAccount(db, principal);
  await requireOwnPassword(context, user, password, 'password');
  return db.write(async (trx) => {
    if (!(await hasSecondFactor(trx, user.id)))
      throw problem('conflict', 'Turn on a second factor first: recovery codes replace it.');
    const at = clock().toISOString();
    await recordEvent(trx, { at, actor: user, kind: 'recovery_codes_renewed' });
    return { recovery_codes: await makeRecoveryCodes(trx, user.id) };
  });
}
