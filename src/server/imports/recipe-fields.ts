import type { ImportRecipe, RecipeField } from '#contract/imports/schemas.ts';
import { isInChina } from '#domain/zone/zone.ts';
import type { Source } from '#server/db/db.ts';
import { fieldLabel, isFieldOfZone } from '#server/imports/vocabulary/field-label.ts';
import { fields } from '#server/imports/vocabulary/synonyms.ts';
import { readDisplayedZone } from '#server/zone/displayed-zone-service.ts';

const listMappedFields = (recipes: readonly ImportRecipe[]): string[] =>
  recipes.flatMap(({ answers: { mapping } }) =>
    typeof mapping === 'object' ? Object.values(mapping) : [],
  );
/** Lists the fields that columns of the zone can have, and those that a recipe already gives. */
export async function listRecipeFields(
  source: Source,
  recipes: readonly ImportRecipe[],
): Promise<RecipeField[]> {
  const zone = await readDisplayedZone(source);
  const abroad = zone !== undefined && !isInChina(zone);
  const mappedFields = new Set(listMappedFields(recipes));
  return fields
    .filter((id) => mappedFields.has(id) || isFieldOfZone(id, abroad))
    .map((id) => ({
      id,
      name: {
        'zh-CN': fieldLabel(id, 'zh-CN'),
        ja: fieldLabel(id, 'ja'),
        en: fieldLabel(id, 'en'),
      },
    }));
}
