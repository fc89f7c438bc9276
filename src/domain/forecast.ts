import type { Forecast } from './overview.ts';
import type { Pace, PaceRefusal } from './pace.ts';
import { monthsBetween } from './period.ts';
import type { IsoDate } from './project.ts';

/** What a forecast starts from. */
export interface ForecastInput {
  readonly value: number;
  readonly date: IsoDate;
  readonly deadline: IsoDate;
  readonly as_of: IsoDate;
  readonly pace: Pace | PaceRefusal | 'too_few_years';
  /** −1 for targets that are met from above (< and <=). */
  readonly direction: 1 | -1;
  readonly met: boolean;
  /** What it can't fall below, as counts and sums of money can't below 0. */
  readonly least?: number;
}

/**
 * Where the value stands at the deadline if the pace stays within what was seen: value + slope × months, with the 10–90 and
 * 25–75 percentiles of pairwise slopes, none of them below the least that can be. Never beyond the deadline, never from too little, never for what is already met.
 */
export function forecast(input: ForecastInput): Forecast {
  const { pace } = input;
  if (input.as_of > input.deadline || input.date >= input.deadline) return { kind: 'refused', reason: 'deadline_passed' };
  if (input.met) return { kind: 'refused', reason: 'met' };
  if (typeof pace === 'string') return { kind: 'refused', reason: pace };
  if (pace.p50 * input.direction <= 0) return { kind: 'refused', reason: 'no_growth' };
  const months = monthsBetween(input.date, input.deadline);
  const at = (slope: number): number => Math.max(input.least ?? Number.NEGATIVE_INFINITY, input.value + slope * months);
  return {
    kind: 'range',
    at: input.deadline,
    p10: at(pace.p10),
    p25: at(pace.p25),
    p50: at(pace.p50),
    p75: at(pace.p75),
    p90: at(pace.p90),
  };
}
