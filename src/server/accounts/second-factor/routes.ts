import type { SecondStepWay, TotpSecret } from '#contract/accounts/second-factor.ts';
import { letIn } from '#server/accounts/sessions/create-session.ts';
import { requireOwnPassword, triedByOwner } from '#server/accounts/sign-in/confirm-password.ts';
import { ownerWithPassword } from '#server/accounts/account-owner.ts';
import {
  secondStepOf,
  withNewWay,
  withoutWay,
} from '#server/accounts/own-second-factor-service.ts';
import {
  halfWayIn,
  letInWhole,
  makeRecoveryCodes,
  proofOf,
  spend,
  stepAttempts,
  takeCode,
  toolsOf,
  totpBound,
  totpStepOf,
  wrongCode,
} from './service.ts';
import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  beginTotp,
  confirmTotp,
  removeTotp,
  hasSecondStep,
} from '#server/accounts/second-factor-store.ts';
import type { User } from '#server/accounts/user-store.ts';
import { route, type Host } from '#server/http/route.ts';

const secret = { secret: true } as const;
const noStore = { 'cache-control': 'no-store' };
const way: SecondStepWay = 'totp';
const onAlready = () => problem('conflict', 'Codes of an app are on already: turn them off first.');

/** The second step by codes, at signing in and on one's account. */
export function addSecondStep(host: Host): void {
  const { deps, attempts } = host;
  const start = async (user: User): Promise<TotpSecret> => {
    const tools = toolsOf(deps);
    const fresh = tools.newTotpSecret();
    const sealed = tools.seal(fresh, totpBound(user.id));
    if (!(await deps.db.write((trx) => beginTotp(trx, user.id, sealed)))) throw onAlready();
    return { secret: fresh, address: tools.totpAddress(fresh, user.login) };
  };
  /** The step of a code of the app that was begun; tries are counted, since whoever holds the session may guess. */
  const begun = async (user: User, code: string): Promise<number> => {
    const step = await triedByOwner(attempts, stepAttempts(user.id), () =>
      totpStepOf(deps, user.id, code, false),
    );
    if (step === undefined) throw wrongCode();
    return step;
  };
  const confirm = (trx: Trx, user: User, step: number, at: string): Promise<readonly string[]> =>
    withNewWay(trx, user, async () => {
      if (!(await confirmTotp(trx, user.id, step, at))) throw onAlready();
      await recordEvent(trx, { at, actor: user, kind: 'second_step_added', detail: { way } });
    });

  route(
    host,
    'signInCode',
    ({ body, ...asked }) => takeCode({ deps, attempts }, body.code, asked),
    secret,
  );
  route(
    host,
    'startFirstTotp',
    async (asked) => ({ json: await start((await halfWayIn(deps, asked, 'set_up')).user) }),
    secret,
  );
  route(
    host,
    'turnOnFirstTotp',
    async ({ body, ...asked }) => {
      const { user } = await halfWayIn(deps, asked, 'set_up');
      const step = await begun(user, body.code);
      const now = deps.clock();
      return deps.db.write(async (trx) => {
        const at = now.toISOString();
        const recovery_codes = await confirm(trx, user, step, at);
        await recordEvent(trx, { at, actor: user, kind: 'signed_in' });
        const { cookies } = await letInWhole(trx, user, asked, now);
        return { json: { recovery_codes }, cookies };
      });
    },
    secret,
  );

  route(host, 'secondStep', async ({ principal, ...page }) => ({
    json: await secondStepOf(deps, await ownerWithPassword(deps.db, principal), page),
    headers: noStore,
  }));
  route(
    host,
    'startTotp',
    async ({ principal }) => ({ json: await start(await ownerWithPassword(deps.db, principal)) }),
    secret,
  );
  route(
    host,
    'turnOnTotp',
    async ({ body, principal, session, request, https }) => {
      const user = await ownerWithPassword(deps.db, principal);
      await requireOwnPassword(host, user, body.password, 'password');
      const step = await begun(user, body.code);
      const now = deps.clock();
      return deps.db.write(async (trx) => {
        const recovery_codes = await confirm(trx, user, step, now.toISOString());
        const { cookies } = await letIn(trx, user, { request, https, session }, now);
        return { json: { recovery_codes }, cookies };
      });
    },
    secret,
  );
  route(
    host,
    'turnOffTotp',
    async ({ body, principal, ...page }) => {
      const user = await ownerWithPassword(deps.db, principal);
      await requireOwnPassword(host, user, body.password, 'password');
      const proof = await triedByOwner(attempts, stepAttempts(user.id), () =>
        proofOf(deps, user.id, body.code),
      );
      if (proof === undefined) throw wrongCode();
      const at = deps.clock().toISOString();
      await deps.db.write((trx) =>
        withoutWay(trx, user, body.password, async () => {
          if (!(await spend(trx, user, proof, at))) throw wrongCode();
          await removeTotp(trx, user.id);
          await recordEvent(trx, { at, actor: user, kind: 'second_step_removed', detail: { way } });
        }),
      );
      return { json: await secondStepOf(deps, user, page) };
    },
    secret,
  );
  route(
    host,
    'renewRecoveryCodes',
    async ({ body, principal }) => {
      const user = await ownerWithPassword(deps.db, principal);
      await requireOwnPassword(host, user, body.password, 'password');
      return deps.db.write(async (trx) => {
        if (!(await hasSecondStep(trx, user.id)))
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
