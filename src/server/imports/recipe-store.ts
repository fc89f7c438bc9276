import type { ImportRecipe } from '#contract/imports/schemas.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { addedBy } from '#server/db/versions.ts';

/** A recipe without the change that stored it. */
export type RecipeContent = Pick<ImportRecipe, 'shape' | 'file' | 'columns' | 'answers'>;

const recipes = (source: Source) =>
  getReader(source)
    .selectFrom('import_recipe as i')
    .innerJoin('revision as r', 'r.id', 'i.made_by')
    .select([
      'i.shape',
      'i.file',
      'i.headers_json',
      'i.answers_json',
      'i.revision_from as revision',
      'r.recorded_at',
      'r.author',
    ])
    .where('i.revision_to', '=', open);
type RecipeRow = Awaited<ReturnType<ReturnType<typeof recipes>['executeTakeFirstOrThrow']>>;
const toRecipe = ({ headers_json, answers_json, ...row }: RecipeRow): ImportRecipe => ({
  ...row,
  columns: headers_json,
  answers: answers_json,
});

/** Lists the recipes in force, newest first. */
export async function listImportRecipes(source: Source): Promise<ImportRecipe[]> {
  return (
    await recipes(source).orderBy('i.revision_from', 'desc').orderBy('i.shape').execute()
  ).map(toRecipe);
}

/** Finds the recipe for files of one shape. @returns undefined if no recipe has this shape */
export async function findImportRecipe(
  source: Source,
  shape: string,
): Promise<ImportRecipe | undefined> {
  const row = await recipes(source).where('i.shape', '=', shape).executeTakeFirst();
  return row && toRecipe(row);
}

/** Reads the answers of all recipes by shape of file. */
export async function recipeAnswers(
  source: Source,
): Promise<Readonly<Record<string, ImportAnswers>>> {
  return Object.fromEntries(
    (await listImportRecipes(source)).map(({ shape, answers }) => [shape, answers]),
  );
}

/**
 * Whether these answers differ from those of the stored recipe. Without a recipe, any answer is a
 * difference.
 */
export async function changesRecipe(
  source: Source,
  shape: string,
  answers: ImportAnswers,
): Promise<boolean> {
  return !isSameContent((await findImportRecipe(source, shape))?.answers ?? {}, answers);
}

/** Ends the recipe of a shape. */
export async function endImportRecipe(trx: Trx, revision: number, shape: string): Promise<void> {
  await trx
    .updateTable('import_recipe')
    .set({ revision_to: revision })
    .where('shape', '=', shape)
    .where('revision_to', '=', open)
    .execute();
}

/** Stores a recipe and ends the previous one of its shape. */
export async function putImportRecipe(
  trx: Trx,
  revision: number,
  { shape, file, columns, answers }: RecipeContent,
): Promise<void> {
  await endImportRecipe(trx, revision, shape);
  await trx
    .insertInto('import_recipe')
    .values({
      shape,
      file,
      headers_json: JSON.stringify(columns),
      answers_json: JSON.stringify(answers),
      ...addedBy(revision),
    })
    .execute();
}
