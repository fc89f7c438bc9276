import type { SecondStep, SecondStepWay, TotpSecret } from '#contract/second-step.ts';
import { letIn } from '#server/accounts/let-in.ts';
import { requireOwnPassword } from '#server/accounts/own-password.ts';
import { standsAlone } from '#server/accounts/password-rules.ts';
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
} from '#server/accounts/second-step.ts';
import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/http/problem.ts';
import { recordEvent } from '#server/store/audit.ts';
import { endHalfSessions } from '#server/store/half-sessions.ts';
import {
  beginTotp,
  compulsoryRoles,
  confirmTotp,
  countRecoveryCodes,
  findTotp,
  putRecoveryCodes,
  removeTotp,
  secondStepWaysOf,
} from '#server/store/second-steps.ts';
import { endSessions } from '#server/store/sessions.ts';
import { findUser, type User } from '#server/store/users.ts';
import { route, type Host } from './route.ts';

const secret = { secret: true } as const;
const noStore = { 'cache-control': 'no-store' };
const onAlready = () => problem('conflict', 'Codes of an app are on already: turn them off first.');

/** Refuses to take away the last way of a second step where one must be left, or where the password can not stand alone. */
async function requireSpare(trx: Trx, user: User, password: string): Promise<void> {
  if ((await compulsoryRoles(trx)).includes(user.role))
    throw problem('conflict', 'Your role must have a second step: add another one before this one goes.', {
      errors: [{ path: 'second_step', value: 'role', message: 'is compulsory for your role' }],
    });
  if (!standsAlone(password))
    throw problem('conflict', 'Choose a longer password first: without a second step this one is too short.', {
      errors: [{ path: 'second_step', value: 'short_password', message: 'is needed beside a short password' }],
    });
}

/** One's own second step, at signing in and on one's account. */
export function addSecondStep(host: Host): void {
  const { deps, attempts } = host;
  const self = async (id: string | undefined): Promise<User> => {
    const user = await findUser(deps.db, id ?? '');
    if (user === undefined) throw problem('not_found', 'There is no such account.');
    if (user.password === null) throw problem('conflict', 'This account has no password: its owner signs in another way.');
    return user;
  };
  const start = async (user: User): Promise<TotpSecret> => {
    const tools = toolsOf(deps);
    const fresh = tools.newTotpSecret();
    const sealed = tools.seal(fresh, totpBound(user.id));
    if (!(await deps.db.write((trx) => beginTotp(trx, user.id, sealed)))) throw onAlready();
    return { secret: fresh, address: tools.totpAddress(fresh, user.login) };
  };
  /** The step of a code of the app that was begun; tries are counted, since whoever holds the session may guess. */
  const begun = async (user: User, code: string): Promise<number> => {
    const attempt = { account: stepAttempts(user.id), block: stepAttempts(user.id) };
    const wait = attempts.begin(attempt);
    if (wait !== undefined) throw problem('rate_limited', 'Too many tries: wait a while.', { headers: { 'retry-after': String(wait) } });
    const step = await totpStepOf(deps, user.id, code, false);
    if (step === undefined) throw wrongCode();
    attempts.succeed(attempt);
    return step;
  };
  /** Makes it a second step. Whoever came in without one is signed out. */
  const confirm = async (trx: Trx, user: User, step: number, at: string): Promise<readonly string[]> => {
    const first = (await secondStepWaysOf(trx, user.id)).length === 0;
    if (!(await confirmTotp(trx, user.id, step, at))) throw onAlready();
    await endSessions(trx, user.id);
    await endHalfSessions(trx, user.id);
    await recordEvent(trx, { at, actor: user, kind: 'second_step_added', detail: { way: 'totp' satisfies SecondStepWay } });
    return first ? makeRecoveryCodes(trx, user.id) : [];
  };
  const shown = async (user: User): Promise<SecondStep> => {
    const [totp, roles, left] = await Promise.all([
      findTotp(deps.db, user.id),
      compulsoryRoles(deps.db),
      countRecoveryCodes(deps.db, user.id),
    ]);
    const since = totp?.confirmed_at;
    return { compulsory: roles.includes(user.role), recovery_codes: left, ...(since == null ? {} : { totp_since: since }) };
  };

  route(host, 'signInCode', ({ body, ...asked }) => takeCode({ deps, attempts }, body.code, asked), secret);
  route(host, 'startFirstTotp', async (asked) => ({ json: await start((await halfWayIn(deps, asked, 'set_up')).user) }), secret);
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

  route(host, 'secondStep', async ({ principal }) => ({ json: await shown(await self(principal?.id)), headers: noStore }));
  route(host, 'startTotp', async ({ principal }) => ({ json: await start(await self(principal?.id)) }), secret);
  route(
    host,
    'turnOnTotp',
    async ({ body, principal, session, request, https }) => {
      const user = await self(principal?.id);
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
    async ({ body, principal }) => {
      const user = await self(principal?.id);
      await requireOwnPassword(host, user, body.password, 'password');
      const proof = await proofOf(deps, user.id, body.code);
      if (proof === undefined) throw wrongCode();
      const at = deps.clock().toISOString();
      await deps.db.write(async (trx) => {
        const last = !(await secondStepWaysOf(trx, user.id)).includes('passkey');
        if (last) await requireSpare(trx, user, body.password);
        if (!(await spend(trx, user, proof, at))) throw wrongCode();
        await removeTotp(trx, user.id);
        if (last) await putRecoveryCodes(trx, user.id, []);
        await recordEvent(trx, { at, actor: user, kind: 'second_step_removed', detail: { way: 'totp' satisfies SecondStepWay } });
      });
      return { json: await shown(user) };
    },
    secret,
  );
  route(
    host,
    'renewRecoveryCodes',
    async ({ body, principal }) => {
      const user = await self(principal?.id);
      await requireOwnPassword(host, user, body.password, 'password');
      return deps.db.write(async (trx) => {
        if ((await secondStepWaysOf(trx, user.id)).length === 0)
          throw problem('conflict', 'Turn on a second step first: recovery codes stand in for it.');
        await recordEvent(trx, { at: deps.clock().toISOString(), actor: user, kind: 'recovery_codes_renewed' });
        return { json: { recovery_codes: await makeRecoveryCodes(trx, user.id) } };
      });
    },
    secret,
  );
}
