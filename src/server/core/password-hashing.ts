/** Where work waits: `known`, for who is known here already, comes before `all` and has a row of its own, so that no storm of strangers keeps it out. */
export type Place = 'known' | 'all';
/** Makes and checks the stored form of a password, a PHC string. Given by the surroundings: on Node argon2id; where nobody signs in, absent. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for a wrong password, and for a stored form that it does not know. `place`: where it waits when many come at once. */
  verify(stored: string, password: string, place?: Place): Promise<boolean>;
  /** Whether a stored form was made with less than is asked today, so that it is made again when its owner signs in. */
  isOld(stored: string): boolean;
  /** The passwords that are tried first, the commonest first, in lower case. */
  commonest(): Promise<readonly string[]>;
}

/** One spelling of what looks the same: accents that were typed as two characters, full-width letters. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

const atOnce = 2;
const waitingMost = 20;

/** Too many are waiting already. */
export class QueueFullError extends Error {
  override readonly name = 'Crowded';
}

/** Lets two pieces of heavy work run at once and few wait, so that a storm of sign-ins slows nobody who reads. */
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
      // it goes straight on with who waited longest
      const next = this.#waiting.known.shift() ?? this.#waiting.all.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
