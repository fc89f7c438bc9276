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
import { findPasskeySite } from '#server/accounts/passkeys/service.ts';
import { isSufficientAlone } from '#server/accounts/sign-in/password-rules.ts';
import { makeRecoveryCodes } from '#server/accounts/second-factor/service.ts';
import type { SignInRequest } from '#server/accounts/sign-in/sign-in-service.ts';

/** Describes the second factor of a user for their account page. */
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
    passkeys_here: findPasskeySite(page) !== undefined,
    ...compact({ totp_since: since == null ? undefined : since }),
  };
}

/**
 * Adds a factor by `add` and ends all sessions of the user, since they were opened without it.
 * @returns new recovery codes for the first factor, otherwise none
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
 * Rejects the removal of the last factor if the role requires one, or if the password is too short
 * without one.
 * @throws HttpProblem
 */
async function requireSpare(trx: Trx, user: User, password: string): Promise<void> {
  if ((await listSecondFactorRoles(trx)).includes(user.role))
    throw problem(
      'conflict',
      'Your role requires a second factor: add another one before you remove this one.',
      {
        errors: [{ path: 'second_step', value: 'role', message: 'is required for your role' }],
      },
    );
  if (!isSufficientAlone(password))
    throw problem(
      'conflict',
      'Choose a longer password first: without a second factor this one is too short.',
      {
        errors: [
          {
            path: 'second_step',
            value: 'short_password',
            message: 'is required with a short password',
          },
        ],
      },
    );
}
/**
 * Removes a factor by `take`. With the last factor it also removes the recovery codes.
 * @param password - the current password
 * @throws HttpProblem if the role requires a factor and no other is left, or the password is too
 * short without one
 */
export async function removeFactor(
  trx: Trx,
  user: User,
  password: string,
  take: () => Promise<void>,
): Promise<void> {
  await take();
  if (await hasSecondFactor(trx, user.id)) return;
  // a rejection rolls back the removal
  await requireSpare(trx, user, password);
  await putRecoveryCodes(trx, user.id, []);
}
