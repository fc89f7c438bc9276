import type { Language } from '#domain/values/language.ts';
import {
  type ProjectFilterField,
  projectFilterFields,
  splitItems,
} from '#domain/overview/register-filter.ts';
import { projectFieldTerms } from './field.ts';
import { type FilterNames, nameFilterValue } from './filter-value.ts';

/** The chosen values of each filter, as a query holds them. */
export type FilterTexts = { readonly [F in ProjectFilterField]?: string | undefined };

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
      const values = splitItems(text).map((id) => nameFilterValue(field, id, names, language));
      return [`${projectFieldTerms[field]?.[language] ?? field}${colon}${values.join(or)}`];
    })
    .join(and);
}
