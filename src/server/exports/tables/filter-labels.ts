import type { Language } from '#domain/values/language.ts';
import type { FilterNames } from '#domain/labels/projects/filter-value.ts';
import { listFilterWords, type ChosenFilters } from '#domain/labels/projects/filter-words.ts';
import { aboutLabels } from './labels/index.ts';

interface FilterInput {
  readonly filters: ChosenFilters & { readonly q?: string | undefined };
  readonly language: Language;
  /** The zone's names of filter values. */
  readonly profile: FilterNames;
  readonly investors?: FilterNames['investors'];
}
/** Describes the filters of a document: each line names a field and its accepted values. */
export function describeFilters({
  filters,
  language,
  profile,
  investors,
}: FilterInput): readonly string[] {
  const q = filters.q?.trim() ?? '';
  return [
    ...listFilterWords(filters, { ...profile, investors }, language),
    ...(q === '' ? [] : [aboutLabels[language].search(q)]),
  ];
}
