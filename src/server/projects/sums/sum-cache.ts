import { SizedCache } from '#server/core/sized-cache.ts';
import { compact } from '#domain/values/compact.ts';
import type { Db, Reader } from '#server/db/db.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { addReads, collectReads } from '#server/db/read-scope.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { listVersionStarts } from './version-start-store.ts';
import { ChangedProjects, mostChanged } from './changed-project-store.ts';

/**
 * A figure that adds up the projects of a scope: no project has an effect on what another one adds.
 * One reading defines it, for all projects and for some.
 */
export interface ProjectSum<Scope extends ProjectScope, Sum> {
  /** The name of the figure. Two figures never share one. */
  readonly name: string;
  /** Reads the sum over the projects of a scope, or over its `only`. */
  readonly read: (reader: Reader, scope: Scope) => Promise<Sum>;
  /**
   * Replaces what changed projects added by what they add now.
   * @returns undefined if the sum must be read again
   */
  readonly replace: (sum: Sum, change: SumChange<Sum>, scope: Scope) => Sum | undefined;
  /** Estimates the bytes that a sum takes in memory. */
  readonly sizeOf: (sum: Sum) => number;
  /**
   * Lists the projects that may add something else than on an earlier day although the same version
   * holds on both. Omit it for a sum of which these are many: it is read again for each day.
   */
  readonly changedByDay?: (sum: Sum, scope: Scope) => readonly string[];
}
/** The `changedByDay` of a sum to which a project adds by its version of the day alone. */
export const byVersion = (): readonly string[] => [];
/** The contributions of the changed projects to a sum before and after the change. */
export interface SumChange<Sum> {
  readonly before: Sum;
  readonly after: Sum;
  readonly codes: ReadonlySet<string>;
}

/** The memory in bytes of all sums. */
const maxBytes = 96 * 1024 * 1024;
/** The memory in bytes of an entry without its sum and its key, roughly. */
const entryBytes = 500;

interface Entry {
  readonly sum: unknown;
  readonly revision: number;
  /** The tables that the sum is read from. */
  readonly reads: ReadonlySet<string>;
}
/** A sum in memory with the day of its scope. */
interface DayEntry extends Entry {
  readonly as_of: IsoDate;
}
/** The most days of a sum from which a later day is reached. */
const mostDays = 4;

/**
 * Keeps sums over projects in memory. After a change it reads only what the changed projects added
 * before and add now, each at its revision, so that its cost does not depend on the size of the
 * register. After an undo, or a change of many projects, it reads the sum again.
 */
export class SumCache {
  readonly #entries: SizedCache<Entry>;
  /** The last read days of each sum, under its name without a day. */
  readonly #days: SizedCache<readonly IsoDate[]>;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #reader: Reader;
  readonly #projectChanges: ChangedProjects;
  /** The last revision that is known to be in the store. */
  #storedRevision = 0;
  constructor(reader: Reader) {
    this.#reader = reader;
    this.#entries = new SizedCache(maxBytes);
    this.#days = new SizedCache(maxBytes / 32);
    this.#projectChanges = new ChangedProjects(reader);
  }

