import { SingleFlight } from '#server/core/single-flight.ts';

/** Work that computes an answer at a revision or later. */
interface Turn<T> {
  readonly revision: number;
  readonly make: (stopSignal: AbortSignal) => Promise<T>;
}

interface RunningTurn<T> {
  readonly revision: number;
  readonly ended: Promise<void>;
  /** The turn of the latest revision that callers wait for. */
  next?: Turn<T>;
}

/**
 * Runs one computation of a key at a time. Callers that need a later revision than the running one
 * wait for its end and share the next computation, for the latest revision among them. So changes
 * that are faster than a computation do not pile up computations.
 */
export class LatestFlight<T> {
  readonly #flights = new SingleFlight<T>();
  readonly #waits = new SingleFlight<void>();
  readonly #running = new Map<string, RunningTurn<T>>();

  /**
   * Returns a result of a revision, or of a later one.
   * @param signal - aborts when this caller leaves
   * @throws the reason of `signal` if it aborts before the result is there
   */
  async run(key: string, turn: Turn<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const running = this.#running.get(key);
    if (running === undefined) return this.#begin(key, turn, signal);
    const flight = nameFlight(key, running.revision);
    if (turn.revision <= running.revision) return this.#flights.run(flight, signal, turn.make);
    if (running.next === undefined || running.next.revision < turn.revision) running.next = turn;
    await this.#waits.run(flight, signal, () => running.ended);
    return this.#running.has(key)
      ? this.run(key, turn, signal)
      : this.#begin(key, running.next, signal);
  }

  #begin(key: string, { revision, make }: Turn<T>, signal?: AbortSignal): Promise<T> {
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const running: RunningTurn<T> = { revision, ended };
    this.#running.set(key, running);
    return this.#flights.run(nameFlight(key, revision), signal, async (stopSignal) => {
      try {
        return await make(stopSignal);
      } finally {
        if (this.#running.get(key) === running) this.#running.delete(key);
        resolve();
      }
    });
  }
}

const nameFlight = (key: string, revision: number): string => `${revision} ${key}`;
