import type { Db } from '#server/db/db.ts';
import { isStoreUnavailable } from '#server/db/dialects/port.ts';
import { readCookies, sessionCookie } from '#server/http/cookies.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { localManager, type OneTimeKey } from './one-time-key.ts';
import type { Caller } from '#server/core/policy.ts';
import { findSession, liveSessions, touchSession } from '#server/accounts/session-store.ts';
import { hasUsers } from '#server/accounts/user-store.ts';

/**
 * How long a found session is trusted, so that a page with many requests costs a query or two.
 * Changes of this process end it at once.
 */
const trustedMs = 250;
const touchedMs = 60_000;
const mostKept = 5000;

export interface SessionLookupOptions {
  readonly db: Db;
  readonly clock: () => Date;
  /** Set where others can reach this instance. */
  readonly oneTimeKey: OneTimeKey | undefined;
  /** Bound to this computer only: requests from it need no key. */
  readonly loopback: boolean;
  /** Whether people can have accounts here at all. */
  readonly accounts: boolean;
}

/**
 * Finds callers by session. Before the first account: the user of this computer, or of the one-time
 * key. Then signed-in users only.
 */
export class SessionLookup {
  readonly #options: SessionLookupOptions;
  readonly #found = new Map<string, { readonly visitor: Caller; readonly at: number }>();
  #settled = false;
  #known = false;
  #asked = Number.NEGATIVE_INFINITY;
  #forgotten = 0;
  /** Shared by all that ask at once. */
  #asking: Promise<boolean> | undefined;
  #live: ReadonlySet<string> = new Set();
  #touching = new Set<string>();
  constructor(options: SessionLookupOptions) {
    this.#options = options;
  }

  /**
   * Whether anyone has an account. Once true it stays true: accounts are disabled, never deleted.
   */
  async hasAccounts(): Promise<boolean> {
    const { accounts } = this.#options;
    if (this.#settled || !accounts) return this.#settled;
    if (performance.now() - this.#asked < trustedMs) return false;
    const asking = (this.#asking ??= this.#askForUsers().finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    }));
    return asking;
  }
  async #askForUsers(): Promise<boolean> {
    const { db } = this.#options;
    const [at, forgotten] = [performance.now(), this.#forgotten];
    try {
      this.#settled ||= await hasUsers(db.short);
      // asked before a change of this process: good for this one answer only
      if (forgotten === this.#forgotten) this.#asked = at;
    } catch (error) {
      // while the store is away nobody makes the first account: what was known of it still holds
      if (!this.#known || !isStoreUnavailable(error)) throw error;
    }
    this.#known = true;
    return this.#settled;
  }

  /**
   * @param here - the request came from this computer; before the first account any other needs the
   * one-time key
   */
  async find(cookies: string | null, https: boolean, here: boolean): Promise<Caller> {
    const { oneTimeKey, loopback } = this.#options;
    if (!(await this.hasAccounts()))
      return {
        principal: loopback && here ? localManager : await oneTimeKey?.find(cookies, https),
      };
    for (const secret of readCookies(cookies, sessionCookie, https)) {
      const visitor = await this.#bySecret(secret);
      if (visitor.session !== undefined) return visitor;
    }
    return { principal: undefined };
  }
  async #bySecret(secret: string): Promise<Caller> {
    const hash = await hashSecret(secret);
    const kept = this.#found.get(hash);
    if (kept !== undefined && performance.now() - kept.at < trustedMs) return kept.visitor;
    const at = performance.now();
    const visitor = await this.#ofSession(hash);
    if (this.#found.size >= mostKept) this.#found.clear();
    if (visitor.session !== undefined) this.#found.set(hash, { visitor, at });
    return visitor;
  }
  /** Call it after a change to accounts, sessions or roles in this process. */
  forget(): void {
    this.#found.clear();
    this.#asked = Number.NEGATIVE_INFINITY;
    this.#asking = undefined;
    this.#forgotten += 1;
  }

  /** Reads which sessions hold, for `isLive`. */
  async refresh(): Promise<void> {
    const { db, clock } = this.#options;
    if (await this.hasAccounts())
      this.#live = new Set(
        (await liveSessions(db.short, clock())).map(({ id, role }) => `${id} ${role}`),
      );
  }
  /**
   * Whether the session of a caller holds, in the role that it was opened in, as of the last
   * refresh.
   */
  isLive({ principal, session }: Caller): boolean {
    if (principal === undefined) return false;
    if (this.#settled)
      return session !== undefined && this.#live.has(`${session} ${principal.role}`);
    return principal.mode !== 'key' || (this.#options.oneTimeKey?.lives(principal) ?? false);
  }

  async #ofSession(hash: string): Promise<Caller> {
    const { db, clock } = this.#options;
    const now = clock();
    const found = await findSession(db.short, hash, now);
    if (found === undefined) return { principal: undefined };
    const { id, account, name, role, seen_at } = found;
    if (now.getTime() - Date.parse(seen_at) > touchedMs && !this.#touching.has(id)) {
      this.#touching.add(id);
      // nobody waits for it: a long import may be writing, and the next request tries again
      void db
        .write((trx) => touchSession(trx, id, now))
        .catch(() => undefined)
        .finally(() => this.#touching.delete(id));
    }
    return { principal: { id: account, name, mode: 'account', role }, session: id };
  }
}
