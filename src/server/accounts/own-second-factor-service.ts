import { compact } from '#domain/values/compact.ts';
import type { SecondFactorState } from '#contract/accounts/second-factor-schemas.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { listPasskeys } from './passkey-store.ts';
import {
  listSecondFactorRoles,
  countRecoveryCodes,
  findTotp,
  putRecoveryCodes,
  hasSecondFactor,
} from './second-factor-store.ts';
import { endSessions } from './session-store.ts';
import type { User } from './user-store.ts';
import { passkeySite } from '#server/accounts/passkeys/service.ts';
import { isSufficientAlone } from '#server/accounts/sign-in/password-rules.ts';
import { makeRecoveryCodes } from '#server/accounts/second-factor/service.ts';
import type { SignInRequest } from '#server/accounts/sign-in/sign-in-service.ts';

/** One's own second step as it is shown. */
export async function describeSecondFactor(
  { db }: AppDeps,
  user: User,
  page: Pick<SignInRequest, 'request' | 'https'>,
): Promise<SecondFactorState> {
  const [totp, roles, recovery_codes, passkeys] = await Promise.all([
    findTotp(db, user.id),
    listSecondFactorRoles(db),
    countRecoveryCodes(db, user.id),
    listPasskeys(db, user.id),
  ]);
  const since = totp?.confirmed_at;
  return {
    compulsory: roles.includes(user.role),
    recovery_codes,
    passkeys: passkeys.map(({ id, name, host, created_at, used_at }) => ({
      id,
      name,
      host,
      created_at,
      ...compact({ used_at: used_at === null ? undefined : used_at }),
    })),
    passkeys_here: passkeySite(page) !== undefined,
    ...compact({ totp_since: since == null ? undefined : since }),
  };
}

/**
 * Adds a way of the second step by `add`. Whoever came in by the password alone is signed out; with
 * the first way come recovery codes.
 */
export async function addFactor(
  trx: Trx,
  user: User,
  add: () => Promise<void>,
): Promise<readonly string[]> {
  const first = !(await hasSecondFactor(trx, user.id));
  await add();
  await endSessions(trx, user.id);
  return first ? makeRecoveryCodes(trx, user.id) : [];
}
/**
 * Refuses to take away the last way of a second step where one must be left, or where the password
 * can not stand alone.
 */
async function requireSpare(trx: Trx, user: User, password: string): Promise<void> {
  if ((await listSecondFactorRoles(trx)).includes(user.role))
    throw problem(
      'conflict',
      'Your role must have a second step: add another one before this one goes.',
      {
        errors: [{ path: 'second_step', value: 'role', message: 'is compulsory for your role' }],
      },
    );
  if (!isSufficientAlone(password))
    throw problem(
      'conflict',
      'Choose a longer password first: without a second step this one is too short.',
      {
        errors: [
          {
            path: 'second_step',
            value: 'short_password',
            message: 'is needed beside a short password',
          },
        ],
      },
    );
}
/**
 * Takes a way of the second step away by `take`; with the last one the recovery codes go.
 * `password`: the present one.
 */
export async function removeFactor(
  trx: Trx,
  user: User,
  password: string,
  take: () => Promise<void>,
): Promise<void> {
  await take();
  if (await hasSecondFactor(trx, user.id)) return;
  // refused here, what was taken is put back with the transaction
  await requireSpare(trx, user, password);
  await putRecoveryCodes(trx, user.id, []);
}
