import { isOfRegister } from '#server/db/versions.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { hashText, listPieces } from '#server/core/text-folding/text-pieces.ts';
import { getEngine, type Engine, type Reader, type Trx } from '#server/db/db.ts';
import { insertValues } from '#server/db/insert-rows.ts';

/** A search text that a version of a project has. */
export interface SearchText {
  readonly origin: Origin;
  readonly code: string;
  readonly search_fold: string;
}

/** Identifies the text of a project in the index. @returns an integer from 0 to 2^53 − 1 */
export const hashSearchText = ({ origin, code, search_fold }: SearchText): number =>
  hashText(`${origin}\n${code}\n${search_fold}`);

/** Writes pieces as words for SQLite and as the text of an array for PostgreSQL. */
const writePieces = (engine: Engine, pieces: readonly number[]): string =>
  engine === 'sqlite'
    ? pieces.map((piece) => (piece >>> 0).toString(36)).join(' ')
    : `{${pieces.join(',')}}`;

/** Makes the condition that a text in the index has all pieces of at least one list. */
export const hasPieces = (
  engine: Engine,
  lists: readonly (readonly number[])[],
): RawBuilder<unknown> =>
  engine === 'sqlite'
    ? sql`search_piece match ${lists
        .map(
          (pieces) => `(${pieces.map((piece) => `"${(piece >>> 0).toString(36)}"`).join(' AND ')})`,
        )
        .join(' OR ')}`
    : sql`(${sql.join(
        lists.map((pieces) => sql`pieces @> cast(${writePieces(engine, pieces)} as integer[])`),
        sql` or `,
      )})`;

/** Adds texts to the index. A text is never removed, since a past version may still have it. */
async function addTexts(trx: Trx, texts: readonly SearchText[]): Promise<void> {
  const engine = getEngine(trx);
  await insertValues(
    trx,
    'search_piece',
    ['origin', 'code', 'text_hash', 'pieces'],
    texts.map((text) => [
      text.origin,
      text.code,
      hashSearchText(text),
      writePieces(engine, listPieces(text.search_fold)),
    ]),
  );
}

const keyOf = ({ code, search_fold }: Pick<SearchText, 'code' | 'search_fold'>): string =>
  `${code}\n${search_fold}`;

/**
 * Adds the texts of new versions of projects that no stored version has. Call it before their
 * former versions end.
 * @param knownCodes - the codes of the projects that have stored versions
 */
export async function putSearchTexts(
  trx: Trx,
  origin: Origin,
  versions: readonly Pick<SearchText, 'code' | 'search_fold'>[],
  knownCodes: readonly string[],
): Promise<void> {
  const formerTexts =
    knownCodes.length === 0
      ? []
      : await trx
          .selectFrom('project_version')
          .select(['code', 'search_fold'])
          .distinct()
          .where(isOfRegister(origin, knownCodes))
          .execute();
  const formerKeys = new Set(formerTexts.map(keyOf));
  const texts = new Map(
    versions.flatMap(({ code, search_fold }) => {
      const key = keyOf({ code, search_fold });
      return formerKeys.has(key) ? [] : [[key, { origin, code, search_fold }] as const];
    }),
  );
  await addTexts(trx, [...texts.values()]);
}

const versionsAtOnce = 500;

/** Reads the texts of all versions in pieces, in the order of their projects. */
export async function* readSearchTexts(reader: Reader): AsyncGenerator<readonly SearchText[]> {
  let last = { origin: '', code: '', revision_from: 0, valid_from: '' };
  for (;;) {
    const { rows } = await sql<SearchText & typeof last>`
      select origin, code, revision_from, valid_from, search_fold from project_version
      where (origin, code, revision_from, valid_from) > (${last.origin}, ${last.code}, ${last.revision_from}, ${last.valid_from})
      order by origin, code, revision_from, valid_from limit ${sql.lit(versionsAtOnce)}`.execute(
      reader,
    );
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = end;
  }
}

/** Makes the index anew from all versions. */
export async function fillSearchPieces(trx: Trx): Promise<void> {
  await (getEngine(trx) === 'sqlite'
    ? sql`insert into search_piece (search_piece) values ('delete-all')`
    : sql`delete from search_piece`
  ).execute(trx);
  let former = new Set<string>();
  for await (const versions of readSearchTexts(trx)) {
    const texts = new Map(versions.map((text) => [`${text.origin}\n${keyOf(text)}`, text]));
    await addTexts(
      trx,
      [...texts].filter(([key]) => !former.has(key)).map(([, text]) => text),
    );
    // the versions of one project may continue in the next piece
    former = new Set(texts.keys());
  }
}