  /** Reads a sum at the revision of a scope. Readings of one sum take turns and share results. */
  async read<Scope extends ProjectScope, Sum>(
    reader: Reader,
    scope: Scope & { readonly knownRevision: number },
    sum: ProjectSum<Scope, Sum>,
  ): Promise<Sum> {
    const key = nameOf(sum.name, scope);
    const turn = (this.#turns.get(key) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.#find(reader, scope, sum, key));
    this.#turns.set(key, turn);
    try {
      const { sum: value, reads } = await turn;
      addReads(reads);
      return value as Sum;
    } finally {
      if (this.#turns.get(key) === turn) this.#turns.delete(key);
    }
  }

  async #find<Scope extends ProjectScope, Sum>(
    reader: Reader,
    scope: Scope & { readonly knownRevision: number },
    sum: ProjectSum<Scope, Sum>,
    key: string,
  ): Promise<Entry> {
    const { knownRevision: revision } = scope;
    if (revision > this.#storedRevision) this.#storedRevision = await currentRevision(this.#reader);
    // the content of a later revision is not known yet
    if (revision > this.#storedRevision) return readEntry(reader, scope, sum);
    const last = this.#entries.get(key);
    if (last !== undefined && last.revision === revision) return last;
    const isPast = last !== undefined && last.revision > revision;
    const start =
      last === undefined ? this.#findEarlier(scope, sum) : { ...last, as_of: scope.as_of };
    const changed = start === undefined ? undefined : await this.#move(reader, scope, sum, start);
    const entry = changed ?? (await readEntry(reader, scope, sum));
    if (!isPast) this.#keep(scope, sum, key, entry);
    return entry;
  }

  #keep<Scope extends ProjectScope, Sum>(
    scope: Scope,
    sum: ProjectSum<Scope, Sum>,
    key: string,
    entry: Entry,
  ): void {
    const size = sum.sizeOf(entry.sum as Sum) + key.length * 2 + entryBytes;
    // a larger sum would leave no room for others
    if (size > maxBytes / 2) return;
    this.#entries.put(key, entry, size);
    if (sum.changedByDay === undefined) return;
    const name = nameOf(sum.name, { ...scope, as_of: '' });
    const days = (this.#days.get(name) ?? []).filter((day) => day !== scope.as_of);
    const lastDays = [scope.as_of, ...days].slice(0, mostDays);
    this.#days.put(name, lastDays, name.length * 2 + entryBytes);
  }

  /** Finds the sum of the last day before that of a scope. */
  #findEarlier<Scope extends ProjectScope, Sum>(
    scope: Scope & { readonly knownRevision: number },
    sum: ProjectSum<Scope, Sum>,
  ): DayEntry | undefined {
    const name = nameOf(sum.name, { ...scope, as_of: '' });
    const days = (this.#days.get(name) ?? []).filter((day) => day < scope.as_of);
    for (const as_of of days.toSorted().reverse()) {
      const entry = this.#entries.get(nameOf(sum.name, { ...scope, as_of }));
      if (entry !== undefined && entry.revision <= scope.knownRevision) return { ...entry, as_of };
    }
    return undefined;
  }

  /**
   * Moves a sum to another revision, which may be the earlier one: a page deep in a list is of the
   * revision of its first page. Or moves it to a later day.
   * @returns undefined if the sum must be read again
   */
  async #move<Scope extends ProjectScope, Sum>(
    reader: Reader,
    scope: Scope & { readonly knownRevision: number },
    sum: ProjectSum<Scope, Sum>,
    start: DayEntry,
  ): Promise<Entry | undefined> {
    const { as_of, revision } = start;
    const codes = await this.#listChanged(reader, scope, sum, start);
    if (codes === undefined) return undefined;
    if (codes.size === 0) return { ...start, revision: scope.knownRevision };
    const only = [...codes];
    const [before, after] = await Promise.all([
      readEntry(reader, { ...scope, as_of, only, knownRevision: revision }, sum),
      readEntry(reader, { ...scope, only }, sum),
    ]);
    const change = { before: before.sum as Sum, after: after.sum as Sum, codes };
    const next = sum.replace(start.sum as Sum, change, scope);
    return next === undefined
      ? undefined
      : { sum: next, revision: scope.knownRevision, reads: start.reads };
  }

  /**
   * Lists the projects that may add something else than to an earlier sum.
   * @returns undefined if there are many
   */
  async #listChanged<Scope extends ProjectScope, Sum>(
    reader: Reader,
    scope: Scope & { readonly knownRevision: number },
    sum: ProjectSum<Scope, Sum>,
    { as_of, revision, sum: earlier }: DayEntry,
  ): Promise<ReadonlySet<string> | undefined> {
    const range = [revision, scope.knownRevision].toSorted((a, b) => a - b) as [number, number];
    const changed = await this.#projectChanges.list(...range);
    if (changed === undefined || as_of === scope.as_of) return changed;
    const starts = await listVersionStarts(reader, scope, as_of, mostChanged);
    const byDay = sum.changedByDay?.(earlier as Sum, scope);
    return starts === undefined || byDay === undefined
      ? undefined
      : new Set([...changed, ...starts, ...byDay]);
  }
}

/**
 * Names a sum with everything that it depends on, except the revision. Pages that state the same
 * scope in another order share a sum.
 */
const nameOf = (name: string, { knownRevision: _, ...scope }: ProjectScope): string =>
  JSON.stringify([
    name,
    Object.entries(scope)
      .filter(([key, value]) => value !== undefined && !(key === 'without' && isEmpty(value)))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

async function readEntry<Scope extends ProjectScope, Sum>(
  reader: Reader,
  scope: Scope & { readonly knownRevision: number },
  sum: ProjectSum<Scope, Sum>,
): Promise<Entry> {
  const { result, reads } = await collectReads(() => sum.read(reader, scope));
  return { sum: result, revision: scope.knownRevision, reads: reads ?? new Set() };
}

const sumCaches = new WeakMap<Reader, SumCache>();

/** Makes a store of the same connections whose reads keep sums in memory. */
export function addSumCache(db: Db): Db {
  const read: Reader = db.read.withTables();
  sumCaches.set(read, new SumCache(db.read));
  return {
    engine: db.engine,
    durability: db.durability,
    ...compact({ url: db.url }),
    read,
    get short() {
      return db.short;
    },
    write: (work) => db.write(work),
    standAside: (work) => db.standAside(work),
    close: () => db.close(),
  };
}

/**
 * Reads a sum over the projects of a scope. A reader that keeps no sums, as in a transaction, reads
 * it from the store.
 */
export function readSum<Scope extends ProjectScope, Sum>(
  reader: Reader,
  scope: Scope,
  sum: ProjectSum<Scope, Sum>,
): Promise<Sum> {
  const { knownRevision, only } = scope;
  const sums = sumCaches.get(reader);
  return sums === undefined || knownRevision === undefined || only !== undefined
    ? sum.read(reader, scope)
    : sums.read(reader, { ...scope, knownRevision }, sum);
}
