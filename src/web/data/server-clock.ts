import { dayNumber, type IsoDate } from '#domain/values/date.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { noteTimeZone, zoneTimeZone } from '#web/i18n/zone-time.ts';

const dayMs = 86_400_000;
/** How far the server's clock is ahead of this computer's, in ms. */
let aheadMs = 0;

/**
 * Sets the clock from the `Date` header of a response. Responses of the demo have none: its clock
 * is this computer's.
 */
export function noteServerTime(date: string | null): void {
  const serverTime = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(serverTime)) aheadMs = serverTime - Date.now();
}
/** Sets time zone and clock, to the day, from the day on which the server drew this page. */
export function noteServerDay(day: string, timeZone: string): void {
  noteTimeZone(timeZone);
  aheadMs = (dayNumber(day) - dayNumber(dayIn(new Date(), timeZone))) * dayMs;
}
/** Today in the zone, by the server's clock. */
export const serverDay = (): IsoDate => dayIn(new Date(Date.now() + aheadMs), zoneTimeZone());
