import type { Db } from '#server/db/db.ts';
import { isStoreUnavailable } from '#server/db/dialects/port.ts';
import { readCookies, sessionCookie } from '#server/http/cookies.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { localManager, type OneTimeKey } from './one-time-key.ts';
import type { Caller } from '#server/core/policy.ts';
import { findSession, listLiveSessions, touchSession } from '#server/accounts/session-store.ts';
import { hasUsers } from '#server/accounts/user-store.ts';

/**
 * Milliseconds for which a session that was read is trusted, so that a page with many requests
 * costs one or two queries. A change by this process ends the trust at once.
 */
const trustedMs = 250;
const touchedMs = 60_000;
const cacheSize = 5000;

export interface SessionLookupOptions {
  readonly db: Db;
  readonly clock: () => Date;
  /** Set if other computers can reach this instance. */
  readonly oneTimeKey: OneTimeKey | undefined;
  /** Whether the server is bound to this computer only, whose requests then need no key. */
  readonly loopback: boolean;
  /** Whether the runtime has accounts. */
  readonly accounts: boolean;
}

/**
 * Finds callers by session. Before the first account the caller is the user of this computer or of
 * the one-time key. Afterwards only signed-in users have access.
 */
export class SessionLookup {
  readonly #options: SessionLookupOptions;
  readonly #callers = new Map<string, { readonly caller: Caller; readonly at: number }>();
  #hasAnyAccount = false;
  #wasRead = false;
  #queriedAt = Number.NEGATIVE_INFINITY;
  #forgotten = 0;
  /** The running query, which concurrent callers share. */
  #query: Promise<boolean> | undefined;
  #live: ReadonlySet<string> = new Set();
  #touching = new Set<string>();
  constructor(options: SessionLookupOptions) {
    this.#options = options;
  }

  /**
   * Whether anyone has an account. Once true it stays true: accounts are disabled, never deleted.
   * @throws the error of the store, if the store is unavailable before its first read
   */
  async hasAccounts(): Promise<boolean> {
    const { accounts } = this.#options;
    if (this.#hasAnyAccount || !accounts) return this.#hasAnyAccount;
    if (performance.now() - this.#queriedAt < trustedMs) return false;
    const query = (this.#query ??= this.#queryUsers().finally(() => {
      if (this.#query === query) this.#query = undefined;
    }));
    return query;
  }
  async #queryUsers(): Promise<boolean> {
    const { db } = this.#options;
    const [at, forgotten] = [performance.now(), this.#forgotten];
    try {
      this.#hasAnyAccount ||= await hasUsers(db.short);
      // a result from before a change by this process holds for this call only
      if (forgotten === this.#forgotten) this.#queriedAt = at;
    } catch (error) {
      // nobody can create the first account while the store is unavailable, so the last result
      // holds
      if (!this.#wasRead || !isStoreUnavailable(error)) throw error;
    }
    this.#wasRead = true;
    return this.#hasAnyAccount;
  }

  /**
   * @param isLocal - whether the request came from this computer. Before the first account, any
   *   other request needs the one-time key.
   * @returns the caller; without a principal if no session is valid
   */
  async find(cookies: string | null, https: boolean, isLocal: boolean): Promise<Caller> {
    const { oneTimeKey, loopback } = this.#options;
    if (!(await this.hasAccounts()))
      return {
        principal: loopback && isLocal ? localManager : await oneTimeKey?.find(cookies, https),
      };
    for (const secret of readCookies(cookies, sessionCookie, https)) {
      const caller = await this.#findBySecret(secret);
      if (caller.session !== undefined) return caller;
    }
    return { principal: undefined };
  }
  async #findBySecret(secret: string): Promise<Caller> {
    const hash = await hashSecret(secret);
    const cachedSession = this.#callers.get(hash);
    if (cachedSession !== undefined && performance.now() - cachedSession.at < trustedMs)
      return cachedSession.caller;
    const at = performance.now();
    const caller = await this.#findByHash(hash);
    if (this.#callers.size >= cacheSize) this.#callers.clear();
    if (caller.session !== undefined) this.#callers.set(hash, { caller, at });
    return caller;
  }
  /** Drops all cached results. Call it after this process changed accounts, sessions or roles. */
  forget(): void {
    this.#callers.clear();
    this.#queriedAt = Number.NEGATIVE_INFINITY;
    this.#query = undefined;
    this.#forgotten += 1;
  }

  /** Reads the live sessions for `isLive`. */
  async refresh(): Promise<void> {
    const { db, clock } = this.#options;
    if (await this.hasAccounts())
      this.#live = new Set(
        (await listLiveSessions(db.short, clock())).map(({ id, role }) => `${id} ${role}`),
      );
  }
  /** Whether the session of a caller was live, with the same role, at the last refresh. */
  isLive({ principal, session }: Caller): boolean {
    if (principal === undefined) return false;
    if (this.#hasAnyAccount)
      return session !== undefined && this.#live.has(`${session} ${principal.role}`);
    return principal.mode !== 'key' || (this.#options.oneTimeKey?.lives(principal) ?? false);
  }

  async #findByHash(hash: string): Promise<Caller> {
    const { db, clock } = this.#options;
    const now = clock();
    const row = await findSession(db.short, hash, now);
    if (row === undefined) return { principal: undefined };
    const { id, account, name, role, seen_at } = row;
    if (now.getTime() - Date.parse(seen_at) > touchedMs && !this.#touching.has(id)) {
      this.#touching.add(id);
      // not awaited, since a long import may be writing; the next request tries again
      void db
        .write((trx) => touchSession(trx, id, now))
        .catch(() => undefined)
        .finally(() => this.#touching.delete(id));
    }
    return { principal: { id: account, name, mode: 'account', role }, session: id };
  }
}
