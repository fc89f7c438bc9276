import { noAttempts, type AttemptStore } from './attempts.ts';

const minute = 60_000;
const openingsPerMinute = 30;
const freeTries = 5;
const pause = 30_000;

/** Limits openings of links, and passwords tried on one link, across all servers. */
export class LinkThrottle {
  readonly #attempts: AttemptStore;
  readonly #now: () => number;
  constructor(attempts: AttemptStore, now: () => number) {
    this.#attempts = attempts;
    this.#now = now;
  }

  /**
   * Counts an opening from a block of addresses. The limit is 30 a minute.
   * @returns the seconds to wait if it is over the limit, else 0
   */
  waitForOpening(block: string): Promise<number> {
    return this.#attempts.change([`opening ${block}`], ([{ times } = noAttempts]) => {
      const now = this.#now();
      const recent = times.filter((at) => at > now - minute);
      const [first = now] = recent;
      return recent.length >= openingsPerMinute
        ? { result: Math.max(1, Math.ceil((first + minute - now) / 1000)) }
        : { result: 0, next: [{ times: [...recent, now], in_row: 0 }] };
    });
  }
  /**
   * Counts a password, as wrong until `passwordFits` is called. It allows five, then one every 30
   * seconds until a right one or for an hour.
   * @returns the seconds to wait if it comes too early, else 0
   */
  waitForPassword(link: string): Promise<number> {
    return this.#attempts.change([passwordKey(link)], ([{ times, in_row } = noAttempts]) => {
      const now = this.#now();
      const last = times.at(-1) ?? 0;
      const wrong = now - last > 60 * minute ? 0 : in_row;
      const next = last + pause;
      return wrong >= freeTries && now < next
        ? { result: Math.ceil((next - now) / 1000) }
        : { result: 0, next: [{ times: [now], in_row: wrong + 1 }] };
    });
  }
  /** Forgets the wrong passwords of a link. */
  passwordFits(link: string): Promise<void> {
    return this.#attempts.change([passwordKey(link)], () => ({
      result: undefined,
      next: [noAttempts],
    }));
  }
}

const passwordKey = (link: string): string => `link password ${link}`;
