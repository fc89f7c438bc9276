import type { Language } from '#domain/values/language.ts';

const words: Readonly<
  Record<
    Language,
    { readonly of: (n: number) => string; readonly under: string; readonly over: string }
  >
> = {
  'zh-CN': { of: (n) => `${n}%`, under: '不足1%', over: '超过99%' },
  ja: { of: (n) => `${n}%`, under: '1%未満', over: '99%超' },
  en: { of: (n) => `${n} in 100`, under: 'under 1 in 100', over: 'over 99 in 100' },
};

/**
 * Writes a chance from 0 to 1 in whole percent, or as below 1 or above 99 of 100: a chance is
 * never none, and never certain.
 */
export function chanceText(chance: number, language: Language): string {
  const { of, under, over } = words[language];
  if (chance < 0.01) return under;
  return chance > 0.99 ? over : of(Math.round(chance * 100));
}
