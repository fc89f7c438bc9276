import type { TableFigure } from '#charts/kit/table.ts';
import type { TimeAxis } from './time-axis.ts';

/**
 * A month as drawn: `v` is in the display unit; months without a value are null and break the line.
 */
export interface DrawnPoint {
  readonly day: number;
  readonly v: number | null;
  readonly plan: number | null;
  readonly hollow: boolean;
  readonly revised: boolean;
  readonly date: string;
  /** The lines of the tooltip: value, plan, gap, status, correction, in the order of the marks. */
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** Omitted where there is no value. */
  readonly figure?: TableFigure;
}
/** A decision or a note on its day, as `1`, with its text. */
export interface DatedMark {
  readonly day: number;
  readonly number: string;
  readonly text: string;
  /** The text in the note of all marks, where no words are repeated. */
  readonly note: string;
}
export interface ProgressSeries {
  readonly indicator: string;
  readonly range: 'to_date' | 'to_target';
  readonly max: number;
  readonly yTicks: readonly { readonly v: number; readonly label: string }[];
  readonly time: TimeAxis;
  readonly points: readonly DrawnPoint[];
  /**
   * Unbroken stretches of the actual line: it ends at each gap, and at each new year of a
   * year-to-date measure.
   */
  readonly runs: readonly {
    readonly from: number;
    readonly points: readonly { readonly day: number; readonly v: number }[];
  }[];
  /** Months without a report, as one band from the last value before to the first after. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** The days between two values that can't be compared. */
  readonly breaks: readonly number[];
  readonly plan: readonly {
    readonly day: number;
    readonly v: number;
    readonly checkpoint: boolean;
    readonly target: boolean;
  }[];
  /**
   * Corners of the plan after the last value: the expected value, and at the deadline the forecast.
   */
  readonly ahead: readonly {
    readonly day: number;
    readonly v: number;
    readonly date: string;
    readonly lines: DrawnPoint['lines'];
    readonly figure: TableFigure;
  }[];
  readonly last?: {
    readonly day: number;
    readonly v: number;
    readonly now: string;
    readonly plan?: string;
    readonly planV?: number;
    readonly date: string;
  };
  readonly target?: {
    readonly day: number;
    readonly v: number;
    readonly offScale: boolean;
    readonly name: string;
    readonly value: string;
    readonly by: string;
  };
  /**
   * An earlier target: a dashed line from the start of the picture to the day of the change, where
   * the scale includes it.
   */
  readonly earlier: readonly {
    readonly from: number;
    readonly to: number;
    readonly v: number;
    readonly lines: readonly string[];
  }[];
  readonly forecast?: {
    readonly day: number;
    readonly p10: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p90: number;
    readonly text: string;
    readonly band: string;
    readonly figure: TableFigure;
  };
  /** Decisions and notes, oldest first. */
  readonly marks: readonly DatedMark[];
  readonly empty?: string;
}
