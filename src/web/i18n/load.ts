import { languages, type Language } from '#domain/values/language.ts';
import type { Bundle, SameWords, Words } from './text.ts';

type Loaders<W extends Words> = Readonly<Record<Language, () => Promise<SameWords<W>>>>;
const loads: ((language: Language) => Promise<void>)[] = [];

/**
 * Makes a bundle of the first view. Its labels load for one language, before `loadLanguage`
 * resolves. Other bundles hold all languages.
 */
export function laterBundle<W extends Words>(loaders: Loaders<W>): Bundle<W> {
  const loadedWords: Partial<Record<Language, SameWords<W>>> = {};
  loads.push(async (language) => {
    loadedWords[language] ??= await loaders[language]();
  });
  return loadedWords as Bundle<W>;
}

/** Loads the first view's labels of a language, once. */
export async function loadLanguage(language: Language): Promise<void> {
  await Promise.all(loads.map((load) => load(language)));
}
/** Loads all languages: for the server's drawing, the pages of links and tests. */
export async function loadEveryLanguage(): Promise<void> {
  await Promise.all(languages.map(loadLanguage));
}
