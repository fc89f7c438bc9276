import type { IsoDate } from '#domain/values/date.ts';
import { dayIn, lastDayIn, usualTimeZone } from '#domain/time/time-zone.ts';

let timeZone = usualTimeZone;

/** Sets the time zone of the zone, from the server's page or the header of a response. */
export function noteTimeZone(name: string | null): void {
  timeZone = name ?? timeZone;
}
/** The time zone of the zone, in which all days and times are shown. */
export const zoneTimeZone = (): string => timeZone;
/** The day of a moment in the zone. A day stays as it is. */
export const zoneDay = (moment: string): IsoDate =>
  moment.length === 10 ? moment : dayIn(new Date(moment), timeZone);
/**
 * The last day in the zone on which something that ends at a moment still works. A day stays as it is.
 */
export const zoneLastDay = (end: string): IsoDate =>
  end.length === 10 ? end : lastDayIn(new Date(end), timeZone);
