import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import type { TotpSecret } from '#contract/accounts/second-factor-schemas.ts';
import { createSession } from '#server/accounts/sessions/create-session.ts';
import { requireOwnPassword, limitTries } from '#server/accounts/sign-in/confirm-password.ts';
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
  signInWithCode,
  requireSecondFactorTools,
  makeTotpBinding,
  findTotpStep,
  makeWrongCodeProblem,
} from './service.ts';
import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  beginTotp,
  confirmTotp,
  removeTotp,
  hasSecondFactor,
} from '#server/accounts/second-factor-store.ts';
import type { User } from '#server/accounts/user-store.ts';
import type { Host } from '#server/http/host.ts';
import { route, type AccountHandler } from '#server/http/route.ts';

const secret = { secret: true } as const;
const noStore = { 'cache-control': 'no-store' };
const way: SecondFactorMethod = 'totp';

const totpAlreadyOn = () => problem('conflict', 'App codes are already on: turn them off first.');

/**
 * Starts the set-up of an authenticator app with a new secret.
 * @throws HttpProblem if codes are already on
 */
async function startTotp({ deps }: Host, user: User): Promise<TotpSecret> {
  const tools = requireSecondFactorTools(deps);
  const secret = tools.newTotpSecret();
  const sealedSecret = tools.seal(secret, makeTotpBinding(user.id));
  if (!(await deps.db.write((trx) => beginTotp(trx, user.id, sealedSecret)))) throw totpAlreadyOn();
  return { secret, address: tools.totpAddress(secret, user.login) };
}

/**
 * Checks the first code of an app. It limits attempts, since the holder of a stolen session could
 * guess.
 * @returns the 30-second step of the code
 * @throws HttpProblem if the code is wrong
 */
async function checkFirstCode(
  { deps, signInThrottle }: Host,
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

const turnOnFirstTotp =
  (host: Host): AccountHandler<'turnOnFirstTotp'> =>
  async ({ body, ...browser }) => {
    const { deps } = host;
    const { user } = await requirePendingSignIn(deps, browser, 'set_up');
    const step = await checkFirstCode(host, user, body.code);
    const now = deps.clock();
    return deps.db.write(async (trx) => {
      const at = now.toISOString();
      const recovery_codes = await turnOnTotp(trx, user, step, at);
      await recordEvent(trx, { at, actor: user, kind: 'signed_in' });
      const { cookies } = await completeSignIn(trx, user, browser, now);
      return { json: { recovery_codes }, cookies };
    });
  };

const turnOnOwnTotp =
  (host: Host): AccountHandler<'turnOnTotp'> =>
  async ({ body, principal, session, request, https }) => {
    const { deps } = host;
    const user = await requirePasswordAccount(deps.db, principal);
    await requireOwnPassword(host, user, body.password, 'password');
    const step = await checkFirstCode(host, user, body.code);
    const now = deps.clock();
    return deps.db.write(async (trx) => {
      const recovery_codes = await turnOnTotp(trx, user, step, now.toISOString());
      const { cookies } = await createSession(trx, user, { request, https, session }, now);
      return { json: { recovery_codes }, cookies };
    });
  };

const turnOffTotp =
  (host: Host): AccountHandler<'turnOffTotp'> =>
  async ({ body, principal, ...page }) => {
    const { deps, signInThrottle } = host;
    const user = await requirePasswordAccount(deps.db, principal);
    await requireOwnPassword(host, user, body.password, 'password');
    const proof = await limitTries(signInThrottle, makeSecondFactorKey(user.id), () =>
      checkCode(deps, user.id, body.code),
    );
    if (proof === undefined) throw makeWrongCodeProblem();
    const at = deps.clock().toISOString();
    await deps.db.write((trx) =>
      removeFactor(trx, user, body.password, async () => {
        if (!(await spendProof(trx, user, proof, at))) throw makeWrongCodeProblem();
        await removeTotp(trx, user.id);
        await recordEvent(trx, { at, actor: user, kind: 'second_step_removed', detail: { way } });
      }),
    );
    return { json: await describeSecondFactor(deps, user, page) };
  };

const renewRecoveryCodes =
  (host: Host): AccountHandler<'renewRecoveryCodes'> =>
  async ({ body, principal }) => {
    const { deps } = host;
    const user = await requirePasswordAccount(deps.db, principal);
    await requireOwnPassword(host, user, body.password, 'password');
    return deps.db.write(async (trx) => {
      if (!(await hasSecondFactor(trx, user.id)))
        throw problem('conflict', 'Turn on a second factor first: recovery codes replace it.');
      await recordEvent(trx, {
        at: deps.clock().toISOString(),
        actor: user,
        kind: 'recovery_codes_renewed',
      });
      return { json: { recovery_codes: await makeRecoveryCodes(trx, user.id) } };
    });
  };

/** Adds the endpoints of codes as a second factor, for sign-in and for the user's own account. */
export function addSecondFactor(host: Host): void {
  const { deps, signInThrottle } = host;
  route(
    host,
    'signInCode',
    ({ body, ...browser }) => signInWithCode({ deps, signInThrottle }, body.code, browser),
    secret,
  );
  route(
    host,
    'startFirstTotp',
    async (call) => {
      const { user } = await requirePendingSignIn(deps, call, 'set_up');
      return { json: await startTotp(host, user) };
    },
    secret,
  );
  route(host, 'turnOnFirstTotp', turnOnFirstTotp(host), secret);
  route(host, 'secondStep', async ({ principal, ...page }) => ({
    json: await describeSecondFactor(deps, await requirePasswordAccount(deps.db, principal), page),
    headers: noStore,
  }));
  route(
    host,
    'startTotp',
    async ({ principal }) => ({
      json: await startTotp(host, await requirePasswordAccount(deps.db, principal)),
    }),
    secret,
  );
  route(host, 'turnOnTotp', turnOnOwnTotp(host), secret);
  route(host, 'turnOffTotp', turnOffTotp(host), secret);
  route(host, 'renewRecoveryCodes', renewRecoveryCodes(host), secret);
}
