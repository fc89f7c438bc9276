/** The three languages of the product, as BCP 47 tags. */
export const languages = ['zh-CN', 'ja', 'en'] as const;
export type Language = (typeof languages)[number];
/** One text in each language. */
export type Text = Readonly<Record<Language, string>>;
/** Translations of a name by language; a language without one shows the original. */
export type Names = Readonly<Partial<Text>>;

/** Whether a value is the tag of one of the languages. */
export const isLanguage = (x: unknown): x is Language => languages.includes(x as Language);

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** Fills the languages that are missing or blank with the first language that has words. */
export function fillText(texts: Partial<Text>): Text {
  const words = languages.map((language) => texts[language]).find((text) => !isBlank(text)) ?? '';
  const allTexts = languages.map((language) => {
    const own = texts[language];
    return [language, own === undefined || isBlank(own) ? words : own] as const;
  });
  return Object.fromEntries(allTexts) as Record<Language, string>;
}
/** Returns the words of a language, or nothing where they only repeat those of another language. */
export const ownWords = (text: Text, language: Language, main: Language): string =>
  language !== main && text[language] === text[main] ? '' : text[language];
/**
 * Changes the words of a language. The languages without words of their own follow those of the
 * main language.
 */
export const changeWordsOf = (
  text: Text,
  language: Language,
  main: Language,
  words: string,
): Text => {
  const mainWords = language === main ? words : text[main];
  const writeWords = (one: Language): string => {
    const own = one === language ? words : ownWords(text, one, main);
    return isBlank(own) ? mainWords : own;
  };
  return { 'zh-CN': writeWords('zh-CN'), ja: writeWords('ja'), en: writeWords('en') };
};

/**
 * Puts words in the brackets of a language, to follow what they explain.
 *
 * @returns as ` (12)` in English, `（12）` in Chinese and Japanese
 */
export const inBrackets = (words: string, language: Language): string =>
  language === 'en' ? ` (${words})` : `（${words}）`;

/** Returns the mark between the items of a list. */
export const listMark = (language: Language): string => (language === 'en' ? ', ' : '、');

/** Returns the mark between a name and its value. */
export const colonMark = (language: Language): string => (language === 'en' ? ': ' : '：');
