import { dayNumber, type IsoDate } from '#domain/values/date.ts';

/** The time zone where nobody has set one: days end as in UTC. */
export const usualTimeZone = 'UTC';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Further from UTC than any time zone. */
const farthestMs = 30 * hourMs;

const makeFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

/**
 * Whether the runtime knows a time zone by this name of the IANA database, as Asia/Shanghai. Mere
 * offsets are no names: not every browser takes them.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    return makeFormat(name).format(0) !== '';
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** The format of a time zone, made once. A name that this runtime does not know counts as UTC. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const cachedFormat = formats.get(timeZone);
  if (cachedFormat !== undefined) return cachedFormat;
  const newFormat = makeFormat(isTimeZone(timeZone) ? timeZone : usualTimeZone);
  formats.set(timeZone, newFormat);
  return newFormat;
}

/** The day that a wall clock shows, and the minutes since midnight. */
export interface WallTime {
  readonly day: IsoDate;
  readonly minutes: number;
}
function formatWallTime(moment: Date, timeZone: string): WallTime {
  const parts = formatOf(timeZone).formatToParts(moment);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`,
    minutes: Number(of('hour')) * 60 + Number(of('minute')),
  };
}

/** The wall clocks of each time zone, by the second: a page reads the same moments many times. */
const wallTimes = new Map<string, Map<number, WallTime>>();
const mostWallTimes = 4096;
/** The wall clock of a time zone. Its offset is whole seconds, so a second has one. */
export function wallTime(moment: Date, timeZone: string): WallTime {
  const second = Math.floor(moment.getTime() / 1000);
  const ofZone = wallTimes.get(timeZone) ?? new Map<number, WallTime>();
  const cachedTime = ofZone.get(second);
  if (cachedTime !== undefined) return cachedTime;
  const time = formatWallTime(moment, timeZone);
  if (ofZone.size >= mostWallTimes) ofZone.clear();
  wallTimes.set(timeZone, ofZone.set(second, time));
  return time;
}

/** The day in a time zone at a moment. No other function decides this. */
export const dayIn = (moment: Date, timeZone: string): IsoDate => wallTime(moment, timeZone).day;

/**
 * The last day in a time zone on which something that ends at a moment still works. It is the day
 * before where it ends at 00:00.
 */
export const lastDayIn = (end: Date, timeZone: string): IsoDate =>
  dayIn(new Date(end.getTime() - 1), timeZone);

/** The time of day in a time zone, as 23:59. */
export function timeIn(moment: Date, timeZone: string): string {
  const { minutes } = wallTime(moment, timeZone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The last millisecond of a day in a time zone, also where the clocks change at midnight. */
export function dayEndIn(day: IsoDate, timeZone: string): Date {
  const midnight = (dayNumber(day) + 1) * dayMs;
  let [over, on] = [midnight + farthestMs, midnight - farthestMs];
  while (over - on > 1) {
    const middle = Math.floor((over + on) / 2);
    if (dayIn(new Date(middle), timeZone) > day) over = middle;
    else on = middle;
  }
  return new Date(on);
}

/** The offset of a time zone from UTC at a moment, as UTC+8 or UTC−3:30. */
export function offsetName(moment: Date, timeZone: string): string {
  const { day, minutes } = wallTime(moment, timeZone);
  const wall = dayNumber(day) * dayMs + minutes * 60_000;
  const offset = Math.round((wall - Math.floor(moment.getTime() / 60_000) * 60_000) / 60_000);
  if (offset === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const minutesText = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '−' : '+'}${hours}${minutesText}`;
}
