interface Work<T> {
  readonly made: Promise<T>;
  readonly stop: AbortController;
  asking: number;
}

/**
 * Runs work that several callers may want at once: once for each key, aborted when the last caller
 * has gone.
 */
export class SingleFlight<T> {
  readonly #under = new Map<string, Work<T>>();

  /**
   * @param left - aborts when this caller goes; without it the caller waits to the end
   * @throws the reason of `left` for a caller that has gone
   */
  async run(
    key: string,
    left: AbortSignal | undefined,
    make: (stopped: AbortSignal) => Promise<T>,
  ): Promise<T> {
    left?.throwIfAborted();
    const work = this.#under.get(key) ?? this.#begin(key, make);
    work.asking += 1;
    if (left === undefined) return work.made;
    const gone = Promise.withResolvers<never>();
    const leave = (): void => {
      gone.reject(left.reason);
      work.asking -= 1;
      if (work.asking > 0) return;
      // the next caller begins anew
      this.#forget(key, work);
      work.stop.abort(left.reason);
    };
    left.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([work.made, gone.promise]);
    } finally {
      left.removeEventListener('abort', leave);
    }
  }

  #begin(key: string, make: (stopped: AbortSignal) => Promise<T>): Work<T> {
    const stop = new AbortController();
    const work: Work<T> = { made: make(stop.signal), stop, asking: 0 };
    this.#under.set(key, work);
    const over = (): void => this.#forget(key, work);
    work.made.then(over, over);
    return work;
  }

  #forget(key: string, work: Work<T>): void {
    if (this.#under.get(key) === work) this.#under.delete(key);
  }
}
