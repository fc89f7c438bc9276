import type { Reader } from '#server/db/db.ts';
import { chainedTables, withoutHash } from './chained-tables.ts';
import { touchedTables, type Row } from './revision-rows.ts';
import { sha256 } from './sha256.ts';

/** The hash before the first revision. */
export const firstHash = '0'.repeat(64);

/** Writes JSON with sorted keys. A large integer becomes its digits. */
function canonicalText(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const entries = value as Row;
  let text = '';
  for (const key of Object.keys(entries).sort())
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalText(entries[key])}`;
  return `{${text}}`;
}

/** Lists the hashed columns of a row by name. */
const hashedColumns = (row: Row): string[] =>
  Object.keys(row)
    .filter((name) => !withoutHash.has(name))
    .sort();
/**
 * Writes a row as text. Its columns are sorted by name, and missing values are left out, so that a
 * new column changes no earlier hash.
 */
function rowText(row: Row, names: readonly string[] = hashedColumns(row)): string {
  let text = '';
  for (const name of names) {
    const value = row[name];
    if (value !== null) text += ` ${name}:${canonicalText(value)}`;
  }
  return text;
}
/** Writes the rows of one query, each as a line that begins with a mark. */
function listLines(mark: string, rows: readonly Row[]): string {
  const [first] = rows;
  const names = first === undefined ? [] : hashedColumns(first);
  let text = '';
  for (const row of rows) text += `${mark}${rowText(row, names)}\n`;
  return text;
}

/** A revision in the chain. `took_back` lists the revisions that it undid. */
export interface ChainedRevision {
  readonly id: number;
  readonly note: Row;
  readonly took_back: readonly number[];
}

/** Makes the function that hashes the revisions of a range. Call it in ascending order. */
export async function revisionHasher(
  reader: Reader,
  range: { readonly from: number; readonly to: number },
) {
  const tables = await touchedTables(reader, chainedTables, range);
  /** The hash covers the previous hash, the revision, and every row that it wrote or ended. */
  return async (before: string, { id, note, took_back }: ChainedRevision): Promise<string> => {
    const hash = sha256();
    hash.update(`${before}\n${rowText(note)}\n${took_back.join(' ')}\n`);
    for (const { table, readWritten, ended } of tables) {
      for await (const rows of readWritten(id)) hash.update(listLines(`+${table.name}`, rows));
      for await (const rows of ended(id)) hash.update(listLines(`-${table.name}`, rows));
    }
    return hash.hex();
  };
}
