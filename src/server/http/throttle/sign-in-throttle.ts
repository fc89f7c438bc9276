import { noAttempts, type AttemptStore, type Attempts } from './attempts.ts';

const minute = 60_000;
const windowMs = 15 * minute;
const most = { account: 10, device: 10, block: 60 } as const;
/**
 * The most wrong attempts in a row on one account, over any time. Then only a known device or a new
 * password allows a sign-in.
 */
const mostInRow = 100;

/** An attempt to sign in. */
export interface SignInAttempt {
  /** The folded sign-in name, whether or not it exists. */
  readonly account: string;
  /**
   * A browser that this account has used before. It has its own count, so that nobody else can lock
   * out its owner.
   */
  readonly device?: string | undefined;
  /** A block of addresses. */
  readonly block: string;
}
/** The attempts on the account, and on the device or the block of addresses. */
type AttemptList = readonly Attempts[];

/** Limits attempts to sign in. */
export class SignInThrottle {
  readonly #attempts: AttemptStore;
  readonly #now: () => number;
  constructor(attempts: AttemptStore, now: () => number) {
    this.#attempts = attempts;
    this.#now = now;
  }

  /**
   * Counts an attempt before its password is verified.
   * @returns the seconds to wait if the limit is reached; the attempt then does not count
   */
  begin(attempt: SignInAttempt): Promise<number | undefined> {
    const isKnownDevice = attempt.device !== undefined;
    return this.#attempts.change(
      listKeys(attempt),
      ([account = noAttempts, place = noAttempts]) => {
        const wait = isKnownDevice
          ? this.#waitOf(place, most.device)
          : Math.max(
              this.#waitOf(account, most.account),
              this.#waitOf(place, most.block),
              account.in_row >= mostInRow ? windowMs / 1000 : 0,
            );
        if (wait > 0) return { result: wait };
        const times = isKnownDevice ? this.#recent(account) : this.#withNow(account);
        return {
          result: undefined,
          next: [
            { times, in_row: account.in_row + 1 },
            { times: this.#withNow(place), in_row: 0 },
          ],
        };
      },
    );
  }
  /**
   * Removes this attempt and the wrong ones in a row after a right password. Attempts without a
   * known device are removed only if the right one had none either. Otherwise each sign-in of the
   * owner would allow a guesser ten more.
   */
  succeed(attempt: SignInAttempt): Promise<void> {
    return this.#takeBack(attempt, (account) => ({
      times: attempt.device === undefined ? [] : account.times,
      in_row: 0,
    }));
  }
  /** Removes an attempt whose password was not verified. */
  withdraw(attempt: SignInAttempt): Promise<void> {
    return this.#takeBack(attempt, (account) => ({
      times: attempt.device === undefined ? account.times.slice(0, -1) : account.times,
      in_row: Math.max(0, account.in_row - 1),
    }));
  }
  /** Removes the wrong attempts of an account that has a new password. */
  forget(account: string): Promise<void> {
    return this.#attempts.change([accountKey(account)], () => ({
      result: undefined,
      next: [noAttempts],
    }));
  }

  #takeBack(attempt: SignInAttempt, nextOf: (account: Attempts) => Attempts): Promise<void> {
    return this.#attempts.change(listKeys(attempt), ([account, place]: AttemptList) => ({
      result: undefined,
      next: [
        nextOf({ ...noAttempts, ...account }),
        { times: this.#recent(place).slice(0, -1), in_row: 0 },
      ],
    }));
  }
  #recent(attempts: Attempts = noAttempts): readonly number[] {
    return attempts.times.filter((at) => at > this.#now() - windowMs);
  }
  #withNow(attempts: Attempts): readonly number[] {
    return [...this.#recent(attempts), this.#now()];
  }
  #waitOf(attempts: Attempts, limit: number): number {
    const first = this.#recent(attempts).at(-limit);
    return first === undefined ? 0 : Math.ceil((first + windowMs - this.#now()) / 1000);
  }
}

const accountKey = (account: string): string => `account ${account}`;
const listKeys = ({ account, device, block }: SignInAttempt): readonly string[] => [
  accountKey(account),
  device === undefined ? `block ${block}` : `device ${account} ${device}`,
];
