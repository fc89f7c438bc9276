import { problem, type HttpProblem } from '#server/core/problem.ts';

/** Requests that may be under way. More would only wait, and their senders would be gone. */
const mostAtOnce = 200;
/** Reads that may take long at once. More mean that the store no longer keeps up. */
const mostSlow = 64;
const slowMs = 5000;
/** So many reads are taken at any time, and more until the oldest is a second old. */
const alwaysTaken = 64;
const burstMs = 1000;
const retrySeconds = 5;

const createOverloadProblem = (): HttpProblem =>
  problem(
    'rate_limited',
    `This server has more requests than it can answer. Try again in ${retrySeconds} seconds.`,
    { status: 503, headers: { 'retry-after': String(retrySeconds) } },
  );

/**
 * Refuses requests early while the server has more than it can answer, so that it recovers soon.
 */
export class LoadLimit {
  readonly #now: () => number;
  /** When each read under way began, in that order. */
  readonly #reads = new Set<{ readonly since: number }>();
  /** When the last reads ended, oldest first. */
  readonly #ended: number[] = [];
  #size = 0;
  /** @param now - a monotonic clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The number of requests under way. */
  get size(): number {
    return this.#size;
  }
  /**
   * Runs work that may take long.
   * @param isRead - whether it changes nothing; an import may take minutes
   * @throws HttpProblem without running it, when there is too much
   */
  async run<T>(isRead: boolean, work: () => Promise<T>): Promise<T> {
    if (this.#size >= mostAtOnce || this.#countSlow() >= mostSlow || this.#isBehind())
      throw createOverloadProblem();
    this.#size += 1;
    try {
      return isRead ? await this.#runRead(work) : await work();
    } finally {
      this.#size -= 1;
    }
  }
  async #runRead<T>(work: () => Promise<T>): Promise<T> {
    const read = { since: this.#now() };
    this.#reads.add(read);
    try {
      return await work();
    } finally {
      this.#reads.delete(read);
      this.#ended.push(this.#now());
      if (this.#ended.length > mostAtOnce) this.#ended.shift();
    }
  }

  /**
   * Whether the reads under way will take longer than five seconds, as the last ones did: fewer
   * ended in that time.
   */
  #isBehind(): boolean {
    const { size } = this.#reads;
    const [oldest] = this.#reads;
    if (size < alwaysTaken || oldest === undefined || this.#now() - oldest.since < burstMs)
      return false;
    const ended = this.#ended.at(-size);
    return ended === undefined || ended < this.#now() - slowMs;
  }
  #countSlow(): number {
    const before = this.#now() - slowMs;
    let slow = 0;
    for (const { since } of this.#reads) {
      if (since > before) break;
      slow += 1;
    }
    return slow;
  }
}
