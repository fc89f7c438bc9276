import { getReader, type Source, type Trx } from '#server/db/db.ts';

export interface ReaderSession {
  /** SHA-256 of the cookie's value. */
  readonly hash: string;
  readonly link: string;
  readonly created_at: string;
  readonly expires_at: string;
}

/**
 * Stores a session of one link, counts the opening and deletes expired sessions.
 *
 * @returns true for the first opening by a person
 */
export async function addReaderSession(
  trx: Trx,
  session: ReaderSession,
  bot: boolean,
): Promise<boolean> {
  const { link, created_at } = session;
  await trx.deleteFrom('share_session').where('expires_at', '<=', created_at).execute();
  await trx.insertInto('share_session').values(session).execute();
  const count = bot
    ? { count: 0, bots: 1, first_at: null, last_at: null }
    : { count: 1, bots: 0, first_at: created_at, last_at: created_at };
  await trx
    .insertInto('shared_link_opening')
    .values({ link, ...count })
    .onConflict((c) =>
      c.column('link').doUpdateSet((e) =>
        bot
          ? { bots: e('shared_link_opening.bots', '+', 1) }
          : {
              count: e('shared_link_opening.count', '+', 1),
              first_at: e.fn.coalesce('shared_link_opening.first_at', e.val(created_at)),
              last_at: created_at,
            },
      ),
    )
    .execute();
  if (bot) return false;
  const openResult = await trx
    .selectFrom('shared_link_opening')
    .select('count')
    .where('link', '=', link)
    .executeTakeFirst();
  return openResult?.count === 1;
}

/**
 * Finds an unexpired session of a link by the hash of its cookie.
 * @returns undefined if it is unknown, of another link, or has expired by `now`
 */
export function findReaderSession(
  source: Source,
  link: string,
  hash: string,
  now: string,
): Promise<ReaderSession | undefined> {
  return getReader(source)
    .selectFrom('share_session')
    .selectAll()
    .where('hash', '=', hash)
    .where('link', '=', link)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Ends the sessions of the readers of these links. */
export async function endReaderSessions(trx: Trx, links: readonly string[]): Promise<void> {
  if (links.length > 0) await trx.deleteFrom('share_session').where('link', 'in', links).execute();
}
