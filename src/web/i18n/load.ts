import { languages, type Language } from '#domain/values/language.ts';
import type { Bundle, SameWords, Words } from './text.ts';

type Loaders<W extends Words> = Readonly<Record<Language, () => Promise<SameWords<W>>>>;
const loads: ((language: Language) => Promise<void>)[] = [];

/**
 * A bundle of the first view, whose words are fetched for the language shown only: they are there
 * once `loadLanguage`
 * has answered for it. Pages loaded later carry their words in all languages.
 */
export function laterBundle<W extends Words>(loaders: Loaders<W>): Bundle<W> {
  const loaded: Partial<Record<Language, SameWords<W>>> = {};
  loads.push(async (language) => {
    loaded[language] ??= await loaders[language]();
  });
  return loaded as Bundle<W>;
}

/** Fetches the first view's words of a language; done at once when they are there. */
export async function loadLanguage(language: Language): Promise<void> {
  await Promise.all(loads.map((load) => load(language)));
}
/** For where the language may be any: the server's drawing, the pages of links, the tests. */
export async function loadEveryLanguage(): Promise<void> {
  await Promise.all(languages.map(loadLanguage));
}
