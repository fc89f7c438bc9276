import { SingleFlight } from '#server/core/single-flight.ts';
import { SizedCache } from '#server/core/sized-cache.ts';
import { collectReads } from '#server/db/read-scope.ts';
import { tagAnswer, type Answer, type TaggedAnswer } from '#server/http/response-cache.ts';
import { projectTables } from './change-store.ts';
import type { ChangeLog, LoggedChanges } from './change-log.ts';

/** What a handler made. */
export interface MadeAnswer {
  readonly answer: Answer;
  /** The same answer at a later revision. Omitted where it does not name its revision. */
  readonly atRevision?: ((revision: number) => Answer) | undefined;
  /** The only project of which it reads rows. */
  readonly project?: string | undefined;
  /** It depends on every change, as files do, which state when they were made. */
  readonly isOfRevision?: boolean;
}

interface Entry extends Omit<MadeAnswer, 'answer'> {
  readonly answer: TaggedAnswer;
  /** The last revision for which it is known to hold. */
  readonly revision: number;
  readonly reads: ReadonlySet<string> | undefined;
}

/** An answer that is kept, with what changed of it since it was made: nothing when it holds. */
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
 * Keeps answers by what they depend on: an answer holds until a revision changes a table that it
 * reads. One that reads a table without revisions depends on every revision.
 */
export class KeptAnswers {
  readonly #entries: SizedCache<Entry>;
  readonly #running = new SingleFlight<TaggedAnswer>();
  readonly #log: ChangeLog;
  readonly #isVersioned: (table: string) => boolean;
  /** @param isVersioned - whether the rows of a table belong to revisions */
  constructor(
    log: ChangeLog,
    isVersioned: (table: string) => boolean,
    maxBytes = 64 * 1024 * 1024,
  ) {
    this.#log = log;
    this.#isVersioned = isVersioned;
    this.#entries = new SizedCache(maxBytes);
  }

  get count(): number {
    return this.#entries.count;
  }
  /** The size of the kept answers with their compressed copies. */
  get bytes(): number {
    return this.#entries.size;
  }

  /** Finds the answer under a key. `revision` is the present one. */
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
   * Makes the answer under a key, once for all who ask at the same time.
   * @param make - its signal aborts once every caller has gone
   * @param gone - aborts when this caller goes
   */
  async make(
    key: string,
    revision: number,
    make: (gone: AbortSignal) => Promise<MadeAnswer>,
    gone?: AbortSignal,
  ): Promise<TaggedAnswer> {
    return this.#running.run(`${revision} ${key}`, gone, async (stopped) => {
      const { result, reads } = await collectReads(() => make(stopped));
      const answer = await tagAnswer(result.answer);
      const known = reads !== undefined && [...reads].every(this.#isVersioned) ? reads : undefined;
      this.#put(key, { ...result, answer, revision, reads: known });
      return answer;
    });
  }

  #put(key: string, entry: Entry): void {
    // room for a compressed copy
    this.#entries.put(key, entry, entry.answer.bytes.length * 2);
  }
}
