import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

const toDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/**
 * Writes the time of day in the browser's time zone, with the day when it differs from that of
 * `now`.
 */
export function clockTime(ms: number, language: Language, now = Date.now()): string {
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
  const day = toDay(new Date(ms));
  return day === toDay(new Date(now)) ? time : `${formatDate(day, language, 'short')} ${time}`;
}
