import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';

const byDay: Readonly<Record<Language, (day: string) => string>> = {
  'zh-CN': (day) => `不晚于${day}`,
  ja: (day) => `遅くとも${day}`,
  en: (day) => `by ${day}`,
};

/**
 * Writes the day of a change, with “by” where it is the day of the edition that recorded it: the
 * change came on that day or before.
 *
 * @param style - how the day is written, as in `formatDate`
 */
export function eventDayText(
  { date, by }: { readonly date: IsoDate; readonly by?: true | undefined },
  language: Language,
  style: 'long' | 'short' | 'day' = 'long',
): string {
  const day = formatDate(date, language, style);
  return by === true ? byDay[language](day) : day;
}
