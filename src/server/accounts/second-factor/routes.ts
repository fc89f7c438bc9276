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
  secondFactorAttempts,
  signInWithCode,
  requireSecondFactorTools,
  totpBinding,
  findTotpStep,
  wrongCode,
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
import { route } from '#server/http/route.ts';

const secret = { secret: true } as const;
const noStore = { 'cache-control': 'no-store' };
const way: SecondFactorMethod = 'totp';
const onAlready = () => problem('conflict', 'Codes of an app are on already: turn them off first.');

/** The second step by codes, at signing in and on one's account. */
export function addSecondStep(host: Host): void {
  const { deps, signInThrottle } = host;
  const start = async (user: User): Promise<TotpSecret> => {
    const tools = requireSecondFactorTools(deps);
    const fresh = tools.newTotpSecret();
    const sealed = tools.seal(fresh, totpBinding(user.id));
    if (!(await deps.db.write((trx) => beginTotp(trx, user.id, sealed)))) throw onAlready();
    return { secret: fresh, address: tools.totpAddress(fresh, user.login) };
  };
  /**
   * The step of a code of the app that was begun; tries are counted, since whoever holds the
   * session may guess.
   */
  const begun = async (user: User, code: string): Promise<number> => {
    const step = await limitTries(signInThrottle, secondFactorAttempts(user.id), () =>
      findTotpStep(deps, user.id, code, false),
    );
    if (step === undefined) throw wrongCode();
    return step;
  };
  const confirm = (trx: Trx, user: User, step: number, at: string): Promise<readonly string[]> =>
    addFactor(trx, user, async () => {
      if (!(await confirmTotp(trx, user.id, step, at))) throw onAlready();
      await recordEvent(trx, { at, actor: user, kind: 'second_step_added', detail: { way } });
    });

  route(
    host,
    'signInCode',
    ({ body, ...asked }) => signInWithCode({ deps, signInThrottle }, body.code, asked),
    secret,
  );
  route(
    host,
    'startFirstTotp',
    async (asked) => ({
      json: await start((await requirePendingSignIn(deps, asked, 'set_up')).user),
    }),
    secret,
  );
  route(
    host,
    'turnOnFirstTotp',
    async ({ body, ...asked }) => {
      const { user } = await requirePendingSignIn(deps, asked, 'set_up');
      const step = await begun(user, body.code);
      const now = deps.clock();
      return deps.db.write(async (trx) => {
        const at = now.toISOString();
        const recovery_codes = await confirm(trx, user, step, at);
        await recordEvent(trx, { at, actor: user, kind: 'signed_in' });
        const { cookies } = await completeSignIn(trx, user, asked, now);
        return { json: { recovery_codes }, cookies };
      });
    },
    secret,
  );

  route(host, 'secondStep', async ({ principal, ...page }) => ({
    json: await describeSecondFactor(deps, await requirePasswordAccount(deps.db, principal), page),
    headers: noStore,
  }));
  route(
    host,
    'startTotp',
    async ({ principal }) => ({
      json: await start(await requirePasswordAccount(deps.db, principal)),
    }),
    secret,
  );
  route(
    host,
    'turnOnTotp',
    async ({ body, principal, session, request, https }) => {
      const user = await requirePasswordAccount(deps.db, principal);
      await requireOwnPassword(host, user, body.password, 'password');
      const step = await begun(user, body.code);
      const now = deps.clock();
      return deps.db.write(async (trx) => {
        const recovery_codes = await confirm(trx, user, step, now.toISOString());
        const { cookies } = await createSession(trx, user, { request, https, session }, now);
        return { json: { recovery_codes }, cookies };
      });
    },
    secret,
  );
  route(
    host,
    'turnOffTotp',
    async ({ body, principal, ...page }) => {
      const user = await requirePasswordAccount(deps.db, principal);
      await requireOwnPassword(host, user, body.password, 'password');
      const proof = await limitTries(signInThrottle, secondFactorAttempts(user.id), () =>
        checkCode(deps, user.id, body.code),
      );
      if (proof === undefined) throw wrongCode();
      const at = deps.clock().toISOString();
      await deps.db.write((trx) =>
        removeFactor(trx, user, body.password, async () => {
          if (!(await spendProof(trx, user, proof, at))) throw wrongCode();
          await removeTotp(trx, user.id);
          await recordEvent(trx, { at, actor: user, kind: 'second_step_removed', detail: { way } });
        }),
      );
      return { json: await describeSecondFactor(deps, user, page) };
    },
    secret,
  );
  route(
    host,
    'renewRecoveryCodes',
    async ({ body, principal }) => {
      const user = await requirePasswordAccount(deps.db, principal);
      await requireOwnPassword(host, user, body.password, 'password');
      return deps.db.write(async (trx) => {
        if (!(await hasSecondFactor(trx, user.id)))
          throw problem('conflict', 'Turn on a second step first: recovery codes stand in for it.');
        await recordEvent(trx, {
          at: deps.clock().toISOString(),
          actor: user,
          kind: 'recovery_codes_renewed',
        });
        return { json: { recovery_codes: await makeRecoveryCodes(trx, user.id) } };
      });
    },
    secret,
  );
}
