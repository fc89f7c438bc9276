import type { ImportRecipe } from '#contract/imports/schemas.ts';
import type { Source } from '#server/db/db.ts';
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
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

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

/**
 * Adds the routes that list, change and delete import recipes. Each change needs the version that
 * the client saw, and is a revision.
 */
export function addImportRecipes(host: Host): void {
  const { deps } = host;
  const note = (author: string, { file, shape }: ImportRecipe) =>
    ({
      author,
      kind: 'import_recipe',
      reason: file || shape,
      recorded_at: deps.clock().toISOString(),
    }) as const;
  route(host, 'listImportRecipes', async () => {
    const { listRecipeFields } = await import('./recipe-fields.ts');
    const items = await listImportRecipes(deps.db);
    return { json: { items, fields: await listRecipeFields(deps.db, items) } };
  });
  route(host, 'importRecipe', async ({ params }) => {
    const recipe = await existingRecipe(deps.db, params['shape'] ?? '');
    return { json: recipe, tag: await createTag(deps.db, recipe) };
  });
  route(host, 'changeImportRecipe', async ({ params, body, request, author }) => {
    const { pickLastingAnswers } = await import('#server/imports/context/recipes.ts');
    const recipe = await deps.db.write(async (trx) => {
      const now = await existingRecipe(trx, params['shape'] ?? '');
      requireMatch(request, await createTag(trx, now), now);
      const answers = pickLastingAnswers(body.answers);
      if (isSameContent(answers, now.answers)) return { recipe: now, revision: null };
      const revision = await startRevision(trx, note(author, now));
      await putImportRecipe(trx, revision, { ...now, answers });
      return { recipe: await existingRecipe(trx, now.shape), revision };
    });
    return { json: recipe, tag: await createTag(deps.db, recipe.recipe) };
  });
  route(host, 'deleteImportRecipe', async ({ params, request, author }) => {
    const revision = await deps.db.write(async (trx) => {
      const now = await existingRecipe(trx, params['shape'] ?? '');
      requireMatch(request, await createTag(trx, now), now);
      const id = await startRevision(trx, note(author, now));
      await endImportRecipe(trx, id, now.shape);
      return id;
    });
    return { json: { revision } };
  });
}
