import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';

/** The authenticator app of an account. `confirmed_at` is null until its set-up is complete. */
export interface Totp {
  /** The sealed secret. */
  readonly secret: string;
  readonly confirmed_at: string | null;
}
/**
 * Finds the authenticator app of an account, confirmed or not.
 * @returns undefined if the account has none
 */
export const findTotp = (source: Source, account: string): Promise<Totp | undefined> =>
  getReader(source)
    .selectFrom('account_totp')
    .select(['secret', 'confirmed_at'])
    .where('account', '=', account)
    .executeTakeFirst();

/** Lists the sealed secrets of all apps. */
export const listTotp = (source: Source): Promise<{ account: string; secret: string }[]> =>
  getReader(source).selectFrom('account_totp').select(['account', 'secret']).execute();
/** Replaces a sealed secret by the same secret under a new seal. */
export const resealTotp = (trx: Trx, account: string, secret: string): Promise<unknown> =>
  trx.updateTable('account_totp').set({ secret }).where('account', '=', account).execute();
/**
 * Stores the secret of an unconfirmed app and replaces an earlier one.
 * @returns false if one is already confirmed
 */
export async function beginTotp(trx: Trx, account: string, secret: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('account_totp')
    .values({ account, secret, last_step: 0, confirmed_at: null })
    .onConflict((c) =>
      c
        .column('account')
        .doUpdateSet({ secret, last_step: 0 })
        .where('account_totp.confirmed_at', 'is', null),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}
/**
 * Confirms an app as a second factor.
 * @returns false if there is none, or it is already confirmed
 */
export async function confirmTotp(
  trx: Trx,
  account: string,
  step: number,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('account_totp')
    .set({ confirmed_at: at, last_step: step })
    .where('account', '=', account)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
/**
 * Marks the code of a time step as used.
 * @returns false if that step or a later one is already used, since each code works once
 */
export async function spendTotpStep(trx: Trx, account: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('account_totp')
    .set({ last_step: step })
    .where('account', '=', account)
    .where('confirmed_at', 'is not', null)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
/** Deletes the authenticator app of an account. */
export const removeTotp = (trx: Trx, account: string): Promise<unknown> =>
  trx.deleteFrom('account_totp').where('account', '=', account).execute();

/** Replaces all recovery codes of an account by these hashes. */
export async function putRecoveryCodes(
  trx: Trx,
  account: string,
  hashes: readonly string[],
): Promise<void> {
  await trx.deleteFrom('recovery_code').where('account', '=', account).execute();
  if (hashes.length === 0) return;
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ account, hash })))
    .execute();
}
/** Marks a recovery code as used by deleting it. @returns false if it does not exist */
export async function spendRecoveryCode(trx: Trx, account: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recovery_code')
    .where('account', '=', account)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
/** Whether the hash belongs to an unused recovery code of the account. */
export const isRecoveryCode = async (
  source: Source,
  account: string,
  hash: string,
): Promise<boolean> =>
  (await getReader(source)
    .selectFrom('recovery_code')
    .select('hash')
    .where('account', '=', account)
    .where('hash', '=', hash)
    .executeTakeFirst()) !== undefined;
/**
 * Counts the recovery codes of an account that are not used yet.
 * @returns 0 also for an account that never had any
 */
export async function countRecoveryCodes(source: Source, account: string): Promise<number> {
  const row = await getReader(source)
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Selects the ids of accounts that have a second factor, for use in a condition. */
const accountsWithSecondFactor = (reader: Reader) =>
  reader
    .selectFrom('account_totp')
    .select('account')
    .where('confirmed_at', 'is not', null)
    .union(reader.selectFrom('passkey').select('account'));
/**
 * Selects the ids of accounts whose sessions and tokens are accepted, for use in a condition. It
 * excludes accounts that must have a second factor and have none. Accounts without a password sign
 * in with the organisation, which checks its own factors.
 */
export const selectAdmittedAccounts = (reader: Reader) =>
  reader
    .selectFrom('account')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('password', 'is', null),
        eb('role', 'not in', reader.selectFrom('second_step_role').select('role')),
        eb('id', 'in', accountsWithSecondFactor(reader)),
      ]),
    );
/** Lists the second factors of an account. */
export async function listSecondFactorMethods(
  source: Source,
  account: string,
): Promise<readonly SecondFactorMethod[]> {
  const reader = getReader(source);
  const totp = await findTotp(source, account);
  const passkey = await reader
    .selectFrom('passkey')
    .select('id')
    .where('account', '=', account)
    .limit(1)
    .executeTakeFirst();
  const ways: SecondFactorMethod[] = [];
  if (totp !== undefined && totp.confirmed_at !== null) ways.push('totp');
  if (passkey !== undefined) ways.push('passkey');
  if (ways.length > 0 && (await countRecoveryCodes(source, account)) > 0)
    ways.push('recovery_code');
  return ways;
}
/** Whether an account has a second factor. */
export const hasSecondFactor = async (source: Source, account: string): Promise<boolean> =>
  (await listSecondFactorMethods(source, account)).length > 0;
/** Lists the accounts that have a second factor. */
export const listAccountsWithSecondFactor = async (source: Source): Promise<ReadonlySet<string>> =>
  new Set(
    (await accountsWithSecondFactor(getReader(source)).execute()).map(({ account }) => account),
  );
/** Removes all second factors of an account. @returns false if it had none */
export async function removeSecondFactor(trx: Trx, account: string): Promise<boolean> {
  const had = await hasSecondFactor(trx, account);
  await removeTotp(trx, account);
  await trx.deleteFrom('passkey').where('account', '=', account).execute();
  await putRecoveryCodes(trx, account, []);
  return had;
}

/** Lists the roles that require a second factor, from the lowest. */
export async function listSecondFactorRoles(source: Source): Promise<readonly Role[]> {
  const rows = await getReader(source).selectFrom('second_step_role').select('role').execute();
  return roles.filter((role) => rows.some((one) => one.role === role));
}
/** Replaces the list of roles that require a second factor. */
export async function putSecondFactorRoles(trx: Trx, roles: readonly Role[]): Promise<void> {
  await trx.deleteFrom('second_step_role').execute();
  if (roles.length === 0) return;
  await trx
    .insertInto('second_step_role')
    .values(roles.map((role) => ({ role })))
    .execute();
}
