import {
  addDays,
  addMonths,
  lastWholeMonth,
  monthEnd,
  type IsoDate,
  type Month,
} from '#domain/values/date.ts';
import { dayEndIn, dayIn, usualTimeZone } from '#domain/time/time-zone.ts';

/** The settings of a zone that concern days. */
interface DaySettings {
  readonly time_zone?: string | null | undefined;
  readonly report_day?: number | undefined;
}

/** The time zone of a zone. */
export const timeZoneOf = (zone: DaySettings | undefined): string =>
  zone?.time_zone ?? usualTimeZone;

/** The day of a moment in a zone. */
export const dayOfMoment = (moment: string, zone: DaySettings | undefined): IsoDate =>
  dayIn(new Date(moment), timeZoneOf(zone));

/**
 * Makes a function that finds the last moment of a month in a zone, and computes each month once.
 */
export function findMonthEnds(zone: DaySettings): (month: Month) => string {
  const monthEnds = new Map<Month, string>();
  return (month) => {
    const end = monthEnds.get(month) ?? dayEndIn(monthEnd(month), timeZoneOf(zone)).toISOString();
    monthEnds.set(month, end);
    return end;
  };
}

/** The time zone where days begin first. A zone without a time zone may be there. */
const earliestTimeZone = 'Etc/GMT-14';
/** The newest day that has begun in a zone. */
export const newestDayOf = (zone: DaySettings | undefined, now: Date): IsoDate =>
  dayIn(now, zone?.time_zone ?? earliestTimeZone);

/** The day on which the numbers of a month are due: in a shorter month its last day. */
export function reportDayOf(month: Month, { report_day = 1 }: DaySettings): IsoDate {
  const next = addMonths(month, 1);
  const day = `${next}-${String(report_day).padStart(2, '0')}`;
  return [day, monthEnd(next)].toSorted()[0] ?? day;
}

/** The report day of the first month that data up to a day does not cover. */
export const nextReportDay = (newest: IsoDate, zone: DaySettings): IsoDate =>
  reportDayOf(addMonths(lastWholeMonth(newest), 1), zone);

/** The default number of days to answer a request. */
const usualAnswerDays = 7;
/** Proposes the deadline of requests for a month: its report day, if that is set and ahead. */
export function usualDeadline(today: IsoDate, month: Month, zone: DaySettings): IsoDate {
  const due = zone.report_day === undefined ? '' : reportDayOf(month, zone);
  return due >= today ? due : addDays(today, usualAnswerDays);
}
