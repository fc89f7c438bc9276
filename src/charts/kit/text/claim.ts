import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';

/**
 * Writes a count inside a sentence: in words up to ten in English and Chinese, as two, 两; in digits
 * in Japanese.
 */
export const countWord = (count: number, language: Language): string =>
  kitLabels[language].numerals[count] ?? formatCount(count, language);

/** Joins names for a sentence: x, y and z. */
export function joinNames(names: readonly string[], language: Language): string {
  const { and, list } = kitLabels[language];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(list)}${and}${last}`;
}

/** Makes a sentence the title of a figure. For an invented zone it begins with "Example:". */
export const claimTitle = (
  sentence: string,
  { zone }: Pick<Overview, 'zone'>,
  language: Language,
): string => (zone.fictional ? kitLabels[language].example(sentence) : sentenceStart(sentence));

/**
 * Removes the word Example from the title of a figure, since the band of a picture and the mark of
 * a slide say that its zone is invented.
 */
export const withoutExample = (overview: Overview): Overview => ({
  ...overview,
  zone: { ...overview.zone, fictional: false },
});

/**
 * Writes the day of an event: the end of a year by the name of the year, any other day by its date.
 */
export const onDay = (date: string, language: Language): string =>
  date.endsWith('-12-31')
    ? kitLabels[language].endOf(date.slice(0, 4))
    : kitLabels[language].on(formatDate(date, language));
