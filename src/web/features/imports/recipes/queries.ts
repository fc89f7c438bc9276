import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { ImportRecipe } from '#contract/imports/schemas.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { call, callTagged } from '#web/data/transport.ts';

/** Reads the current recipes, newest first. */
export const useImportRecipes = () =>
  useQuery({
    queryKey: queryKeys.listImportRecipes(),
    queryFn: ({ signal }) => call(endpoints.listImportRecipes, { signal }),
  });

/** Returns the header that names the version of a recipe. */
async function versionTag({
  shape,
  revision,
}: ImportRecipe): Promise<Readonly<Record<string, string>>> {
  const now = await callTagged(endpoints.importRecipe, { params: { shape } });
  if (now.data.revision !== revision) throw new ProblemError('precondition_failed', 412);
  return now.etag ? { 'if-match': now.etag } : {};
}

/**
 * Changes the answers of a recipe, or deletes it without answers. Fails with `precondition_failed`
 * when the recipe has changed.
 */
export function useChangeRecipe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      recipe,
      answers,
    }: {
      readonly recipe: ImportRecipe;
      readonly answers?: ImportAnswers;
    }) => {
      const options = { params: { shape: recipe.shape }, headers: await versionTag(recipe) };
      if (answers === undefined)
        return (await call(endpoints.deleteImportRecipe, options)).revision;
      return (await call(endpoints.changeImportRecipe, { ...options, body: { answers } })).revision;
    },
    onSettled: () => client.invalidateQueries(),
  });
}
