/** Makes and checks the stored form of a password, a PHC string. Given by the surroundings: on Node argon2id; where nobody signs in, absent. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for a wrong password, and for a stored form that it does not know. */
  verify(stored: string, password: string): Promise<boolean>;
  /** Whether a stored form was made with less than is asked today, so that it is made again when its owner signs in. */
  isOld(stored: string): boolean;
}

/** One spelling of what looks the same: accents that were typed as two characters, full-width letters. */
export const normalised = (password: string): string => password.normalize('NFKC');

const atOnce = 2;
const waitingMost = 20;

/** Too many are waiting already. */
export class Crowded extends Error {
  override readonly name = 'Crowded';
}

/** Lets two pieces of heavy work run at once and few wait, so that a storm of sign-ins slows nobody who reads. */
export class Queue {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) {
      if (this.#waiting.length >= waitingMost) throw new Crowded('Too many sign-ins at once.');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      // the place goes straight to who waited longest
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
