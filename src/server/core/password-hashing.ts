/**
 * The queue in which work waits. `known` is for known devices and comes first, so that many
 * strangers cannot block them.
 */
export type Place = 'known' | 'all';
/**
 * Hashes and verifies passwords as PHC strings. The runtime implements it; on Node it is argon2id.
 */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** @returns false for a wrong password or an unknown stored form */
  verify(hash: string, password: string, place?: Place): Promise<boolean>;
  /** Whether a stored hash has weaker parameters than new ones. The next sign-in then renews it. */
  isOld(hash: string): boolean;
  /** The passwords that attackers try first, the most common first, in lower case. */
  commonest(): Promise<readonly string[]>;
}

/**
 * Normalises spellings that look the same, such as combining accents and full-width letters (NFKC).
 */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

const atOnce = 2;
const waitingMost = 20;

/** Thrown if too many hashes already wait. */
export class QueueFullError extends Error {
  override readonly name = 'Crowded';
}

/**
 * Runs two hashes at a time and limits how many wait, so that many sign-ins do not slow down
 * readers.
 */
export class Queue {
  readonly #waiting: Readonly<Record<Place, (() => void)[]>> = { known: [], all: [] };
  #running = 0;

  /**
   * Runs the work when a place is free, `known` browsers first.
   * @throws QueueFullError if too many calls of this place wait already
   */
  async run<T>(work: () => Promise<T>, place: Place = 'all'): Promise<T> {
    if (this.#running >= atOnce) {
      const row = this.#waiting[place];
      if (row.length >= waitingMost) throw new QueueFullError('Too many sign-ins at once.');
      await new Promise<void>((resolve) => row.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      // the hash that has waited longest is next
      const next = this.#waiting.known.shift() ?? this.#waiting.all.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
