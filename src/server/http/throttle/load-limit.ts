import { problem, type HttpProblem } from '#server/core/problem.ts';

/** Requests that may be under way. More would only wait, and their senders would be gone. */
const mostAtOnce = 200;
/** Reads that may take long at once. More mean that the store no longer keeps up. */
const mostSlow = 20;
const slowMs = 5000;
const retrySeconds = 5;

const createOverloadProblem = (): HttpProblem =>
  problem(
    'rate_limited',
    `This server has more requests than it can answer. Try again in ${retrySeconds} seconds.`,
    { status: 503, headers: { 'retry-after': String(retrySeconds) } },
  );

interface Running {
  readonly since: number;
  readonly isRead: boolean;
}

/** Refuses requests early while the server has more than it can answer, so that it recovers soon. */
export class LoadLimit {
  readonly #now: () => number;
  /** In the order of their beginning. */
  readonly #running = new Set<Running>();
  /** @param now - a monotonic clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The number of requests under way. */
  get size(): number {
    return this.#running.size;
  }
  /**
   * Runs work that may take long.
   * @param isRead - whether it changes nothing; an import may take minutes
   * @throws HttpProblem without running it, when there is too much
   */
  async run<T>(isRead: boolean, work: () => Promise<T>): Promise<T> {
    if (this.#running.size >= mostAtOnce || this.#countSlow() >= mostSlow)
      throw createOverloadProblem();
    const running = { since: this.#now(), isRead };
    this.#running.add(running);
    try {
      return await work();
    } finally {
      this.#running.delete(running);
    }
  }

  #countSlow(): number {
    const before = this.#now() - slowMs;
    let slow = 0;
    for (const { since, isRead } of this.#running) {
      if (since > before) break;
      if (isRead) slow += 1;
    }
    return slow;
  }
}
