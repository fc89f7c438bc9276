import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { importSchemas } from './schemas.ts';

export const importEndpoints = defineEndpoints<typeof importSchemas>({
  previewImport: { method: 'POST', path: '/api/v1/imports', creates: true },
  previewTargets: { method: 'POST', path: '/api/v1/target-imports' },
  getImport: { method: 'GET', path: '/api/v1/imports/:id' },
  answerImport: { method: 'POST', path: '/api/v1/imports/:id/answers' },
  importEffects: { method: 'POST', path: '/api/v1/imports/:id/effects' },
  commitImport: { method: 'POST', path: '/api/v1/imports/:id/commit' },
  importRun: { method: 'GET', path: '/api/v1/import-runs/:id' },
  stopImport: { method: 'POST', path: '/api/v1/import-runs/:id/stop' },
  listImportRecipes: { method: 'GET', path: '/api/v1/import-recipes' },
  importRecipe: { method: 'GET', path: '/api/v1/import-recipes/:shape' },
  changeImportRecipe: { method: 'PATCH', path: '/api/v1/import-recipes/:shape' },
  deleteImportRecipe: { method: 'DELETE', path: '/api/v1/import-recipes/:shape' },
});
