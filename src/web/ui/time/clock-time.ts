import { formatDate } from '#domain/values/date-format.ts';
import type { Language } from '#domain/values/language.ts';
import { dayIn, timeIn } from '#domain/time/time-zone.ts';
import { zoneTimeZone } from '#web/i18n/zone-time.ts';

/** The day and the time of day of a moment in the zone. */
export function zoneClock(moment: Date): { readonly day: string; readonly time: string } {
  const timeZone = zoneTimeZone();
  return { day: dayIn(moment, timeZone), time: timeIn(moment, timeZone) };
}

/** Writes the time of day in the zone, with the day when it differs from that of `now`. */
export function clockTime(ms: number, language: Language, now = Date.now()): string {
  const { day, time } = zoneClock(new Date(ms));
  return day === zoneClock(new Date(now)).day
    ? time
    : `${formatDate(day, language, 'short')} ${time}`;
}
