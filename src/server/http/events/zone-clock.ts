import type { IsoDate } from '#domain/values/date.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { isStoreUnavailable } from '#server/db/dialects/port.ts';
import type { RevisionWatch } from './revision-watch.ts';

/** Returns the time zone and the current day of the displayed zone with few queries. */
export class ZoneClock {
  readonly #revisions: RevisionWatch;
  readonly #read: () => Promise<string>;
  readonly #clock: () => Date;
  #latest: { readonly revision: number; readonly timeZone: string } | undefined;
  constructor(revisions: RevisionWatch, read: () => Promise<string>, clock: () => Date) {
    this.#revisions = revisions;
    this.#read = read;
    this.#clock = clock;
  }

  /**
   * Returns the time zone at the current revision, or the last known one while the store is
   * unavailable.
   * @throws the error of the store if no time zone was read yet
   */
  async timeZone(): Promise<string> {
    try {
      const revision = await this.#revisions.now();
      if (this.#latest?.revision !== revision)
        this.#latest = { revision, timeZone: await this.#read() };
      return this.#latest.timeZone;
    } catch (error) {
      if (this.#latest === undefined || !isStoreUnavailable(error)) throw error;
      return this.#latest.timeZone;
    }
  }
  /**
   * Returns the current day in the zone.
   * @throws the error of the store if no time zone was read yet
   */
  async today(): Promise<IsoDate> {
    return dayIn(this.#clock(), await this.timeZone());
  }
}
