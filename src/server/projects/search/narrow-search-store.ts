import { sql, type RawBuilder } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { listContained, listPartsBetweenDashes } from '#server/core/text-folding/fold-text.ts';
import { listPieces } from '#server/core/text-folding/text-pieces.ts';
import { getEngine, type Engine, type Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { hasPieces } from './search-piece-store.ts';

/**
 * The most texts for which reading their projects is faster than reading all search texts, also as a
 * part of them.
 */
const mostTexts = 300_000;
const mostShare = 0.3;
/** The most texts of which all projects are read for the first page of a list. */
const fewTexts = 8000;

/** What the index of pieces says about the projects that a search may find. */
export interface Candidates {
  /** The query of their codes. Omitted if the search compares the texts of all projects. */
  readonly codes?: RawBuilder<string>;
  /** Whether more than 8,000 texts may match. */
  readonly areMany: boolean;
}

/**
 * Finds the projects that a search may find: those with a version that has all pieces of the text.
 * The search must still compare the texts.
 */
export async function findCandidates(
  reader: Reader,
  { origin, only, q }: Pick<ProjectScope, 'origin' | 'only'> & { readonly q?: string | undefined },
): Promise<Candidates> {
  const text = q?.trim();
  if (!text || only !== undefined) return { areMany: false };
  const engine = getEngine(reader);
  const lists = listContained(text).map(listPieces);
  const condition = lists.some((pieces) => pieces.length === 0)
    ? undefined
    : hasPieces(engine, lists);
  const limit = condition === undefined ? fewTexts : mostTexts;
  const row = engine === 'sqlite' ? sql`rowid` : sql`id`;
  const { rows } = await sql<{ n: number; last: number | null }>`select count(*) as n,
      (select ${row} from search_piece order by ${row} desc limit 1) as last from
    (select 1 from search_piece where ${condition ?? sql`1 = 1`} limit ${sql.lit(limit + 1)}) as matches`.execute(
    reader,
  );
  const [count, last] = [Number(rows[0]?.n ?? 0), Number(rows[0]?.last ?? 0)];
  const areMany = count > fewTexts;
  const most = Math.max(fewTexts, Math.min(mostTexts, last * mostShare));
  return condition === undefined || count > most
    ? { areMany }
    : {
        areMany,
        codes: sql<string>`(select code from search_piece where ${condition} and origin = ${origin})`,
      };
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
