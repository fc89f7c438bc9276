import type { Day, Month } from './days.ts';
import type { Fraction } from './fraction.ts';

export interface Indicator {
  readonly id: string;
  readonly kind: 'stock' | 'cum_flow' | 'annual_flow' | 'ratio';
  /** Whether its unit is counted one by one: companies, jobs, projects. */
  readonly counted: boolean;
  /** Of an annual flow: whether a value is of the year to date or of its month. */
  readonly covers: 'year_to_date' | 'month';
}
export interface Target {
  readonly comparator: '>' | '>=' | '<' | '<=';
  readonly value: Fraction;
  readonly deadline: Day;
  readonly baselineDate: Day;
  readonly baseline?: Fraction;
}
/** The value of a month; absent when the month was reported as without a value. */
export interface Value {
  readonly month: Month;
  readonly value?: Fraction;
}
export interface Checkpoint {
  readonly date: Day;
  readonly share: Fraction;
}
export interface PlanRules {
  readonly path: 'straight' | 'checkpoints';
  readonly checkpoints: readonly Checkpoint[];
  /** In percent of the plan to date. */
  readonly thresholds: { readonly ahead: number; readonly on: number; readonly slightly: number };
}
