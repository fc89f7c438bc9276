import { findAlpha2, listCountryNames } from '#domain/values/country-names.ts';
import { languages } from '#domain/values/language.ts';
import { formalNames } from './country-names.ts';
import { countryWords, findWordKey, normaliseWord } from './words.ts';

/** A name, also with the words that it shortens. */
const listSpellings = (name: string): readonly string[] => {
  const withAnd = name.replace('&', 'and');
  return [name, withAnd, withAnd.replace(/^St\. /, 'Saint ')];
};

/** Names that several states have in their formal names: those are words of one state only. */
const sharedName = /^(?:china|korea|congo)$/i;

let codesByName: ReadonlyMap<string, string> | undefined;

/** Languages of registers besides those of the pages. The words of later ones win. */
const otherLanguages =
  'sr sr-Latn hr sl sk ro bg el mk sq da sv nb fi hu uk et lv lt he fa hi ka az kk ms fr de es pt it nl pl cs tr id vi ko ru ar th zh-TW'.split(
    ' ',
  );

/** Codes and names of all countries in the languages of registers, with their codes. */
const readCodesByName = (): ReadonlyMap<string, string> =>
  (codesByName ??= new Map(
    [...otherLanguages, ...languages].flatMap((language) =>
      listCountryNames(language)
        .filter(([, name]) => !sharedName.test(name))
        .flatMap(([code, name]) => [
          [normaliseWord(code), code] as const,
          ...listSpellings(name).map((one) => [normaliseWord(one), code] as const),
        ]),
    ),
  ));

/** A formal name of a state: Federal Republic of Nigeria, Kingdom of Thailand. */
const formalName =
  /^(?:the\s+)?(?:[\p{L}'’-]+\s+){0,4}?(?:republic|kingdom|sultanate|principality|grand duchy)\s+of\s+(?:the\s+)?(.+)$/iu;
/** Returns the usual name of a state from its formal one. */
function toUsualName(word: string): string | undefined {
  const name = formalName.exec(word.trim())?.[1];
  return name === undefined || sharedName.test(name) ? undefined : name;
}

const findName = (word: string): string | undefined =>
  findWordKey(countryWords, word) ??
  findWordKey(formalNames, word) ??
  readCodesByName().get(normaliseWord(word));

/**
 * Finds a country by its ISO 3166-1 alpha-3 code, a word of registers, or its usual or formal
 * name in a language of registers.
 * @returns the alpha-3 code; undefined for other words
 */
export function findCountry(word: string): string | undefined {
  const usualName = toUsualName(word);
  return findName(word) ?? (usualName === undefined ? undefined : findName(usualName));
}

let codesByAlpha2: ReadonlyMap<string | undefined, string> | undefined;

/**
 * Reads a cell of a column of countries, which may also hold alpha-2 codes in capitals, as JP. In
 * other columns these are also provinces and words.
 * @returns the alpha-3 code; undefined for other words
 */
export function readCountry(word: string): string | undefined {
  codesByAlpha2 ??= new Map(listCountryNames('en').map(([code]) => [findAlpha2(code), code]));
  return findCountry(word) ?? codesByAlpha2.get(word.trim());
}
