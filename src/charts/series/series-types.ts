import type { AxisUnit } from '#charts/kit/annotation-axis.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import type { ProjectEvent } from '#domain/analysis/events/project-events.ts';
import type { PeriodState } from '#domain/analysis/events/record-periods.ts';

/** A period on the axis. */
export interface AxisPeriod {
  readonly key: string;
  /** Its name on an axis that shows the year separately. */
  readonly tick: string;
  readonly year: string;
  readonly name: string;
  readonly state: PeriodState;
  /** Whether only a part of it was recorded, as it has not ended or the records begin within it. */
  readonly isPartial: boolean;
  /** Whether the series breaks in it, so that earlier values are not comparable. */
  readonly hasBreak: boolean;
  /** Its first day and the day after its last, as numbers. */
  readonly from: number;
  readonly to: number;
}
/** The value of one row in one period. */
export interface SeriesValue {
  /** In the display unit. Omitted in a period without a record, and where nothing is disclosed. */
  readonly value?: number;
  readonly text: string;
  readonly before?: number;
  readonly beforeText?: string;
  readonly undisclosed: number;
  /** The total up to the end of the period. Omitted from the first gap in the records on. */
  readonly total?: number;
  readonly totalText?: string;
  /** The figures of the value, the year before and the total. */
  readonly figures: Readonly<Record<'value' | 'before' | 'total', TableFigure>>;
}
export interface SeriesRow {
  readonly key: string;
  readonly name: string;
  /** The name of its line in the cumulative form. */
  readonly lineName: string;
  readonly event?: ProjectEvent;
  /** The year to date, the year before and their difference. */
  readonly head: readonly string[];
  readonly values: readonly SeriesValue[];
  /** The total before the first period. */
  readonly opening: number;
}
/** The number that waits between the lines of two rows. */
export interface WaitingBracket {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}
/** The rows of one unit: projects, one currency, or an indicator. They share a scale. */
export interface SeriesBlock {
  readonly key: string;
  /** The unit of its values, where there is more than one block or the unit is not counted. */
  readonly heading: string;
  readonly rows: readonly SeriesRow[];
  readonly brackets: readonly WaitingBracket[];
  /** The unit of its values. */
  readonly axis: AxisUnit;
  /** Its values are whole. */
  readonly isCounted: boolean;
  /** The rows of the other side of a comparison: both have one scale. */
  readonly beside?: readonly SeriesRow[];
}
export interface ChartSeries {
  readonly form: 'periods' | 'cumulative';
  readonly size: 'month' | 'quarter' | 'half_year' | 'year';
  readonly isExample: boolean;
  readonly periods: readonly AxisPeriod[];
  readonly blocks: readonly SeriesBlock[];
  readonly words: { readonly before: string; readonly undisclosed: string };
  readonly noRecord: string;
}
