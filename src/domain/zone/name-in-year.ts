import type { Language } from '#domain/values/language.ts';

/** The forms in which the name of a target holds its year: that of a period, and of a final target. */
const yearForms: Readonly<Record<Language, (year: string) => readonly string[]>> = {
  'zh-CN': (year) => [`（${year}年目标）`, `${year}年`],
  ja: (year) => [`（${year}年目標）`, `${year}年`],
  en: (year) => [`, ${year}`, ` by ${year}`],
};

/**
 * Writes the name of a target for a sentence that names the year itself.
 * @returns the name without its year; the whole name without a year
 */
export function nameInYear(name: string, year: string | undefined, language: Language): string {
  const form = yearForms[language](year ?? '-').find((one) => name.includes(one));
  return form === undefined ? name : name.replace(form, '');
}
