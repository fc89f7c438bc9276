import { isLanguage, languages, type Language } from '#domain/values/language.ts';

/** Each language in its own words; never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  'zh-CN': '中文',
  ja: '日本語',
  en: 'English',
};

const choiceKey = 'headway.language';

/**
 * The language that a list of tags (as of Accept-Language or navigator.languages) asks for first;
 * another one, Chinese by default, when none fits.
 */
export function languageFromTags(tags: readonly string[], other: Language = 'zh-CN'): Language {
  for (const tag of tags) {
    const main = tag.trim().toLowerCase().split('-')[0] ?? '';
    const found = languages.find((language) => language.toLowerCase().split('-')[0] === main);
    if (found !== undefined) return found;
  }
  return other;
}

/**
 * What this reader chose last in this browser; absent when nothing was chosen or the browser keeps
 * nothing.
 */
export function chosenLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(choiceKey);
    return isLanguage(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(choiceKey, language);
  } catch {
    // A browser that keeps nothing still shows the language of the address.
  }
}
