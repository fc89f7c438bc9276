import { type Language, languages, type Text } from './language.ts';

/** Words of one field in three languages, by id. */
export type Terms<Id extends string = string> = Readonly<Record<Id, Text>>;

/** One text in the order of the glossary: Chinese, Japanese, English. */
export const words = (zh: string, ja: string, en: string): Text => ({ 'zh-CN': zh, ja, en });

/** The same words in every language: names, codes, and what a source wrote. */
export const sameWords = (text: string): Text => words(text, text, text);

/**
 * The word for an id in a language; the id itself when the table has none, as for a source's own
 * word.
 */
export const term = (table: Terms, id: string, language: Language): string =>
  Object.hasOwn(table, id) ? (table[id]?.[language] ?? id) : id;

/** The id that a word stands for in any language, exact; nothing when none has it. */
export const idOfWord = (table: Terms, word: string): string | undefined =>
  Object.keys(table).find((id) => languages.some((language) => table[id]?.[language] === word));
