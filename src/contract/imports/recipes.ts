import type { Text } from '#domain/values/language.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';
import type { ImportAnswers } from './types.ts';

/** The answers to the questions about files of one shape. They are taken for the next file of this shape without a question. */
export interface ImportRecipe {
  /** What files of the same columns have in common. */
  readonly shape: string;
  /** The name of the last file that was imported so; empty where it was not kept. */
  readonly file: string;
  /** The columns of that file; empty where they were not kept. */
  readonly columns: readonly string[];
  readonly answers: ImportAnswers;
  /** The change that it stands by. */
  readonly revision: number;
  readonly recorded_at: string;
  readonly author: string;
}
/** A field that a column can be mapped to. */
export interface RecipeField {
  readonly id: string;
  readonly name: Text;
}
export interface ImportRecipes {
  readonly items: readonly ImportRecipe[];
  readonly fields: readonly RecipeField[];
}
export interface EditedRecipe {
  readonly recipe: ImportRecipe;
  /** null: nothing was changed. */
  readonly revision: number | null;
}

export const importRecipeEndpoints = {
  listImportRecipes: endpoint<None, never, ImportRecipes>({
    id: 'listImportRecipes',
    method: 'GET',
    path: '/api/v1/import-recipes',
  }),
  importRecipe: endpoint<None, never, ImportRecipe>({
    id: 'importRecipe',
    method: 'GET',
    path: '/api/v1/import-recipes/:shape',
  }),
  changeImportRecipe: endpoint<None, { answers: ImportAnswers }, EditedRecipe>({
    id: 'changeImportRecipe',
    method: 'PATCH',
    path: '/api/v1/import-recipes/:shape',
  }),
  deleteImportRecipe: endpoint<None, never, { revision: number }>({
    id: 'deleteImportRecipe',
    method: 'DELETE',
    path: '/api/v1/import-recipes/:shape',
  }),
} as const;

/** Answers that hold for one file only: what a first file is, which day it is of, whether its unusual values are right. They are in no recipe. */
export const answersOfOneFile: ReadonlySet<string> = new Set([
  'file_kind',
  'zone_name',
  'sample_data',
  'as_of',
  'jumps',
  'falls',
  'edition_change',
  'renamed_codes',
  'renamed_columns',
]);
