import { isLanguage, languages, type Language } from '#domain/values/language.ts';

/** Each language by its own name; never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  'zh-CN': '中文',
  ja: '日本語',
  en: 'English',
};

const choiceKey = 'headway.language';

/**
 * Finds the first supported language of a list of tags (of Accept-Language or navigator.languages);
 * else `other`, Chinese by default.
 */
export function languageFromTags(tags: readonly string[], other: Language = 'zh-CN'): Language {
  for (const tag of tags) {
    const main = tag.trim().toLowerCase().split('-')[0] ?? '';
    const match = languages.find((language) => language.toLowerCase().split('-')[0] === main);
    if (match !== undefined) return match;
  }
  return other;
}

/**
 * Reads the language that this reader last chose in this browser.
 * @returns undefined without a choice or without storage
 */
export function chosenLanguage(): Language | undefined {
  try {
    const choice = localStorage.getItem(choiceKey);
    return isLanguage(choice) ? choice : undefined;
  } catch {
    return undefined;
  }
}
/** Keeps the chosen language in this browser. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(choiceKey, language);
  } catch {
    // A browser without storage still shows the language of the address.
  }
}
