import type { Month } from '#domain/values/date.ts';
import type { PaceMonths } from './scenario.ts';

/** Assumptions whose change moves the middle of a result. */
export const assumptions = [
  'delay',
  'rate',
  'ramp',
  'default_rates',
  'pace',
  'pace_9',
  'pace_6',
] as const;
export type Assumption = (typeof assumptions)[number];

/** How far one assumption moves the middle of a result, in the unit of the target. */
export interface Sensitivity {
  readonly assumption: Assumption;
  /** One change, or the changes by the lower and by the higher assumption. */
  readonly changes: readonly number[];
}

/** The forecast of a target if another number of months gave its pace. */
export interface PaceScenario {
  readonly months: PaceMonths;
  readonly pace: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The month in which the target is reached at this pace. */
  readonly reached?: Month;
}
