import { readerOf, type Source, type Trx } from '#server/db/db.ts';

/** Decisions of an import that hold for files of the same shape: ids of questions with their answers. */
export type RememberedAnswers = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
const shapesKept = 200;

/** What was decided for each shape of a file, of the last two hundred shapes. */
export async function rememberedAnswers(source: Source): Promise<Readonly<Record<string, RememberedAnswers>>> {
  const rows = await readerOf(source)
    .selectFrom('import_memory')
    .select(['shape', 'answers_json'])
    .orderBy('revision', 'desc')
    .limit(shapesKept)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.shape, row.answers_json as RememberedAnswers]));
}

/** Remembers the decisions of a committed import in place of earlier ones for this shape. */
export async function rememberAnswers(trx: Trx, revision: number, shape: string, answers: RememberedAnswers): Promise<void> {
  const answers_json = JSON.stringify(answers);
  await trx
    .insertInto('import_memory')
    .values({ shape, revision, answers_json })
    .onConflict((c) => c.column('shape').doUpdateSet({ revision, answers_json }))
    .execute();
}
