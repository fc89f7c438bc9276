import type { Stage } from './stage.ts';

/**
 * Days without a substantive event after which an active project is stalled (domain reference 3.4).
 * Later stages have no rule.
 */
export const stalledAfterDays: Readonly<Partial<Record<Stage, number>>> = {
  lead: 90,
  negotiation: 180,
  signed: 180,
  registered: 270,
  construction: 120,
};

/** A number of projects that have been in their stage for a number of days. */
export interface StageStay {
  readonly days: number;
  readonly count: number;
}

/**
 * Computes a percentile of type 7 over counted values; a share of 0.5 is the median.
 * @returns days, possibly with a fraction; undefined without a project
 */
export function daysAt(stays: readonly StageStay[], share: number): number | undefined {
  const ascending = stays.filter(({ count }) => count > 0).toSorted((a, b) => a.days - b.days);
  const total = ascending.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const position = (total - 1) * share;
  const below = nth(ascending, Math.floor(position));
  const above = nth(ascending, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

/** Fewer cases have no percentile. */
const fewestCases = 5;

/** Computes the median of the days. @returns undefined for fewer than five projects */
export const medianDays = (stays: readonly StageStay[]): number | undefined =>
  stays.reduce((sum, { count }) => sum + count, 0) < fewestCases ? undefined : daysAt(stays, 0.5);

/**
 * Finds the days within which at least 8 in 10 projects are.
 * @returns the days of one of the projects; undefined for fewer than five projects
 */
export function daysOfEightInTen(stays: readonly StageStay[]): number | undefined {
  const ascending = stays.filter(({ count }) => count > 0).toSorted((a, b) => a.days - b.days);
  const total = ascending.reduce((sum, { count }) => sum + count, 0);
  return total < fewestCases ? undefined : nth(ascending, Math.ceil((total * 8) / 10) - 1);
}

/** The days of the project at a position, counted from 0 in the order of days. */
function nth(ascending: readonly StageStay[], position: number): number {
  let seenCount = 0;
  for (const { days, count } of ascending) {
    seenCount += count;
    if (position < seenCount) return days;
  }
  return ascending.at(-1)?.days ?? 0;
}
