import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';

/** The app of somebody's codes. `confirmed_at` null: begun, and no second step yet. */
export interface Totp {
  /** Sealed. */
  readonly secret: string;
  readonly confirmed_at: string | null;
}
export const findTotp = (source: Source, account: string): Promise<Totp | undefined> =>
  getReader(source)
    .selectFrom('account_totp')
    .select(['secret', 'confirmed_at'])
    .where('account', '=', account)
    .executeTakeFirst();

/** The secrets of everybody's apps, sealed. */
export const listTotp = (source: Source): Promise<{ account: string; secret: string }[]> =>
  getReader(source).selectFrom('account_totp').select(['account', 'secret']).execute();
/** Puts the same secret, sealed anew, in the place of the old one. */
export const resealTotp = (trx: Trx, account: string, secret: string): Promise<unknown> =>
  trx.updateTable('account_totp').set({ secret }).where('account', '=', account).execute();
/**
 * Keeps the secret of an app that is not confirmed yet, in place of an earlier one. False where one
 * is confirmed already.
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
/** Makes an app that was begun a second step. False where there is none, or one already. */
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
 * Uses the code of a step of time. False where it, or a later one, was used before: each code works
 * once.
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
export const removeTotp = (trx: Trx, account: string): Promise<unknown> =>
  trx.deleteFrom('account_totp').where('account', '=', account).execute();

/** Takes the place of all recovery codes that somebody has; of each the hash. */
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
/** Uses a recovery code. False where there is no such one, or it was used before. */
export async function spendRecoveryCode(trx: Trx, account: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recovery_code')
    .where('account', '=', account)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
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
export async function countRecoveryCodes(source: Source, account: string): Promise<number> {
  const row = await getReader(source)
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Accounts that have a second step, for a condition. */
const accountsWithSecondFactor = (reader: Reader) =>
  reader
    .selectFrom('account_totp')
    .select('account')
    .where('confirmed_at', 'is not', null)
    .union(reader.selectFrom('passkey').select('account'));
/**
 * Accounts whose sessions and tokens let them in, for a condition: all but those that must have a
 * second step and have none.
 * Who has no password signs in elsewhere, and answers for that there.
 */
export const admittedAccounts = (reader: Reader) =>
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
/** What somebody can show beside their password; empty where they have no second step. */
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
/** Whether somebody has a second step. */
export const hasSecondFactor = async (source: Source, account: string): Promise<boolean> =>
  (await listSecondFactorMethods(source, account)).length > 0;
/** Everybody who has a second step. */
export const listAccountsWithSecondFactor = async (source: Source): Promise<ReadonlySet<string>> =>
  new Set(
    (await accountsWithSecondFactor(getReader(source)).execute()).map(({ account }) => account),
  );
/** Takes away all that somebody shows beside their password. False where that was nothing. */
export async function removeSecondFactor(trx: Trx, account: string): Promise<boolean> {
  const had = await hasSecondFactor(trx, account);
  await removeTotp(trx, account);
  await trx.deleteFrom('passkey').where('account', '=', account).execute();
  await putRecoveryCodes(trx, account, []);
  return had;
}

/** The roles that must have a second step, from the least on. */
export async function listSecondFactorRoles(source: Source): Promise<readonly Role[]> {
  const found = await getReader(source).selectFrom('second_step_role').select('role').execute();
  return roles.filter((role) => found.some((one) => one.role === role));
}
export async function putSecondFactorRoles(trx: Trx, wanted: readonly Role[]): Promise<void> {
  await trx.deleteFrom('second_step_role').execute();
  if (wanted.length === 0) return;
  await trx
    .insertInto('second_step_role')
    .values(wanted.map((role) => ({ role })))
    .execute();
}
