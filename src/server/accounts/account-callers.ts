import type { Caller } from '#server/core/policy.ts';
import type { CallerLookup } from '#server/http/host.ts';
import { addressBlock } from '#server/http/throttle/address-throttle.ts';
import { SessionLookup, type SessionLookupOptions } from './sessions/session-lookup.ts';
import { TokenLookup } from './tokens/service.ts';

/** Finds the callers of requests by their session or token. */
export class AccountCallers implements CallerLookup {
  readonly #sessions: SessionLookup;
  readonly #tokens: TokenLookup;
  constructor(options: SessionLookupOptions) {
    this.#sessions = new SessionLookup(options);
    this.#tokens = new TokenLookup(options.db, options.clock);
  }

  hasAccounts(): Promise<boolean> {
    return this.#sessions.hasAccounts();
  }
  /** @throws HttpProblem if the token is unknown, ended or expired */
  findByToken(token: string, ip: string | undefined): Promise<Caller> {
    return this.#tokens.find(token, addressBlock(ip));
  }
  /** @param isLocal - whether the request came from this computer */
  findBySession(cookies: string | null, https: boolean, isLocal: boolean): Promise<Caller> {
    return this.#sessions.find(cookies, https, isLocal);
  }
  /** Reads the live sessions and tokens for `isLive`. */
  async refresh(): Promise<void> {
    await Promise.all([this.#sessions.refresh(), this.#tokens.refresh()]);
  }
  /**
   * Whether the session or token was live at the last refresh. Callers of local mode always are.
   */
  isLive(caller: Caller): boolean {
    if (caller.isGiven) return true;
    return caller.token === undefined ? this.#sessions.isLive(caller) : this.#tokens.isLive(caller);
  }
  /** Forgets all callers that were looked up, so that the next request reads them again. */
  forget(): void {
    this.#sessions.forget();
    this.#tokens.forget();
  }
}
