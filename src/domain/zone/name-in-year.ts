import type { Language } from '#domain/values/language.ts';

/** The name of a target without its year, for a sentence that names the year itself. */
export const nameInYear = (name: string, year: string | undefined, language: Language): string =>
  name.replace(language === 'en' ? `, ${year}` : `${year}年`, '');
