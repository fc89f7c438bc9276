import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { frameWords } from '#charts/kit/labels/index.ts';

/**
 * A count inside a sentence: in words up to ten in English and Chinese, as two, 两; in digits in
 * Japanese.
 */
export const countWord = (count: number, language: Language): string =>
  frameWords[language].numerals[count] ?? formatCount(count, language);

/** Names as a sentence lists them: x, y and z. */
export function joinNames(names: readonly string[], language: Language): string {
  const { and, list } = frameWords[language];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(list)}${and}${last}`;
}

/** A sentence as the title of a figure; one about an invented zone begins with "Example:". */
export const claimTitle = (
  sentence: string,
  { zone }: Pick<Overview, 'zone'>,
  language: Language,
): string => (zone.fictional ? frameWords[language].example(sentence) : sentenceStart(sentence));

/** When something was or will be: the end of a year by its name, any other day by its date. */
export const onDay = (date: string, language: Language): string =>
  date.endsWith('-12-31')
    ? frameWords[language].endOf(date.slice(0, 4))
    : frameWords[language].on(formatDate(date, language));
