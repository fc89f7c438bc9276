/** The attempts on one key: their times in ms, oldest first, and how many failed in a row. */
export interface Attempts {
  readonly times: readonly number[];
  readonly in_row: number;
}
export const noAttempts: Attempts = { times: [], in_row: 0 };
/** The result of a change, and the new attempts of each key. Without `next` nothing changes. */
export interface AttemptChange<T> {
  readonly result: T;
  readonly next?: readonly Attempts[];
}

/** Stores the attempts of all keys, for this server or for all servers of a store. */
export interface AttemptStore {
  /**
   * Changes the attempts of several keys at once. `work` must have no side effect, since it may run
   * twice.
   */
  change<T>(
    keys: readonly string[],
    work: (attempts: readonly Attempts[]) => AttemptChange<T>,
  ): Promise<T>;
}

export const mostKeys = 50_000;

/** Stores attempts in memory, so a restart forgets them. */
export class MemoryAttemptStore implements AttemptStore {
  readonly #attempts = new Map<string, Attempts>();
  change<T>(
    keys: readonly string[],
    work: (attempts: readonly Attempts[]) => AttemptChange<T>,
  ): Promise<T> {
    const { result, next } = work(keys.map((key) => this.#attempts.get(key) ?? noAttempts));
    for (const [i, attempts] of (next ?? []).entries()) this.#put(keys[i] ?? '', attempts);
    return Promise.resolve(result);
  }
  #put(key: string, attempts: Attempts): void {
    this.#attempts.delete(key);
    this.#attempts.set(key, attempts);
    if (this.#attempts.size <= mostKeys) return;
    const [oldest] = this.#attempts.keys();
    if (oldest !== undefined) this.#attempts.delete(oldest);
  }
}
