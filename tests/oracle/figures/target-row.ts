import type { Day } from './days.ts';
import type { Band, Refusal } from './forecast.ts';
import type { Fraction } from './fraction.ts';
import type { Indicator, PlanRules, Target, Value } from './indicators.ts';

export type Basis = 'level' | 'last_12_months' | 'closed_year' | 'year_to_date';
export type Verdict =
  | 'met'
  | 'not_yet_exceeded'
  | 'ahead'
  | 'on_plan'
  | 'slightly_behind'
  | 'behind'
  | 'missed'
  | 'no_value'
  | 'no_value_at_deadline'
  | 'no_verdict';
/** The figures of one target on a day; an unknown figure is absent. */
export interface TargetRow {
  readonly value?: Fraction;
  readonly valueDay?: Day;
  readonly basis?: Basis;
  readonly stale: boolean;
  readonly share?: Fraction | undefined;
  readonly elapsed?: Fraction | undefined;
  readonly plan?: Fraction | undefined;
  readonly gap?: Fraction | undefined;
  readonly attainment?: Fraction | undefined;
  readonly remaining?: Fraction | undefined;
  readonly required?: Fraction | undefined;
  readonly current?: Fraction | undefined;
  readonly baseline?: Fraction | undefined;
  /** The last value after a deadline that itself has none. */
  readonly later?: { readonly value: Fraction; readonly day: Day } | undefined;
  readonly verdict: Verdict;
  readonly forecast: Band | Refusal | 'met';
}
export interface TargetRowInput {
  readonly indicator: Indicator;
  readonly target: Target;
  readonly rules: PlanRules;
  readonly values: readonly Value[];
}
export interface Measurement {
  readonly value: Fraction;
  readonly day: Day;
  readonly basis: Basis;
}
