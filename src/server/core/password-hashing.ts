/**
 * Which queue work waits in. `known` is for known devices and goes first, so that no storm of
 * strangers blocks them.
 */
export type Place = 'known' | 'all';
/**
 * Hashes and verifies passwords as PHC strings. The runtime implements it; on Node it is argon2id.
 */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** @returns false for a wrong password, and for a stored form that it does not know */
  verify(stored: string, password: string, place?: Place): Promise<boolean>;
  /**
   * Whether a stored hash has weaker parameters than today's, so that it is renewed at the next
   * sign-in.
   */
  isOld(stored: string): boolean;
  /** The passwords that attackers try first, the commonest first, in lower case. */
  commonest(): Promise<readonly string[]>;
}

/**
 * Brings spellings that look the same to one form (NFKC): combining accents, full-width letters.
 */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

const atOnce = 2;
const waitingMost = 20;

/** Thrown when too many already wait. */
export class QueueFullError extends Error {
  override readonly name = 'Crowded';
}

/** Runs two hashes at once and lets few wait, so that a storm of sign-ins slows no reader. */
export class Queue {
  readonly #waiting: Readonly<Record<Place, (() => void)[]>> = { known: [], all: [] };
  #running = 0;

  async run<T>(work: () => Promise<T>, place: Place = 'all'): Promise<T> {
    if (this.#running >= atOnce) {
      const row = this.#waiting[place];
      if (row.length >= waitingMost) throw new QueueFullError('Too many sign-ins at once.');
      await new Promise<void>((resolve) => row.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      // the one that waited longest takes the free place
      const next = this.#waiting.known.shift() ?? this.#waiting.all.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
