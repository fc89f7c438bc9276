import type { Language } from '#domain/language.ts';

/** The time of day of this browser. */
export const clockTime = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
