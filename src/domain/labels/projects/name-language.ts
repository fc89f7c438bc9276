import { languages, type Language, type Names } from '#domain/values/language.ts';
import type { NamedProject } from '#domain/projects/project.ts';

/** Scripts that one language alone writes today, by the tag of that language. */
const scripts = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['th', /\p{Script=Thai}/u],
  ['lo', /\p{Script=Lao}/u],
  ['km', /\p{Script=Khmer}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['el', /\p{Script=Greek}/u],
  ['si', /\p{Script=Sinhala}/u],
  ['ta', /\p{Script=Tamil}/u],
] as const;

/**
 * The language of an original name where the data show it: it is the name of one language only, or
 * written in a script of one language only. Chinese characters and Latin letters show nothing.
 */
function findOriginalLanguage(original: string, names: Names | undefined): string | undefined {
  const named = languages.filter((language) => names?.[language] === original);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return scripts.find(([, script]) => script.test(original))?.[0];
}

/**
 * Finds the language of a name as it is shown, for the attribute `lang`.
 * @returns undefined if it is the language of the page, or not known
 */
export function findNameLanguage(
  original: string,
  names: Names | undefined,
  language: Language,
): string | undefined {
  if (names?.[language] !== undefined) return undefined;
  const own = findOriginalLanguage(original, names);
  return own === language ? undefined : own;
}

/**
 * Finds the language of the shown name of a project. A project without a name has a neutral name.
 * @returns undefined if it is the language of the page, or not known
 */
export const projectNameLanguage = (
  { code, name, names }: NamedProject,
  language: Language,
): string | undefined => (name === code ? undefined : findNameLanguage(name, names, language));

/**
 * Finds the language of the shown name of a project, also where that is the language of the page.
 * @returns a tag of BCP 47; `und` if the data do not show the language
 */
export const shownNameLanguage = (
  { code, name, names }: NamedProject,
  language: Language,
): string =>
  names?.[language] !== undefined || name === code
    ? language
    : (findOriginalLanguage(name, names) ?? 'und');
