import type { ImportRun } from '#contract/imports/schemas.ts';
import type { WatchOptions } from '#server/imports/import-plan.ts';

const waiting: ImportRun = { phase: 'waiting', share: 0, rows: 0 };
interface Run {
  readonly owner: string;
  readonly abort: AbortController;
  now: ImportRun;
}

/**
 * Running imports by the id that their caller chose, with their progress and a way to abort them.
 * They are in memory only.
 */
export class ImportRuns {
  readonly #runs = new Map<string, Run>();
  readonly #count: <T>(work: () => Promise<T>) => Promise<T>;
  /** @param count - counts each run by its result */
  constructor(count: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#count = count;
  }

  /**
   * Runs work whose progress can be read and which can be aborted. It also aborts when `request`
   * does, since the caller has left.
   */
  async watch<T>(
    id: string | undefined,
    owner: string,
    request: AbortSignal,
    work: (options: WatchOptions) => Promise<T>,
  ): Promise<T> {
    const run: Run = { owner, abort: new AbortController(), now: waiting };
    const key = id ?? crypto.randomUUID();
    this.#runs.set(key, run);
    const signal = AbortSignal.any([run.abort.signal, request]);
    try {
      return await this.#count(() =>
        work({ signal, onProgress: (progress) => (run.now = progress) }),
      );
    } finally {
      if (this.#runs.get(key) === run) this.#runs.delete(key);
    }
  }
  /** Finds a run. An unknown run, or one of another owner, counts as not started. */
  find(id: string, owner: string): ImportRun {
    const run = this.#runs.get(id);
    return run?.owner === owner ? run.now : waiting;
  }
  /** Stops a run of its owner. A run of another owner continues. */
  stop(id: string, owner: string): void {
    const run = this.#runs.get(id);
    if (run?.owner === owner) run.abort.abort();
  }
}
