import { problem, type HttpProblem } from '#server/core/problem.ts';

/** The most running requests. Further ones would wait longer than their senders. */
const mostAtOnce = 200;
/** The most slow reads at once. More of them mean that the store no longer keeps up. */
const mostSlow = 64;
const slowMs = 5000;
/**
 * The number of reads that are always accepted. More are accepted until the oldest one is a second
 * old.
 */
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
 * Rejects requests early while the server has more than it can handle, so that it recovers soon.
 */
export class LoadLimit {
  readonly #now: () => number;
  /** The starts of the running reads, in ascending order. */
  readonly #reads = new Set<{ readonly since: number }>();
  /** The ends of the last reads, oldest first. */
  readonly #ended: number[] = [];
  #size = 0;
  /** @param now - a monotonic clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The number of running requests. */
  get size(): number {
    return this.#size;
  }
  /**
   * Runs work that may take long.
   * @param isRead - whether it only reads; changes such as an import may take minutes
   * @throws HttpProblem without running it, if the load is too high
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
   * Whether the running reads will take longer than five seconds: in the last five seconds, fewer
   * reads ended than are running.
   */
  #isBehind(): boolean {
    const { size } = this.#reads;
    const [oldest] = this.#reads;
    if (size < alwaysTaken || oldest === undefined || this.#now() - oldest.since < burstMs)
      return false;
    const firstEnd = this.#ended.at(-size);
    return firstEnd === undefined || firstEnd < this.#now() - slowMs;
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
