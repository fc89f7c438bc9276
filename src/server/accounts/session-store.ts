import type { Role } from '#contract/core/rights.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { endPendingSignIns } from './pending-sign-in-store.ts';
import { selectAdmittedAccounts } from './second-factor-store.ts';

const minute = 60_000;
/** The longest time without use and the longest lifetime, in milliseconds. */
export const sessionLife = { idle: 60 * minute, most: 12 * 60 * minute } as const;
/** Days for which a browser counts as known after its last sign-in. */
const deviceDays = 90;

/** A live session with its owner. */
export interface LiveSession {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly seen_at: string;
}
export interface ListedSession {
  readonly id: string;
  readonly device: string;
  readonly created_at: string;
  readonly seen_at: string;
}
const before = (now: Date, ms: number): string => new Date(now.getTime() - ms).toISOString();

const selectLive = (reader: Reader, now: Date) =>
  reader
    .selectFrom('account_session as s')
    .innerJoin('account as a', 'a.id', 's.account')
    .where('a.state', '=', 'active')
    .where('s.seen_at', '>', before(now, sessionLife.idle))
    .where('s.created_at', '>', before(now, sessionLife.most))
    .where('a.id', 'in', selectAdmittedAccounts(reader));

/**
 * Finds a live session with its account by the hash of its secret.
 * @returns undefined if it is unknown, or has expired by `now`
 */
export const findSession = (
  source: Source,
  secretHash: string,
  now: Date,
): Promise<LiveSession | undefined> =>
  selectLive(getReader(source), now)
    .select(['s.id', 's.account', 'a.name', 'a.role', 's.seen_at'])
    .where('s.secret_hash', '=', secretHash)
    .executeTakeFirst();
/** Lists all live sessions with the roles of their owners. */
export const listLiveSessions = (
  source: Source,
  now: Date,
): Promise<{ id: string; role: Role }[]> =>
  selectLive(getReader(source), now).select(['s.id', 'a.role']).execute();
/** Lists the live sessions of an account, the last used first. */
export async function listSessions(
  source: Source,
  account: string,
  now: Date,
): Promise<ListedSession[]> {
  return selectLive(getReader(source), now)
    .select(['s.id', 's.device_words as device', 's.created_at', 's.seen_at'])
    .where('s.account', '=', account)
    .orderBy('s.seen_at', 'desc')
    .orderBy('s.id')
    .execute();
}
/**
 * Returns the number of live sessions and the last use of each account.
 * @returns the sessions by account; an account without a live session has none
 */
export async function listPresence(
  source: Source,
  now: Date,
): Promise<ReadonlyMap<string, { readonly sessions: number; readonly seen_at: string }>> {
  const rows = await selectLive(getReader(source), now)
    .select(({ fn }) => [
      's.account',
      fn.countAll<number>().as('sessions'),
      fn.max('s.seen_at').as('seen_at'),
    ])
    .groupBy('s.account')
    .execute();
  return new Map(
    rows.map(({ account, sessions, seen_at }) => [
      account,
      { sessions: Number(sessions), seen_at },
    ]),
  );
}

export interface NewSession {
  readonly id: string;
  readonly secret_hash: string;
  readonly account: string;
  readonly device_words: string;
  /** The ID token of the organisation. The sign-out there needs it. */
  readonly id_token?: string | undefined;
}
/** Stores a session and deletes expired ones. */
export async function addSession(trx: Trx, session: NewSession, now: Date): Promise<void> {
  await trx
    .deleteFrom('account_session')
    .where((eb) =>
      eb.or([
        eb('seen_at', '<=', before(now, sessionLife.idle)),
        eb('created_at', '<=', before(now, sessionLife.most)),
      ]),
    )
    .execute();
  const at = now.toISOString();
  await trx
    .insertInto('account_session')
    .values({ ...session, created_at: at, seen_at: at })
    .execute();
}
/**
 * Finds the organisation's ID token of a session.
 * @returns undefined for an unknown session, and after a sign-in without single sign-on
 */
export async function findIdToken(source: Source, id: string): Promise<string | undefined> {
  const row = await getReader(source)
    .selectFrom('account_session')
    .select('id_token')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.id_token ?? undefined;
}
/** Records that a session was used now. */
export const touchSession = (trx: Trx, id: string, now: Date): Promise<unknown> =>
  trx
    .updateTable('account_session')
    .set({ seen_at: now.toISOString() })
    .where('id', '=', id)
    .execute();
/**
 * Ends sessions of an account: all of them, one (`id`), or all except one (`except`). Unless `id`
 * is given, pending sign-ins end too.
 * @returns the number of ended sessions
 */
export async function endSessions(
  trx: Trx,
  account: string,
  which: { readonly id?: string; readonly except?: string | undefined } = {},
): Promise<number> {
  let query = trx.deleteFrom('account_session').where('account', '=', account);
  if (which.id !== undefined) query = query.where('id', '=', which.id);
  else await endPendingSignIns(trx, account);
  if (which.except !== undefined) query = query.where('id', '<>', which.except);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Whether the account signed in from this device within the life of a device. */
export async function isKnownDevice(
  source: Source,
  hash: string,
  account: string,
  now: Date,
): Promise<boolean> {
  const row = await getReader(source)
    .selectFrom('known_device')
    .select('seen_at')
    .where('hash', '=', hash)
    .where('account', '=', account)
    .where('seen_at', '>', before(now, deviceDays * 24 * 60 * minute))
    .executeTakeFirst();
  return row !== undefined;
}
/** Stores a device of an account, or that it was used now. */
export async function rememberDevice(
  trx: Trx,
  hash: string,
  account: string,
  now: Date,
): Promise<void> {
  const seen_at = now.toISOString();
  await trx
    .deleteFrom('known_device')
    .where('seen_at', '<=', before(now, deviceDays * 24 * 60 * minute))
    .execute();
  await trx
    .insertInto('known_device')
    .values({ hash, account, seen_at })
    .onConflict((c) => c.columns(['hash', 'account']).doUpdateSet({ seen_at }))
    .execute();
}
/** Deletes all known browsers of an account. */
export const forgetDevices = (trx: Trx, account: string): Promise<unknown> =>
  trx.deleteFrom('known_device').where('account', '=', account).execute();
