import type { Changes } from './change-store.ts';

/** What a range of revisions changed. */
export interface LoggedChanges extends Changes {
  /** The last revision of the range. */
  readonly to: number;
}

/** Changes that are remembered. An answer that is older depends on everything. */
const most = 500;

/** Remembers what the last revisions changed, so that answers outlast those that concern others. */
export class ChangeLog {
  readonly #read: (after: number, to: number) => Promise<Changes>;
  #changes: LoggedChanges[] = [];
  /** The revisions up to this one are read, those from `#from` on are remembered. */
  #known: number | undefined;
  #from = 0;
  #reading: Promise<void> = Promise.resolve();
  /** @param read - reads what the revisions after one changed, up to another */
  constructor(read: (after: number, to: number) => Promise<Changes>) {
    this.#read = read;
  }

  /** Reads the changes up to a revision. */
  async readTo(revision: number): Promise<void> {
    if (revision <= (this.#known ?? -1)) return;
    const reading = this.#reading.then(() => this.#add(revision));
    this.#reading = reading;
    await reading;
  }

  /**
   * Lists what changed after a revision, oldest first.
   * @returns undefined when it is not remembered
   */
  after(revision: number): readonly LoggedChanges[] | undefined {
    if (this.#known === undefined || revision < this.#from || revision > this.#known)
      return undefined;
    return this.#changes.filter(({ to }) => to > revision);
  }

  async #add(to: number): Promise<void> {
    const known = this.#known;
    if (known !== undefined && to <= known) return;
    if (known === undefined) {
      this.#from = to;
    } else {
      const changes = await this.#read(known, to).catch(() => undefined);
      if (changes === undefined) this.#changes = [];
      else this.#changes.push({ ...changes, to });
      const dropped = this.#changes.splice(0, this.#changes.length - most).at(-1);
      this.#from = changes === undefined ? to : (dropped?.to ?? this.#from);
    }
    this.#known = to;
  }
}
