import type { Selectable } from 'kysely';
import { selectAdmittedAccounts } from '#server/accounts/second-factor-store.ts';
import type { Role } from '#contract/core/rights.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { ReminderTables } from '#server/db/schema/reminder-tables.ts';

/** The digest that an account chose. */
export type AccountDigest = Selectable<ReminderTables['account_digest']>;
/** A chosen digest with the present rights of its account. */
export interface DigestReader extends AccountDigest {
  readonly name: string;
  readonly login: string;
  readonly role: Role;
}

/**
 * Finds the choice of an account for the digest.
 * @returns undefined if the account has not chosen
 */
export const findAccountDigest = (
  source: Source,
  account: string,
): Promise<AccountDigest | undefined> =>
  getReader(source)
    .selectFrom('account_digest')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst();

/** Stores the choice of an account for the digest, in place of a former one. */
export async function putAccountDigest(trx: Trx, digest: AccountDigest): Promise<void> {
  const { account: _account, ...values } = digest;
  await trx
    .insertInto('account_digest')
    .values(digest)
    .onConflict((conflict) => conflict.column('account').doUpdateSet(values))
    .execute();
}

/** Lists the digests of people, except those of accounts that cannot sign in. */
export function listDigestReaders(source: Source): Promise<DigestReader[]> {
  const reader = getReader(source);
  return reader
    .selectFrom('account_digest as d')
    .innerJoin('account as a', 'a.id', 'd.account')
    .selectAll('d')
    .select(['a.name', 'a.login', 'a.role'])
    .where('a.state', '=', 'active')
    .where('a.id', 'in', selectAdmittedAccounts(reader))
    .where('d.frequency', '<>', 'off')
    .orderBy('a.name_fold')
    .orderBy('a.id')
    .execute();
}
