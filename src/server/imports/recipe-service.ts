import type { BodyOf, Endpoints, ReplyOf } from '#contract/endpoints.ts';
import type { ImportRecipe } from '#contract/imports/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Source } from '#server/db/db.ts';
import type { Json } from '#server/http/call.ts';
import { requireMatch, versionTag } from '#server/http/etag.ts';
import { problem } from '#server/core/problem.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { readEpoch } from '#server/db/epoch.ts';
import {
  endImportRecipe,
  findImportRecipe,
  listImportRecipes,
  putImportRecipe,
} from './recipe-store.ts';
import { startRevision } from '#server/db/revision-log.ts';

const createTag = async (source: Source, { revision }: ImportRecipe): Promise<string> =>
  versionTag('i', revision, await readEpoch(source));

/** Finds the recipe of a shape. @throws HttpProblem `not_found` if there is none */
async function existingRecipe(source: Source, shape: string): Promise<ImportRecipe> {
  const recipe = await findImportRecipe(source, shape);
  if (recipe === undefined)
    throw problem(
      'not_found',
      'There is no recipe for files of this shape. /api/v1/import-recipes lists them.',
    );
  return recipe;
}

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const noteRevision = ({ clock }: Deps, author: string, { file, shape }: ImportRecipe) =>
  ({
    author,
    kind: 'import_recipe',
    reason: file || shape,
    recorded_at: clock().toISOString(),
  }) as const;

/** Lists the import recipes, with the fields of their questions. */
export async function listRecipes({
  db,
}: Pick<AppDeps, 'db'>): Promise<ReplyOf<Endpoints['listImportRecipes']>> {
  const { listRecipeFields } = await import('./recipe-fields.ts');
  const items = await listImportRecipes(db);
  return { items, fields: await listRecipeFields(db, items) };
}

/** Reads the recipe of a shape. @throws HttpProblem `not_found` if there is none */
export async function readRecipe(
  { db }: Pick<AppDeps, 'db'>,
  shape: string,
): Promise<Json<ImportRecipe>> {
  const recipe = await existingRecipe(db, shape);
  return { json: recipe, tag: await createTag(db, recipe) };
}

export interface RecipeEdit {
  readonly shape: string;
  readonly request: Request;
  readonly author: string;
}
/**
 * Changes the answers of a recipe in one revision. A change that has no effect makes no revision.
 *
 * @throws HttpProblem if there is no recipe of this shape, or 412 if the version is not current
 */
export async function changeRecipe(
  deps: Deps,
  { answers: input }: BodyOf<Endpoints['changeImportRecipe']>,
  { shape, request, author }: RecipeEdit,
): Promise<Json<ReplyOf<Endpoints['changeImportRecipe']>>> {
  const { pickLastingAnswers } = await import('#server/imports/context/recipes.ts');
  const json = await deps.db.write(async (trx) => {
    const now = await existingRecipe(trx, shape);
    requireMatch(request, await createTag(trx, now), now);
    const answers = pickLastingAnswers(input);
    if (isSameContent(answers, now.answers)) return { recipe: now, revision: null };
    const revision = await startRevision(trx, noteRevision(deps, author, now));
    await putImportRecipe(trx, revision, { ...now, answers });
    return { recipe: await existingRecipe(trx, now.shape), revision };
  });
  return { json, tag: await createTag(deps.db, json.recipe) };
}

/**
 * Deletes a recipe in one revision.
 *
 * @returns the number of the revision
 * @throws HttpProblem if there is no recipe of this shape, or 412 if the version is not current
 */
export const deleteRecipe = (deps: Deps, { shape, request, author }: RecipeEdit): Promise<number> =>
  deps.db.write(async (trx) => {
    const now = await existingRecipe(trx, shape);
    requireMatch(request, await createTag(trx, now), now);
    const id = await startRevision(trx, noteRevision(deps, author, now));
    await endImportRecipe(trx, id, now.shape);
    return id;
  });
