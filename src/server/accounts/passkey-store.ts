import { getReader, type Source, type Trx } from '#server/db/db.ts';

export interface StoredPasskey {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  /** The host name for which the passkey works. */
  readonly host: string;
  readonly public_key: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly created_at: string;
  readonly used_at: string | null;
}
const columns = [
  'id',
  'account',
  'name',
  'host',
  'public_key',
  'counter',
  'transports',
  'created_at',
  'used_at',
] as const;
const parseTransports = <R extends { readonly transports: string }>(row: R) => ({
  ...row,
  transports: row.transports.split(',').filter((t) => t !== ''),
});

/** Finds a passkey by the id of its credential. @returns undefined if no account has it */
export async function findPasskey(source: Source, id: string): Promise<StoredPasskey | undefined> {
  const row = await getReader(source)
    .selectFrom('passkey')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : parseTransports(row);
}
/** Lists the passkeys of an account, the oldest first. */
export async function listPasskeys(source: Source, account: string): Promise<StoredPasskey[]> {
  const rows = await getReader(source)
    .selectFrom('passkey')
    .select(columns)
    .where('account', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(parseTransports);
}
/** Stores a passkey. @returns false if any account has one with this id */
export async function addPasskey(
  trx: Trx,
  { transports, ...passkey }: Omit<StoredPasskey, 'used_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('passkey')
    .values({ ...passkey, transports: transports.join(','), used_at: null })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}
/**
 * Records the use of a passkey.
 * @returns false if its counter does not increase, which means that there are two copies; passkeys
 * without a counter send 0
 */
export async function recordPasskeyUse(
  trx: Trx,
  id: string,
  counter: number,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('passkey')
    .set({ counter, used_at: at })
    .where('id', '=', id)
    .where((eb) => (counter === 0 ? eb('counter', '=', 0) : eb('counter', '<', counter)))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
/** Deletes a passkey of an account. @returns whether it existed */
export async function removePasskey(trx: Trx, id: string, account: string): Promise<boolean> {
  return (
    (
      await trx
        .deleteFrom('passkey')
        .where('id', '=', id)
        .where('account', '=', account)
        .executeTakeFirst()
    ).numDeletedRows > 0n
  );
}

/**
 * Marks a challenge as used. Its hash is stored until the challenge expires.
 * @returns false if it was used before
 */
export async function spendChallenge(
  trx: Trx,
  hash: string,
  expires_at: string,
  now: Date,
): Promise<boolean> {
  await trx.deleteFrom('used_challenge').where('expires_at', '<=', now.toISOString()).execute();
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('used_challenge')
    .values({ hash, expires_at })
    .onConflict((c) => c.column('hash').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}
