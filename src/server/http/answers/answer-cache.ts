import { SizedCache } from '#server/core/sized-cache.ts';
import { projectTables } from '#server/db/hash-chain/changed-codes.ts';
import { collectReads } from '#server/db/read-scope.ts';
import { tagAnswer, type Answer, type TaggedAnswer } from '#server/http/response-cache.ts';
import type { ChangeLog, LoggedChanges } from './change-log.ts';
import { LatestFlight } from './latest-flight.ts';

/** An answer that a handler made, with its dependencies. */
export interface MadeAnswer {
  readonly answer: Answer;
  /**
   * Makes the same answer for a later revision. Omitted if the answer does not name its revision.
   */
  readonly atRevision?: ((revision: number) => Answer) | undefined;
  /** The code of the only project whose rows it reads. */
  readonly project?: string | undefined;
  /** Whether it depends on every revision. Files do, since they state their revision. */
  readonly isOfRevision?: boolean;
}

interface Entry extends Omit<MadeAnswer, 'answer'> {
  readonly answer: TaggedAnswer;
  /** The last revision for which the answer is known to be valid. */
  readonly revision: number;
  readonly reads: ReadonlySet<string> | undefined;
}

/**
 * A cached answer, with the changes since then that concern it. Empty if the answer is still valid,
 * undefined if the changes are unknown.
 */
export interface FoundAnswer {
  readonly answer: TaggedAnswer;
  readonly changes: readonly LoggedChanges[] | undefined;
}

/** Whether an answer depends on a change. */
function concerns(entry: Entry, { tables, codes }: LoggedChanges): boolean {
  const { reads, project } = entry;
  if (tables === undefined || reads === undefined) return true;
  return [...tables].some(
    (table) =>
      reads.has(table) &&
      !(project !== undefined && projectTables.has(table) && codes?.has(project) === false),
  );
}

/**
 * Caches answers with the tables that they read. An answer is valid until a revision changes one of
 * these tables. An answer that reads a table without revisions depends on every revision.
 */
export class AnswerCache {
  readonly #entries: SizedCache<Entry>;
  readonly #running = new LatestFlight<TaggedAnswer>();
  readonly #log: ChangeLog;
  readonly #isVersioned: (table: string) => boolean;
  /** @param isVersioned - whether the rows of a table belong to revisions */
  constructor(log: ChangeLog, isVersioned: (table: string) => boolean) {
    this.#log = log;
    this.#isVersioned = isVersioned;
    this.#entries = new SizedCache(64 * 1024 * 1024);
  }

  /** The number of cached answers. */
  get count(): number {
    return this.#entries.count;
  }
  /** The size in bytes of the cached answers with their compressed copies. */
  get bytes(): number {
    return this.#entries.size;
  }

  /**
   * Finds the answer of a key.
   * @param revision - the current revision
   * @returns the answer with the changes since it was made; undefined if none is kept
   */
  async find(key: string, revision: number): Promise<FoundAnswer | undefined> {
    await this.#log.readTo(revision);
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    // a request may have begun before the last change
    if (entry.revision >= revision) return { answer: entry.answer, changes: [] };
    const changes = entry.isOfRevision === true ? undefined : this.#log.after(entry.revision);
    const own = changes?.filter((one) => concerns(entry, one));
    if (own === undefined || own.length > 0) return { answer: entry.answer, changes: own };
    const { atRevision } = entry;
    const answer = atRevision === undefined ? entry.answer : await tagAnswer(atRevision(revision));
    this.#put(key, { ...entry, answer, revision });
    return { answer, changes: [] };
  }

  /**
   * Makes and caches the answer of a key at a revision or later, once for all concurrent callers
   * and never twice at a time.
   * @param make - makes the answer; its signal aborts once all callers have left
   * @param signal - aborts when this caller leaves
   * @throws the reason of `signal` if it aborts first; the error of `make`
   */
  async make(
    key: string,
    revision: number,
    make: (signal: AbortSignal) => Promise<MadeAnswer>,
    signal?: AbortSignal,
  ): Promise<TaggedAnswer> {
    const makeEntry = async (stopSignal: AbortSignal): Promise<TaggedAnswer> => {
      const { result, reads } = await collectReads(() => make(stopSignal));
      const answer = await tagAnswer(result.answer);
      const versionedReads =
        reads !== undefined && [...reads].every(this.#isVersioned) ? reads : undefined;
      this.#put(key, { ...result, answer, revision, reads: versionedReads });
      return answer;
    };
    return this.#running.run(key, { revision, make: makeEntry }, signal);
  }

  #put(key: string, entry: Entry): void {
    // room for a compressed copy
    this.#entries.put(key, entry, entry.answer.bytes.length * 2);
  }
}
