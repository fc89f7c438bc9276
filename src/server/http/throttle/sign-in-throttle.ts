const minute = 60_000;
const windowMs = 15 * minute;
const most = { account: 10, device: 10, block: 60 } as const;
/**
 * Wrong attempts in a row on one account, in any time. Beyond them, only a known device or a new
 * password helps.
 */
const mostInRow = 100;
const mostKeys = 50_000;

/** An attempt to sign in. */
export interface SignInAttempt {
  /** The folded sign-in name, whether or not it exists. */
  readonly account: string;
  /**
   * A browser that this account used before. It is counted by itself, so that nobody else locks its
   * owner out.
   */
  readonly device?: string | undefined;
  /** A block of addresses. */
  readonly block: string;
}

/** Counts attempts to sign in. In memory only: a restart forgets them, and no address is stored. */
export class SignInThrottle {
  readonly #now: () => number;
  readonly #times = new Map<string, number[]>();
  readonly #inRow = new Map<string, number>();
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Counts an attempt before its password is verified. @returns the seconds to wait if it is over
   * the limit; it then does not count
   */
  begin(attempt: SignInAttempt): number | undefined {
    const keys = this.#keys(attempt);
    const waits = keys.map(([key, limit]) => this.#waitOf(key, limit));
    if (attempt.device === undefined && (this.#inRow.get(attempt.account) ?? 0) >= mostInRow)
      waits.push(windowMs / 1000);
    const wait = Math.max(...waits);
    if (wait > 0) return wait;
    for (const [key] of keys) this.#put(this.#times, key, [...this.#recent(key), this.#now()]);
    this.#put(this.#inRow, attempt.account, (this.#inRow.get(attempt.account) ?? 0) + 1);
    return undefined;
  }
  /**
   * Removes this attempt and the wrong ones in a row after a right password. Attempts from new
   * places are forgotten only when the right one came from a new place: otherwise each sign-in of
   * the owner would give a guesser ten more.
   */
  succeed(attempt: SignInAttempt): void {
    this.withdraw(attempt);
    if (attempt.device === undefined) this.forget(attempt.account);
    else this.#inRow.delete(attempt.account);
  }
  /** Removes an attempt whose password was not verified. */
  withdraw(attempt: SignInAttempt): void {
    for (const [key] of this.#keys(attempt)) this.#times.set(key, this.#recent(key).slice(0, -1));
    this.#inRow.set(attempt.account, Math.max(0, (this.#inRow.get(attempt.account) ?? 0) - 1));
  }
  /** Forgets the wrong attempts of an account that has a new password. */
  forget(account: string): void {
    this.#inRow.delete(account);
    this.#times.delete(`account ${account}`);
  }

  #keys({ account, device, block }: SignInAttempt): readonly (readonly [string, number])[] {
    if (device !== undefined) return [[`device ${account} ${device}`, most.device]];
    return [
      [`account ${account}`, most.account],
      [`block ${block}`, most.block],
    ];
  }
  #recent(key: string): number[] {
    return (this.#times.get(key) ?? []).filter((at) => at > this.#now() - windowMs);
  }
  #waitOf(key: string, limit: number): number {
    const times = this.#recent(key);
    const first = times.at(-limit);
    return first === undefined ? 0 : Math.ceil((first + windowMs - this.#now()) / 1000);
  }
  #put<T>(map: Map<string, T>, key: string, value: T): void {
    map.delete(key);
    map.set(key, value);
    if (map.size <= mostKeys) return;
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
}
