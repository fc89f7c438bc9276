import type { Role } from '#contract/core/rights.ts';
import type { TokenRole } from '#contract/accounts/constants.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { selectAdmittedAccounts } from './second-factor-store.ts';

/** A token without its secret, with the current state of its owner. */
export interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly role: TokenRole;
  readonly created_at: string;
  readonly expires_at: string;
  readonly used_on: string | null;
  readonly exports_only: boolean;
  readonly owner: string;
  readonly owner_name: string;
  readonly owner_role: Role;
  readonly owner_state: 'active' | 'disabled';
}
const selectTokens = (reader: Reader) =>
  reader
    .selectFrom('api_token as t')
    .innerJoin('account as a', 'a.id', 't.account')
    .select([
      't.id',
      't.name',
      't.role',
      't.created_at',
      't.expires_at',
      't.used_on',
      't.exports_only',
      't.account as owner',
      'a.name as owner_name',
      'a.role as owner_role',
      'a.state as owner_state',
    ]);
const live = (reader: Reader, now: Date) =>
  selectTokens(reader)
    .where('a.state', '=', 'active')
    .where('t.expires_at', '>', now.toISOString())
    .where('a.id', 'in', selectAdmittedAccounts(reader));

/** SQLite stores booleans as 0 and 1. */
const toStored = (row: StoredToken): StoredToken => ({
  ...row,
  exports_only: Boolean(row.exports_only),
});

/**
 * Finds the valid token of a secret.
 * @returns undefined if it is unknown, or has expired by `now`
 */
export async function findLiveToken(
  source: Source,
  secretHash: string,
  now: Date,
): Promise<StoredToken | undefined> {
  const row = await live(getReader(source), now)
    .where('t.secret_hash', '=', secretHash)
    .executeTakeFirst();
  return row && toStored(row);
}
/** Lists the API tokens that have not expired. */
export const listLiveTokens = async (source: Source, now: Date): Promise<StoredToken[]> =>
  (await live(getReader(source), now).execute()).map(toStored);
/** Lists the tokens of one account or of all accounts, by owner, newest first. */
export async function listTokens(source: Source, owner?: string): Promise<StoredToken[]> {
  const all = selectTokens(getReader(source));
  const rows = await (owner === undefined ? all : all.where('t.account', '=', owner))
    .orderBy('a.name_fold')
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id')
    .execute();
  return rows.map(toStored);
}

export interface NewStoredToken {
  readonly id: string;
  readonly secret_hash: string;
  readonly account: string;
  readonly name: string;
  readonly role: TokenRole;
  readonly created_at: string;
  readonly expires_at: string;
  readonly exports_only: boolean;
}
/** Stores a new API token; only its hash is stored. */
export const addToken = (trx: Trx, token: NewStoredToken): Promise<unknown> =>
  trx.insertInto('api_token').values(token).execute();
/** Records the day on which an API token was last used. */
export const touchToken = (trx: Trx, id: string, day: string): Promise<unknown> =>
  trx.updateTable('api_token').set({ used_on: day }).where('id', '=', id).execute();
/** Deletes all tokens of an account. @returns the deleted tokens */
export async function takeTokens(trx: Trx, owner: string): Promise<readonly StoredToken[]> {
  const tokens = await listTokens(trx, owner);
  await trx.deleteFrom('api_token').where('account', '=', owner).execute();
  return tokens;
}
/**
 * Deletes a token.
 * @returns the deleted token; undefined if there is none, or if `owner` does not own it
 */
export async function takeToken(
  trx: Trx,
  id: string,
  owner?: string,
): Promise<StoredToken | undefined> {
  const token = await selectTokens(trx).where('t.id', '=', id).executeTakeFirst();
  if (token === undefined || (owner !== undefined && token.owner !== owner)) return undefined;
  await trx.deleteFrom('api_token').where('id', '=', id).execute();
  return token;
}
