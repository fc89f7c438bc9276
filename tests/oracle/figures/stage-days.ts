import { type Day, daysBetween } from './days.ts';
import { fraction, type Fraction, median } from './fraction.ts';
import type { State } from './register.ts';

/**
 * Days in the current stage of projects whose entry is dated (domain.md 3.2, row 15 of the issue).
 */
export interface StageDays {
  readonly dated: number;
  readonly undated: number;
  /** Absent under five projects. */
  readonly median: Fraction | undefined;
  /** At least 8 in 10 are within this many days; absent under five projects. */
  readonly eightInTen: number | undefined;
}

export function stageDays(states: readonly State[], day: Day): StageDays {
  const startDays = states.flatMap(({ since }) => (since === undefined ? [] : [since]));
  const days = startDays.map((since) => daysBetween(since, day)).toSorted((a, b) => a - b);
  return {
    dated: startDays.length,
    undated: states.length - startDays.length,
    median: days.length < 5 ? undefined : median(days.map((n) => fraction(n))),
    eightInTen: days.length < 5 ? undefined : days[Math.ceil(0.8 * days.length) - 1],
  };
}
