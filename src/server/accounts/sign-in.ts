import type { SignIn } from '#contract/accounts.ts';
import type { AppDeps } from '#server/deps.ts';
import { problem } from '#server/http/problem.ts';
import { hashOf } from '#server/http/secrets.ts';
import { blockOf } from '#server/sharing/rate-limits.ts';
import { recordEvent } from '#server/store/audit.ts';
import { isKnownDevice } from '#server/store/sessions.ts';
import { changeUser, findUserByLogin, foldLogin, type User } from '#server/store/users.ts';
import type { Attempts } from './attempts.ts';
import { deviceOf, letIn, type Browser, type Opened } from './let-in.ts';
import { inTurn, passwordsOf } from './new-password.ts';

/** Checked where there is no such account, so that the answer takes as long. Of no password that anybody knows. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlzIQ$cmVwbGFjZWQgYnkgbm90aGluZyB0aGF0IG1hdGNoZXMgaXQ';

const tooMany = (seconds: number) =>
  problem('rate_limited', 'Too many tries. Wait, or sign in with a browser that you used here before.', {
    headers: { 'retry-after': String(seconds) },
  });
const wrong = () => problem('sign_in_required', 'This name and this password do not belong together.');

interface Asked extends Browser {
  readonly ip: string | undefined;
}
interface Parts {
  readonly deps: AppDeps;
  readonly attempts: Attempts;
}

/** Lets somebody in by name and password. A wrong name, a wrong password and a disabled account are told alike, after the same work. */
export async function signIn({ deps, attempts }: Parts, { login, password }: SignIn, asked: Asked): Promise<Opened> {
  const passwords = passwordsOf(deps);
  const now = deps.clock();
  const user = await findUserByLogin(deps.db, login);
  const device = deviceOf(asked);
  const deviceHash = device === undefined ? undefined : await hashOf(device);
  const known = deviceHash !== undefined && (await isKnownDevice(deps.db, deviceHash, user?.id ?? '', now));
  const attempt = { account: foldLogin(login).slice(0, 200), device: known ? deviceHash : undefined, block: blockOf(asked.ip) };
  const wait = attempts.begin(attempt);
  if (wait !== undefined) throw tooMany(wait);
  const stored = user?.password ?? nobodys;
  const fits = await inTurn(() => passwords.verify(stored, password)).catch((error: unknown) => {
    attempts.withdraw(attempt);
    throw error;
  });
  if (!fits || user?.state !== 'active') {
    if (user !== undefined) noteFailure(deps, user, now);
    throw wrong();
  }
  attempts.succeed(attempt);
  const renewed = passwords.isOld(stored) ? await inTurn(() => passwords.hash(password)) : undefined;
  return deps.db.write(async (trx) => {
    if (renewed !== undefined) await changeUser(trx, user, { password: renewed });
    await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'signed_in' });
    return letIn(trx, user, asked, now);
  });
}

/** Nobody waits for it: how long the answer takes must not tell that there is such an account. */
function noteFailure({ db, log }: AppDeps, user: User, now: Date): void {
  const noted = db.write((trx) =>
    recordEvent(trx, { at: now.toISOString(), actor: { name: '?' }, kind: 'sign_in_failed', object: user.name }),
  );
  noted.catch((error: unknown) =>
    log?.({ level: 'warning', reference: 'audit', method: 'POST', path: '/api/v1/sign-in', status: 401, error: String(error) }),
  );
}
