import type { Reader } from '#server/db/db.ts';
import { canonical } from '#server/store/canonical.ts';
import { chainedTables, unhashed } from './chained-tables.ts';
import { tableRows, type Row } from './revision-rows.ts';
import { Sha256 } from './sha256.ts';

/** What stands before the first revision. */
export const firstHash = '0'.repeat(64);

/** A row as text: columns by name; what is missing is left out, so that a column added later changes no earlier hash. */
const rowText = (row: Row): string =>
  canonical(
    Object.fromEntries(
      Object.entries(row)
        .filter(([name, value]) => value !== null && !unhashed.has(name))
        .map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
    ),
  );

/** A revision as the chain reads it. `took_back`: the revisions that say they were undone by it. */
export interface ChainedRevision {
  readonly id: number;
  readonly note: Row;
  readonly took_back: readonly number[];
}

/** Hashes revisions of a range, asked in ascending order. */
export function revisionHasher(reader: Reader, range: { readonly from: number; readonly to: number }) {
  const tables = chainedTables.map((table) => tableRows(reader, table, range));
  /** SHA-256 of the hash before, the revision, every row that it wrote and every row that it ended. */
  return async (before: string, { id, note, took_back }: ChainedRevision): Promise<string> => {
    const hash = new Sha256().update(`${before}\n${rowText(note)}\n${took_back.join(' ')}\n`);
    for (const { table, written, ended } of tables) {
      for await (const row of written(id)) hash.update(`+${table.name} ${rowText(row)}\n`);
      for await (const row of ended(id)) hash.update(`-${table.name} ${rowText(row)}\n`);
    }
    return hash.hex();
  };
}
