import type { Language } from '#domain/values/language.ts';
import { groupColumnValues } from '#domain/projects/fields/own-column.ts';
import {
  type ProjectFilterField,
  projectFilterFields,
  splitItems,
} from '#domain/overview/register-filter.ts';
import { projectFieldTerms } from './field.ts';
import { type FilterNames, nameFilterValue, notStated } from './filter-value.ts';

/** The chosen values of each filter: a list, or the text of a query. */
export type ChosenFilters = {
  readonly [F in ProjectFilterField]?: string | readonly string[] | undefined;
};

/** Writes which projects are counted: each line names a field and its accepted values. */
export function listFilterWords(
  filters: ChosenFilters,
  names: FilterNames,
  language: Language,
): readonly string[] {
  const [colon, or] = language === 'en' ? [': ', ' or '] : ['：', '／'];
  return projectFilterFields.flatMap((field) => {
    const chosenValues = filters[field] ?? [];
    const values = typeof chosenValues === 'string' ? splitItems(chosenValues) : chosenValues;
    if (field === 'column')
      return [...groupColumnValues(values)].map(
        ([heading, own]) =>
          `${heading}${colon}${own.map((value) => value || notStated[language]).join(or)}`,
      );
    const named = values
      .filter((id) => id !== '')
      .map((id) => nameFilterValue(field, id, names, language));
    return named.length === 0
      ? []
      : [`${projectFieldTerms[field]?.[language] ?? field}${colon}${named.join(or)}`];
  });
}

/**
 * Writes which projects a chart counts, as `Industry: Energy or Materials; Owner: Li`.
 *
 * @returns an empty text without a filter
 */
export const writeFilters = (
  filters: ChosenFilters,
  names: FilterNames,
  language: Language,
): string => listFilterWords(filters, names, language).join(language === 'en' ? '; ' : '；');
