import { BoundedMap } from '#server/core/bounded-map.ts';
import type { Db } from '#server/db/db.ts';
import { noSession } from '#server/links/secret-problems.ts';
import type { StoredLink } from '#server/links/store.ts';
import { findReaderSession, type ReaderSession } from '#server/links/reader-session-store.ts';
import type { LinkCache } from './link-cache.ts';
import { linkState } from '#server/links/link-state.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { readReaderCookies } from './link-cookie.ts';

const maxSessions = 20_000;

export interface Reader {
  readonly link: StoredLink;
  readonly session: ReaderSession;
}
interface ReaderRequest {
  readonly cookies: string | null;
  /** The token of an embedded figure, for which browsers store no cookies. */
  readonly authorization?: string | null;
  readonly link: string;
  readonly https: boolean;
}

export class ReaderLookup {
  /** Sessions by cookie value, in memory only, so that not every request computes a hash. */
  readonly #sessions = new BoundedMap<string, ReaderSession>(maxSessions);
  readonly #db: Db;
  readonly #links: LinkCache;
  readonly #clock: () => Date;
  constructor(db: Db, links: LinkCache, clock: () => Date) {
    this.#db = db;
    this.#links = links;
    this.#clock = clock;
  }

  /**
   * Finds the reader of a live link by cookie or token. A session is read only once, since it ends
   * only with its link or its time.
   */
  async find({
    cookies,
    authorization = null,
    link: id,
    https,
  }: ReaderRequest): Promise<Reader | undefined> {
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
    const now = this.#clock();
    const session = await this.#findSession(
      id,
      token === undefined ? readReaderCookies(cookies, id, https) : [token],
      now.toISOString(),
    );
    if (session === undefined) return undefined;
    const link = await this.#links.find(id);
    if (link === undefined || linkState(link, now) !== 'live') return undefined;
    return (link.view.embed !== undefined) === (token !== undefined)
      ? { link, session }
      : undefined;
  }

  /** Finds the first value that belongs to a session of this link. */
  async #findSession(
    link: string,
    values: readonly string[],
    moment: string,
  ): Promise<ReaderSession | undefined> {
    for (const value of values) {
      const session =
        this.#sessions.get(value) ??
        (await findReaderSession(this.#db.short, link, await hashSecret(value), moment));
      if (session === undefined || session.link !== link || session.expires_at <= moment) continue;
      this.#sessions.set(value, session);
      return session;
    }
    return undefined;
  }

  /** @throws HttpProblem if the request has no session of the link */
  async admit(request: ReaderRequest): Promise<Reader> {
    const reader = await this.find(request);
    if (reader === undefined) throw noSession();
    return reader;
  }
}
