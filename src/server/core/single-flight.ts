interface Work<T> {
  readonly result: Promise<T>;
  readonly stop: AbortController;
  callers: number;
}

/**
 * Runs work once for all concurrent callers of a key. Aborts the work when the last caller has
 * left.
 */
export class SingleFlight<T> {
  readonly #running = new Map<string, Work<T>>();

  /**
   * Runs work for one caller, or lets the caller share the running work.
   * @param signal - aborts when this caller leaves; without it, the caller waits until the work ends
   * @param make - starts the work; its signal aborts once all callers have left
   * @throws the reason of `gone` if it aborts before the work ends
   */
  async run(
    key: string,
    signal: AbortSignal | undefined,
    make: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const work = this.#running.get(key) ?? this.#begin(key, make);
    work.callers += 1;
    if (signal === undefined) return work.result;
    const rejection = Promise.withResolvers<never>();
    const leave = (): void => {
      rejection.reject(signal.reason);
      work.callers -= 1;
      if (work.callers > 0) return;
      // a later caller starts new work
      this.#forget(key, work);
      work.stop.abort(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([work.result, rejection.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #begin(key: string, make: (signal: AbortSignal) => Promise<T>): Work<T> {
    const stop = new AbortController();
    const work: Work<T> = { result: make(stop.signal), stop, callers: 0 };
    this.#running.set(key, work);
    const over = (): void => this.#forget(key, work);
    work.result.then(over, over);
    return work;
  }

  #forget(key: string, work: Work<T>): void {
    if (this.#running.get(key) === work) this.#running.delete(key);
  }
}
