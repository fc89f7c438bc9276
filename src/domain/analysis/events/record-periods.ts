import { monthsApart, toMonth, type IsoDate, type Month } from '#domain/values/date.ts';
import { holdsMonth, shiftPeriod, type CalendarPeriod } from './calendar-periods.ts';

/** The time that a register covers. Whatever is outside of it is unknown, not 0. */
export interface RecordTimes {
  /** The first day of which the register knows its projects. Omitted without a register. */
  readonly first_known_day?: IsoDate | undefined;
  /** The last day of which something was recorded. Omitted where nothing was. */
  readonly last_day?: IsoDate | undefined;
  /** The months of which something was recorded, ascending. */
  readonly months: readonly Month[];
}

/**
 * `unknown`: nothing was recorded of the period. `open`: it has not ended, or the records end
 * before it does. `closed`: it has ended and was recorded to its end.
 */
export type PeriodState = 'unknown' | 'open' | 'closed';
export interface RecordedPeriod extends CalendarPeriod {
  readonly state: PeriodState;
  /** The records begin on this day within the period, so its numbers are lower bounds. */
  readonly from?: IsoDate;
}

/** Marks whether a period was recorded, and whether to its end, as of a day. */
export function markPeriod(
  period: CalendarPeriod,
  times: RecordTimes,
  as_of: IsoDate,
): RecordedPeriod {
  const { first_known_day: first, last_day: last, months } = times;
  const until = last === undefined || last > as_of ? as_of : last;
  const isKnown =
    first !== undefined &&
    last !== undefined &&
    first <= period.end &&
    period.start <= until &&
    months.some((month) => holdsMonth(period, month));
  if (!isKnown) return { ...period, state: 'unknown' };
  const state = period.end <= until ? 'closed' : 'open';
  return first > period.start ? { ...period, state, from: first } : { ...period, state };
}

/** Whether the numbers of a period are complete. */
export const isWhole = ({ state, from }: RecordedPeriod): boolean =>
  state === 'closed' && from === undefined;

/** The same period a year before. */
export const yearBefore = (period: CalendarPeriod): CalendarPeriod => shiftPeriod(period, -12);

/**
 * Counts the months from the first to the last month of a run of periods.
 * @returns both months count; 0 for no period
 */
export const monthsOfRun = (periods: readonly CalendarPeriod[]): number => {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined
    ? 0
    : monthsApart(first.first_month, toMonth(last.end)) + 1;
};
