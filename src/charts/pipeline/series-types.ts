import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import type { IndustryMark } from '#domain/zone/zone.ts';
import type { DrawnSpread } from './spread.ts';

/**
 * One project as drawn. `v` is in the display unit; null is drawn left of zero: not disclosed, or,
 * where `other`, in another currency.
 */
export interface Dot {
  readonly code: string;
  readonly name: string;
  readonly v: number | null;
  readonly other?: true;
  readonly mark: IndustryMark;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}
export interface StageRow {
  readonly stage: string;
  readonly label: string;
  readonly count: string;
  readonly sum: string;
  /** The same in the second currency. */
  readonly secondary?: string;
  readonly empty: boolean;
  readonly dots: readonly Dot[];
  /** The number of projects, drawn as a bar where a shared view shows no single one. */
  readonly bar?: number;
  /** The amounts of all its projects, where there are too many to be drawn one by one. */
  readonly spread?: DrawnSpread;
  /** Name of the largest project, shown where it touches nothing. */
  readonly top?: string;
}
export interface PipelineGroup {
  readonly group: StageGroupTotals['group'];
  readonly label: string;
  readonly count: string;
  readonly sum: string;
  readonly secondary?: string;
  readonly note?: string;
  /** The meaning of the marks left of zero, where there are any. */
  readonly undisclosed?: string;
  readonly other?: string;
  readonly rows: readonly StageRow[];
}
export interface PipelineSeries {
  readonly unit: string;
  /** The unit of the second currency. */
  readonly secondary?: string;
  readonly max: number;
  /** For a log axis: its smallest value, in the display unit. */
  readonly logMin?: number;
  readonly ticks: readonly { readonly v: number; readonly label: string }[];
  /** Heads of the columns of a distribution: projects, median, middle 8 in 10. */
  readonly spreadColumns?: readonly [string, string, string];
  readonly groups: readonly PipelineGroup[];
  readonly empty?: string;
}
