import { type Language, languages, type Text } from './language.ts';

/** Words of one field in three languages, by id. */
export type Terms<Id extends string = string> = Readonly<Record<Id, Text>>;

/** One text in the order of the glossary: Chinese, Japanese, English. */
/* @__NO_SIDE_EFFECTS__ */
export const words = (zh: string, ja: string, en: string): Text => ({ 'zh-CN': zh, ja, en });

/** Makes a text that is the same in every language, as a name, a code or a word of a source. */
export const sameWords = (text: string): Text => words(text, text, text);

/**
 * Finds the word for an id in a language; the id itself where the table has none, as for a word of
 * a source.
 */
export const term = (table: Terms, id: string, language: Language): string =>
  Object.hasOwn(table, id) ? (table[id]?.[language] ?? id) : id;

/**
 * Finds the id with exactly this word in any language.
 * @returns undefined for an unknown word
 */
export const idOfWord = (table: Terms, word: string): string | undefined =>
  Object.keys(table).find((id) => languages.some((language) => table[id]?.[language] === word));
