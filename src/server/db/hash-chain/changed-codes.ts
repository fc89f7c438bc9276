import { sql } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { chainedTables, type ChainedTable } from './chained-tables.ts';
import { isWithin, type RevisionRange } from './revision-range.ts';

/** Tables whose rows belong to one project each. */
export const projectTables: ReadonlySet<string> = new Set(
  chainedTables.filter(({ key }) => key.includes('code')).map(({ name }) => name),
);

/**
 * Lists the projects of rows that revisions wrote or ended in some tables.
 * @param most - the number of codes above which they are not listed
 * @returns undefined if there are more
 */
export async function listChangedCodes(
  reader: Reader,
  tables: readonly ChainedTable[],
  range: RevisionRange,
  most: number,
): Promise<ReadonlySet<string> | undefined> {
  const codes = new Set<string>();
  for (const { name, writer, closes } of tables) {
    if (!projectTables.has(name)) continue;
    for (const column of closes ? [writer, 'revision_to'] : [writer]) {
      const { rows } = await sql<{ readonly code: string }>`select distinct code
        from ${sql.table(name)} where ${isWithin(column, range)}
        limit ${sql.lit(most + 1)}`.execute(reader);
      for (const { code } of rows) codes.add(code);
      if (codes.size > most) return undefined;
    }
  }
  return codes;
}
