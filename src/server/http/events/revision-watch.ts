/**
 * Milliseconds for which a revision that was read is trusted, so that many readers cost few
 * queries. A write of this process ends the trust at once.
 */
const trustedMs = 250;

/** Returns the current revision of the store with few queries. */
export class RevisionWatch {
  readonly #ask: () => Promise<number>;
  #latest: { readonly revision: number; readonly at: number } | undefined;
  #asking: Promise<number> | undefined;
  #writes = 0;
  constructor(ask: () => Promise<number>) {
    this.#ask = ask;
  }

  /**
   * Reads the present revision, at most 250 ms old. Concurrent calls share one read.
   * @returns the number of the revision; 0 for an empty store
   */
  async now(): Promise<number> {
    if (this.#latest !== undefined && performance.now() - this.#latest.at < trustedMs)
      return this.#latest.revision;
    if (this.#asking !== undefined) return this.#asking;
    const asking = this.#fresh().finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    this.#asking = asking;
    return asking;
  }
  /**
   * Returns the last known revision, however old, for responses while the store is unavailable.
   * @returns undefined before the first read
   */
  last(): number | undefined {
    return this.#latest?.revision;
  }
  /** Drops the known revision. Call it after a write of this process. */
  forget(): void {
    this.#writes += 1;
    if (this.#latest !== undefined)
      this.#latest = { ...this.#latest, at: Number.NEGATIVE_INFINITY };
    this.#asking = undefined;
  }

  async #fresh(): Promise<number> {
    const at = performance.now();
    const writes = this.#writes;
    const revision = await this.#ask();
    // a result from before a write that ended meanwhile holds for this call only
    if (writes === this.#writes) this.#latest = { revision, at };
    return revision;
  }
}
