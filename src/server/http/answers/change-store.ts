import { getReader, type Source } from '#server/db/db.ts';
import { chainedTables } from '#server/db/hash-chain/chained-tables.ts';
import { listChangedCodes } from '#server/db/hash-chain/changed-codes.ts';
import { listTouchedTables } from '#server/db/hash-chain/revision-rows.ts';
import { editions } from '#server/db/read-scope.ts';

/** The changes of revisions, as far as an answer can depend on them. */
export interface Changes {
  /** The names of changed tables. Undefined if anything may have changed, as after an undo. */
  readonly tables: ReadonlySet<string> | undefined;
  /** The codes of projects whose rows changed. Undefined if there are many. */
  readonly codes: ReadonlySet<string> | undefined;
  readonly revisions: readonly {
    readonly author: string;
    readonly kind: string;
    readonly recorded_at: string;
  }[];
}

/** The most revisions or projects that are distinguished at once. */
const most = 100;

const versionTables: ReadonlySet<string> = new Set([
  ...chainedTables.map(({ name }) => name),
  editions,
]);
/** Whether the rows of a table change with a revision only. */
export const isVersioned = (name: string): boolean => versionTables.has(name);

/** Reads the changes of the revisions after `after`, up to `to`. */
export async function readChanges(source: Source, after: number, to: number): Promise<Changes> {
  const reader = getReader(source);
  const revisions = await reader
    .selectFrom('revision')
    .select(['author', 'kind', 'recorded_at', 'as_of', 'undoes'])
    .where('id', '>', after)
    .where('id', '<=', to)
    .limit(most + 1)
    .execute();
  const isUnknown =
    revisions.length !== to - after ||
    revisions.length > most ||
    revisions.some(({ kind, undoes }) => kind === 'undo' || undoes !== null);
  if (isUnknown) return { tables: undefined, codes: undefined, revisions };
  const range = { from: after + 1, to };
  const tables = await listTouchedTables(reader, chainedTables, range);
  const names = new Set<string>(tables.map(({ name }) => name));
  if (revisions.some(({ as_of }) => as_of !== null)) names.add(editions);
  return { tables: names, codes: await listChangedCodes(reader, tables, range, most), revisions };
}
