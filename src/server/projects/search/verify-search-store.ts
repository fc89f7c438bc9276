import { sql } from 'kysely';
import { listPieces } from '#server/core/text-folding/text-pieces.ts';
import { getEngine, getReader, type Reader, type Source } from '#server/db/db.ts';
import {
  hashSearchText,
  hasPieces,
  readSearchTexts,
  type SearchText,
} from './search-piece-store.ts';

/** The result of a verification of the search index: the number of texts, or a missing one. */
export type SearchReport =
  | { readonly whole: true; readonly texts: number }
  | { readonly whole: false; readonly origin: string; readonly code: string };

const hashesAtOnce = 5000;

async function readHashes(reader: Reader): Promise<ReadonlySet<number>> {
  const hashes = new Set<number>();
  const row = getEngine(reader) === 'sqlite' ? sql`rowid` : sql`id`;
  for (let last = 0; ; ) {
    const { rows } = await sql<{ row: number; text_hash: number }>`
      select ${row} as row, text_hash from search_piece where ${row} > ${last}
      order by ${row} limit ${sql.lit(hashesAtOnce)}`.execute(reader);
    for (const { text_hash } of rows) hashes.add(Number(text_hash));
    const end = rows.at(-1);
    if (end === undefined) return hashes;
    last = Number(end.row);
  }
}

/** Whether the index finds the project of a text by the pieces of the text. */
async function isFound(
  reader: Reader,
  { origin, code, search_fold }: SearchText,
): Promise<boolean> {
  const pieces = listPieces(search_fold);
  if (pieces.length === 0) return true;
  const { rows } = await sql`select 1 from search_piece
    where ${hasPieces(getEngine(reader), [pieces])} and origin = ${origin} and code = ${code} limit 1`.execute(
    reader,
  );
  return rows.length > 0;
}

/**
 * Verifies that the search index has the text of every version, and finds some of them by their
 * pieces.
 */
export async function verifySearch(source: Source): Promise<SearchReport> {
  const reader = getReader(source);
  const hashes = await readHashes(reader);
  for await (const versions of readSearchTexts(reader)) {
    const [first] = versions;
    const missing =
      versions.find((text) => !hashes.has(hashSearchText(text))) ??
      (first === undefined || (await isFound(reader, first)) ? undefined : first);
    if (missing !== undefined) return { whole: false, origin: missing.origin, code: missing.code };
  }
  return { whole: true, texts: hashes.size };
}
