import type { Text } from '#domain/values/language.ts';

/** The source of the rows behind a measure. */
export type MeasureSource = 'register' | 'values' | 'targets' | 'register_and_values';

/** The unit of a measure; the exact unit comes with its value. */
export type MeasureUnit =
  | 'projects'
  | 'money'
  | 'days'
  | 'percent'
  | 'points'
  | 'ratio'
  | 'of_target'
  | 'of_target_per_month'
  | 'of_fact'
  | 'index'
  | 'items'
  | 'jobs'
  | 'words';

/** The meaning of a figure, declared once for every screen, chart, file and response. */
export interface Measure {
  readonly name: Text;
  readonly unit: MeasureUnit;
  /** The formula in words. */
  readonly formula: Text;
  readonly counts: Text;
  readonly leaves_out: Text;
  readonly source: MeasureSource;
  /** Counts from 1. It rises when the same rows give another figure. */
  readonly version: number;
}
