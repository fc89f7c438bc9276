import { addDays, addMonths, dayNumber, toMonth, type IsoDate } from '#domain/values/date.ts';
import { dayIn, wallTime } from '#domain/time/time-zone.ts';

export const digestFrequencies = ['off', 'weekly', 'monthly'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];
/** When a digest is made. `weekday`: 1 is Monday, 7 Sunday; it applies to a weekly one only. */
export interface DigestSchedule {
  readonly frequency: DigestFrequency;
  readonly weekday: number;
}
/** One digest that has become due. */
export interface DuePeriod {
  /** Identifies it for its recipient, as `weekly 2021-05-10`. */
  readonly period: string;
  /** The moment of the previous digest, from which changes are reported. */
  readonly from: Date;
  readonly due: Date;
  /** The local day of `due`. */
  readonly day: IsoDate;
}

/** The local hour at which digests are made. */
const hour = 8;
const minuteMs = 60_000;

/**
 * The moment of the digest hour of a local day. A skipped hour moves it; a repeated hour does not.
 */
function momentOn(day: IsoDate, timeZone: string): Date {
  const wall = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  let moment = wall;
  // the offset at the first guess may be that before a change of the clocks
  for (let pass = 0; pass < 2; pass += 1) {
    const local = wallTime(new Date(moment), timeZone);
    const localMinutes = Date.parse(`${local.day}T00:00:00Z`) + local.minutes * minuteMs;
    moment += wall - localMinutes;
  }
  return new Date(moment);
}

/** 1 for Monday to 7 for Sunday. */
const findWeekday = (day: IsoDate): number => ((dayNumber(day) + 3) % 7) + 1;
const toFirstDay = (day: IsoDate): IsoDate => `${toMonth(day)}-01`;

/**
 * Finds the last digest that was due at a moment.
 * @returns undefined when it is off
 */
export function findDuePeriod(
  { frequency, weekday }: DigestSchedule,
  now: Date,
  timeZone: string,
): DuePeriod | undefined {
  if (frequency === 'off') return undefined;
  const weekly = frequency === 'weekly';
  const before = (day: IsoDate): IsoDate =>
    weekly ? addDays(day, -7) : `${addMonths(toMonth(day), -1)}-01`;
  const today = dayIn(now, timeZone);
  const last = weekly
    ? addDays(today, -((findWeekday(today) - weekday + 7) % 7))
    : toFirstDay(today);
  const day = momentOn(last, timeZone) <= now ? last : before(last);
  return {
    period: `${frequency} ${day}`,
    day,
    due: momentOn(day, timeZone),
    from: momentOn(before(day), timeZone),
  };
}

/** Minutes until the next try after each failed one; after the last one the digest is given up. */
const backOff: readonly number[] = [5, 30, 120, 480, 1440];
/**
 * The moment of the next try.
 * @returns undefined after the last
 */
export function nextTry(attempts: number, now: Date): Date | undefined {
  const minutes = backOff[attempts - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * minuteMs);
}
