import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { changeRecipe, deleteRecipe, listRecipes, readRecipe } from './recipe-service.ts';

/**
 * Adds the routes that list, change and delete import recipes. Each change needs the version that
 * the client saw, and is a revision.
 */
export function addImportRecipes(host: Host): void {
  const { deps } = host;
  route(host, 'listImportRecipes', async () => ({ json: await listRecipes(deps) }));
  route(host, 'importRecipe', ({ params }) => readRecipe(deps, params['shape'] ?? ''));
  route(host, 'changeImportRecipe', ({ params, body, request, author }) =>
    changeRecipe(deps, body, { shape: params['shape'] ?? '', request, author }),
  );
  route(host, 'deleteImportRecipe', async ({ params, request, author }) => ({
    json: {
      revision: await deleteRecipe(deps, { shape: params['shape'] ?? '', request, author }),
    },
  }));
}
