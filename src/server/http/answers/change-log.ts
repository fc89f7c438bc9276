import type { Changes } from './change-store.ts';

/** The changes of a range of revisions. */
export interface LoggedChanges extends Changes {
  /** The last revision of the range. */
  readonly to: number;
}

/** The most changes that are kept in memory. An older answer counts as changed. */
const most = 500;

/**
 * Keeps the changes of the last revisions, so that an answer stays valid after a change of other
 * tables.
 */
export class ChangeLog {
  readonly #read: (after: number, to: number) => Promise<Changes>;
  #changes: LoggedChanges[] = [];
  /** The last revision that was read. Those from `#from` on are in memory. */
  #latest: number | undefined;
  #from = 0;
  #reading: Promise<void> = Promise.resolve();
  /** @param read - reads the changes of the revisions after `after`, up to `to` */
  constructor(read: (after: number, to: number) => Promise<Changes>) {
    this.#read = read;
  }

  /** Reads the changes up to a revision. */
  async readTo(revision: number): Promise<void> {
    if (revision <= (this.#latest ?? -1)) return;
    const reading = this.#reading.then(() => this.#add(revision));
    this.#reading = reading;
    await reading;
  }

  /**
   * Lists the changes after a revision, oldest first.
   * @returns undefined if they are not in memory
   */
  after(revision: number): readonly LoggedChanges[] | undefined {
    if (this.#latest === undefined || revision < this.#from || revision > this.#latest)
      return undefined;
    return this.#changes.filter(({ to }) => to > revision);
  }

  async #add(to: number): Promise<void> {
    const knownLog = this.#latest;
    if (knownLog !== undefined && to <= knownLog) return;
    if (knownLog === undefined) {
      this.#from = to;
    } else {
      const changes = await this.#read(knownLog, to).catch(() => undefined);
      if (changes === undefined) this.#changes = [];
      else this.#changes.push({ ...changes, to });
      const lastDropped = this.#changes.splice(0, this.#changes.length - most).at(-1);
      this.#from = changes === undefined ? to : (lastDropped?.to ?? this.#from);
    }
    this.#latest = to;
  }
}
