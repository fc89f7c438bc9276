import { getReader, type Source, type Trx } from '#server/db/db.ts';

export interface RequestSession {
  /** SHA-256 of the cookie's value. */
  readonly hash: string;
  readonly request: string;
  readonly created_at: string;
  readonly expires_at: string;
}

/** Stores a session of one request and deletes expired sessions. */
export async function addRequestSession(trx: Trx, session: RequestSession): Promise<void> {
  await trx.deleteFrom('request_session').where('expires_at', '<=', session.created_at).execute();
  await trx.insertInto('request_session').values(session).execute();
}

/** Whether one of these hashes is an unexpired session of the request. */
export async function hasRequestSession(
  source: Source,
  request: string,
  hashes: readonly string[],
  now: string,
): Promise<boolean> {
  if (hashes.length === 0) return false;
  const session = await getReader(source)
    .selectFrom('request_session')
    .select('hash')
    .where('hash', 'in', hashes)
    .where('request', '=', request)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return session !== undefined;
}

/** Ends the sessions of everyone who opened a request. */
export async function endRequestSessions(trx: Trx, request: string): Promise<void> {
  await trx.deleteFrom('request_session').where('request', '=', request).execute();
}
