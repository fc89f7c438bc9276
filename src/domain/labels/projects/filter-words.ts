import type { Language, Text } from '#domain/values/language.ts';
import { countryName } from '#domain/values/country-names.ts';
import { prefectureTerms } from '#domain/labels/general/prefecture.ts';
import { term } from '#domain/values/term.ts';
import { projectFieldTerms } from './field.ts';
import { stageWord, statusTerms } from './stage.ts';
import {
  type ProjectFilterField,
  projectFilterFields,
  splitItems,
} from '#domain/overview/register-filter.ts';
import type { StageWords } from '#domain/zone/zone.ts';

type Named = readonly { readonly id: string; readonly name: Text }[];
/** What gives the values of filters their names. */
export interface FilterNames {
  readonly stage_words?: StageWords;
  readonly industries: Named;
  readonly function_zones?: Named;
}

/** The chosen values of each filter, as a query holds them. */
export type FilterTexts = { readonly [F in ProjectFilterField]?: string | undefined };

function nameValue(field: string, id: string, names: FilterNames, language: Language): string {
  if (field === 'stage') return stageWord(names.stage_words, id, language);
  if (field === 'status') return term(statusTerms, id, language);
  if (field === 'country') return countryName(id, language) ?? id;
  if (field === 'prefecture') return term(prefectureTerms, id, language);
  const list = field === 'industry' ? names.industries : names.function_zones;
  if (field !== 'industry' && field !== 'zone') return id;
  return list?.find((one) => one.id === id)?.name[language] ?? id;
}

/**
 * Says which projects a chart counts, as `Industry: Energy or Materials; Owner: Li`.
 *
 * @returns an empty text without a filter
 */
export function writeFilters(filters: FilterTexts, names: FilterNames, language: Language): string {
  const [colon, or, and] = language === 'en' ? [': ', ' or ', '; '] : ['：', '／', '；'];
  return projectFilterFields
    .flatMap((field) => {
      const text = filters[field];
      if (text === undefined || text === '') return [];
      const values = splitItems(text).map((id) => nameValue(field, id, names, language));
      return [`${projectFieldTerms[field]?.[language] ?? field}${colon}${values.join(or)}`];
    })
    .join(and);
}
