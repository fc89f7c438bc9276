import { chainedTables } from '#server/db/hash-chain/chained-tables.ts';
import { listChangedCodes } from '#server/db/hash-chain/changed-codes.ts';
import { listTouchedTables } from '#server/db/hash-chain/revision-rows.ts';
import type { Reader } from '#server/db/db.ts';
import { declareReads } from '#server/db/read-scope.ts';

/** The most changed projects that are listed, more than an import of 1,000 rows changes. */
export const mostChanged = 5000;
/** The most ranges of revisions whose projects are in memory. */
const mostRanges = 100;

type Codes = ReadonlySet<string> | undefined;

/** Lists the projects that changed between two revisions, once for all sums. */
export class ChangedProjects {
  readonly #reader: Reader;
  readonly #ranges = new Map<string, Promise<Codes>>();
  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /**
   * Lists the projects whose rows changed after a revision and up to another one, in any register.
   * @returns undefined after an undo, which may change all projects, or if there are many
   */
  list(after: number, to: number): Promise<Codes> {
    const name = `${after} ${to}`;
    const running = this.#ranges.get(name);
    if (running !== undefined) return running;
    // the figure depends on what it reads, not on how its changes are found
    const codes = declareReads([], () => readChangedCodes(this.#reader, after, to));
    this.#ranges.set(name, codes);
    codes.catch(() => this.#ranges.delete(name));
    for (const oldest of this.#ranges.keys()) {
      if (this.#ranges.size <= mostRanges) break;
      this.#ranges.delete(oldest);
    }
    return codes;
  }
}

async function readChangedCodes(reader: Reader, after: number, to: number): Promise<Codes> {
  const undo = await reader
    .selectFrom('revision')
    .select('id')
    .where('id', '>', after)
    .where('id', '<=', to)
    .where((eb) => eb.or([eb('kind', '=', 'undo'), eb('undoes', 'is not', null)]))
    .limit(1)
    .executeTakeFirst();
  if (undo !== undefined) return undefined;
  const range = { from: after + 1, to };
  const touched = await listTouchedTables(reader, chainedTables, range);
  return listChangedCodes(reader, touched, range, mostChanged);
}
