import type { ImportRecipe } from './recipes.ts';
import { z } from '#contract/core/zod.ts';
import { importAnswersSchema } from './schemas.ts';
import { count, translated } from '#contract/core/primitives.ts';

const recipe = z.strictObject({
  shape: z.string(),
  file: z.string(),
  columns: z.array(z.string()),
  answers: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
  revision: count,
  recorded_at: z.string(),
  author: z.string(),
}) satisfies z.ZodType<ImportRecipe>;
const none = { params: z.strictObject({}), query: z.strictObject({}), body: undefined };
const byShape = z.strictObject({
  shape: z.string().regex(/^[0-9a-z]{1,64}$/, 'must be the shape of a recipe'),
});

export const importRecipeSchemas = {
  listImportRecipes: {
    ...none,
    reply: z.strictObject({
      items: z.array(recipe),
      fields: z.array(z.strictObject({ id: z.string(), name: translated })),
    }),
  },
  importRecipe: { ...none, params: byShape, reply: recipe },
  changeImportRecipe: {
    ...none,
    params: byShape,
    body: z.strictObject({ answers: importAnswersSchema }),
    reply: z.strictObject({ recipe, revision: count.nullable() }),
  },
  deleteImportRecipe: { ...none, params: byShape, reply: z.strictObject({ revision: count }) },
} as const;
