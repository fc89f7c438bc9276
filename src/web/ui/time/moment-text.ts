import { formatDate } from '#domain/values/date-format.ts';
import type { Language } from '#domain/values/language.ts';
import { offsetName } from '#domain/time/time-zone.ts';
import { zoneTimeZone } from '#web/i18n/zone-time.ts';
import { zoneClock } from './clock-time.ts';

/** Writes a day, or a time in the zone with its offset from UTC. */
export function momentText(moment: string, language: Language): string {
  if (moment.length === 10) return formatDate(moment, language);
  const at = new Date(moment);
  const { day, time } = zoneClock(at);
  return `${formatDate(day, language)} ${time} ${offsetName(at, zoneTimeZone())}`;
}
