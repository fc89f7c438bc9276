import { sql } from 'kysely';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { chainedTables, type ChainedTable } from '#server/db/hash-chain/chained-tables.ts';
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

/** Tables whose rows belong to one project each. */
export const projectTables: ReadonlySet<string> = new Set(
  chainedTables.filter(({ key }) => key.includes('code')).map(({ name }) => name),
);

const versionTables: ReadonlySet<string> = new Set([
  ...chainedTables.map(({ name }) => name),
  editions,
]);
/** Whether the rows of a table change with a revision only. */
export const isVersioned = (name: string): boolean => versionTables.has(name);

/**
 * Lists the projects of rows that revisions wrote or ended.
 * @returns undefined if there are many
 */
async function listCodes(
  reader: Reader,
  tables: readonly ChainedTable[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadonlySet<string> | undefined> {
  const codes = new Set<string>();
  for (const { name, writer, closes } of tables) {
    if (!projectTables.has(name)) continue;
    for (const column of closes ? [writer, 'revision_to'] : [writer]) {
      const { rows } = await sql<{ readonly code: string }>`select distinct code
        from ${sql.table(name)} where ${sql.ref(column)} >= ${from} and ${sql.ref(column)} <= ${to}
        limit ${sql.lit(most + 1)}`.execute(reader);
      for (const { code } of rows) codes.add(code);
      if (codes.size > most) return undefined;
    }
  }
  return codes;
}

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
  return { tables: names, codes: await listCodes(reader, tables, range), revisions };
}
