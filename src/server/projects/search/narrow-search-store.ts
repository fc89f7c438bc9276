import { sql, type RawBuilder } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { listContained, listPartsBetweenDashes } from '#server/core/text-folding/fold-text.ts';
import { listPieces } from '#server/core/text-folding/text-pieces.ts';
import { getEngine, type Engine, type Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { hasPieces } from './search-piece-store.ts';

/** The most texts for which reading their projects is faster than reading all search texts. */
const mostTexts = 8000;

/**
 * Finds the projects that a search may find: those with a version that has all pieces of the text.
 * The search must still compare the texts.
 * @returns the query of their codes; undefined if the text has no piece, or if they are many
 */
export async function narrowSearch(
  reader: Reader,
  { origin, only, q }: Pick<ProjectScope, 'origin' | 'only'> & { readonly q?: string | undefined },
): Promise<RawBuilder<string> | undefined> {
  const text = q?.trim();
  if (!text || only !== undefined) return undefined;
  const lists = listContained(text).map(listPieces);
  if (lists.some((pieces) => pieces.length === 0)) return undefined;
  const condition = hasPieces(getEngine(reader), lists);
  const { rows } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from search_piece where ${condition} limit ${sql.lit(mostTexts + 1)}) as matches`.execute(
    reader,
  );
  return Number(rows[0]?.n ?? 0) > mostTexts
    ? undefined
    : sql<string>`(select code from search_piece where ${condition} and origin = ${origin})`;
}

/**
 * Finds the projects that may have a code which equals this one regardless of dashes. PostgreSQL has
 * no index of whole search texts.
 * @returns the query of their codes; undefined on SQLite, and for a code of parts without a piece
 */
export function narrowCode(
  engine: Engine,
  origin: Origin,
  code: string,
): RawBuilder<string> | undefined {
  const pieces = listPartsBetweenDashes(code).flatMap(listPieces);
  return engine === 'sqlite' || pieces.length === 0
    ? undefined
    : sql<string>`(select code from search_piece where ${hasPieces(engine, [pieces])} and origin = ${origin})`;
}
