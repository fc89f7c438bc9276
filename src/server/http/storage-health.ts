import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';

/** A fault that keeps the store from being written. */
export type StorageFault = 'full' | 'corrupt' | 'readonly';
const isTrouble = (kind: unknown): kind is StorageFault =>
  kind === 'full' || kind === 'corrupt' || kind === 'readonly';

const answers: Readonly<Record<StorageFault, () => HttpProblem>> = {
  full: () =>
    problem(
      'store_full',
      'The disk of the store is full. Nothing was changed, and reading still works. Free some space, then send it again.',
    ),
  corrupt: () =>
    problem(
      'store_corrupt',
      'The store is damaged. Nothing was changed. Stop Headway, run headway verify, and restore the newest backup.',
    ),
  readonly: () =>
    problem(
      'store_readonly',
      'The store can only be read. Nothing was changed. Give the user that runs Headway the right to write its data folder.',
    ),
};

/** Remembers the last fault of the store, for the health endpoint. */
export class StorageHealth {
  #kind: StorageFault | undefined;
  /** The last fault of the store, or undefined without one. */
  get fault(): StorageFault | undefined {
    return this.#kind;
  }
  /**
   * Records an error of the store.
   * @returns the problem to respond with; undefined for any other error
   */
  note(error: unknown): HttpProblem | undefined {
    const kind = sqlErrorKind(error);
    if (!isTrouble(kind)) return undefined;
    this.#kind = kind;
    return answers[kind]();
  }
  /** Clears the fault. Call it after a stored change. Damage stays until the store is restored. */
  clear(): void {
    if (this.#kind !== 'corrupt') this.#kind = undefined;
  }
}
