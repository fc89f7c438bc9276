import type { Db } from '#server/db/db.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import type { StoredLink } from '#server/links/store.ts';
import { findReaderSession, type ReaderSession } from '#server/links/reader-session-store.ts';
import type { LinkCache } from './link-cache.ts';
import { linkState } from '#server/links/link-state.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { readReaderCookies } from './link-cookie.ts';

const most = 20_000;
/** The same for an unknown, paused, ended and live link, so that it tells nothing of the link. */
const closed = (): HttpProblem =>
  problem('sign_in_required', 'Open the link again as it was sent to you.');

/** An admitted reader. */
export interface Reader {
  readonly link: StoredLink;
  readonly session: ReaderSession;
}
interface ReaderRequest {
  readonly cookies: string | null;
  /** From a figure in another site, where browsers keep no cookie. */
  readonly authorization?: string | null;
  readonly link: string;
  readonly https: boolean;
}

/** Admits readers by the session of one link, to that link only. */
export class ReaderLookup {
  /** By the value of the cookie: in memory only, so that a crowd costs no hash each. */
  readonly #sessions = new Map<string, ReaderSession>();
  readonly #db: Db;
  readonly #links: LinkCache;
  readonly #clock: () => Date;
  constructor(db: Db, links: LinkCache, clock: () => Date) {
    this.#db = db;
    this.#links = links;
    this.#clock = clock;
  }

  /**
   * The reader behind a Cookie header, where the link is live; else nobody. A session that was seen
   * once is not looked for again: it ends with its link or its time.
   */
  async find({
    cookies,
    authorization = null,
    link: id,
    https,
  }: ReaderRequest): Promise<Reader | undefined> {
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
    const now = this.#clock();
    const session = await this.#first(
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

  /** The session of the first value that has one of this link. */
  async #first(
    link: string,
    values: readonly string[],
    moment: string,
  ): Promise<ReaderSession | undefined> {
    for (const value of values) {
      const session =
        this.#sessions.get(value) ??
        (await findReaderSession(this.#db.short, link, await hashSecret(value), moment));
      if (session === undefined || session.link !== link || session.expires_at <= moment) continue;
      this.#keep(value, session);
      return session;
    }
    return undefined;
  }

  async admit(asked: ReaderRequest): Promise<Reader> {
    const reader = await this.find(asked);
    if (reader === undefined) throw closed();
    return reader;
  }

  #keep(value: string, session: ReaderSession): void {
    this.#sessions.set(value, session);
    const oldest = this.#sessions.keys().next().value;
    if (this.#sessions.size > most && oldest !== undefined) this.#sessions.delete(oldest);
  }
}
