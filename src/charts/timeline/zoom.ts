import { listPeriods } from '#domain/analysis/events/calendar-periods.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import { toDate, dayNumber, toMonth } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';

/** The time that a timeline shows around its day; the first shows all. */
export const timelineZooms = ['all', 'five_years', 'three_years', 'one_year'] as const;
export type TimelineZoom = (typeof timelineZooms)[number];

/** Days before and after the day of the chart. */
const spans: Readonly<Record<Exclude<TimelineZoom, 'all'>, readonly [number, number]>> = {
  five_years: [730, 1095],
  three_years: [365, 730],
  one_year: [120, 245],
};

/** Finds the days that a timeline shows: all days, or those around its day. */
export function findWindow(
  zoom: string | undefined,
  today: number,
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const name = zoomOf(zoom);
  if (name === 'all') return [from, to];
  const [before, after] = spans[name];
  return [today - before, today + after];
}

/** The number of quarters that are shown one by one before and after the present one. */
const quarters: Readonly<Record<TimelineZoom, readonly [number, number]>> = {
  all: [8, 11],
  five_years: [8, 11],
  three_years: [4, 7],
  one_year: [1, 2],
};
const zoomOf = (zoom: string | undefined): TimelineZoom =>
  timelineZooms.find((one) => one === zoom) ?? 'all';
/** Returns how many quarters a zoom shows one by one before and after the present one. */
export const quartersAround = (zoom: string | undefined): readonly [number, number] =>
  quarters[zoomOf(zoom)];

interface Tick {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const mostQuarterDays = 500;

/**
 * Makes the ticks: quarters of a short time; years of a longer one; every second or fifth year of a
 * long one.
 */
export function timeTicks(from: number, to: number, language: Language): readonly Tick[] {
  const [first, last] = [toDate(from), toDate(to)];
  const isShort = to - from <= mostQuarterDays;
  const size = isShort ? 'quarter' : 'year';
  const periods = listPeriods(toMonth(first), toMonth(last), size, Number.POSITIVE_INFINITY);
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  const step = years > 24 ? 5 : years > 10 ? 2 : 1;
  return periods
    .filter((period) => isShort || Number(period.key) % step === 0)
    .map((period) => ({
      from: dayNumber(period.start),
      to: dayNumber(period.end) + 1,
      text: isShort ? periodName(period, language) : period.key,
    }));
}
