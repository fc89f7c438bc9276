import type { ChartTable } from './table.ts';
import type { Token } from '#charts/kit/style/tokens.ts';

/** One series of an office chart, with one value or none for each row of the chart's table. */
export interface OfficeSeries {
  readonly name: string;
  readonly colour: Token;
  /** The column of the table whose values are drawn. */
  readonly column?: string;
  /** Values that no column has: they stand in a column of their own behind the table's. */
  readonly values?: readonly (string | null)[];
  /** A thin broken line: what is planned or expected. */
  readonly dashed?: boolean;
  /** Invented values: bars are hatched. */
  readonly hatched?: boolean;
  /** The shape of a scatter's points. */
  readonly symbol?: 'circle' | 'square' | 'diamond' | 'x';
}

/** A chart as an office program draws it itself, from the very rows of the chart's table. */
export type OfficeChart = {
  readonly series: readonly OfficeSeries[];
  /**
   * The unit of the values, or `share`; `like` is a typical value, which picks the display unit.
   */
  readonly unit: { readonly id: string; readonly like: string } | 'share';
  /** Replaces the subtitle of the drawing where the marks differ. */
  readonly subtitle?: string;
  /** Notes of the drawing that explain marks which this chart does not have. */
  readonly without_notes?: readonly string[];
  /** Replaces the rows of the chart's table where it draws others. */
  readonly table?: ChartTable;
} & (
  | {
      readonly kind: 'bar';
      /** Column that names each bar. */
      readonly across: string;
      /** Values of a row stand behind each other in one bar. */
      readonly stacked?: boolean;
      /** Only so many of the first rows are drawn: the others are totals. */
      readonly first?: number;
    }
  | { readonly kind: 'line' /** Column with the day of each point. */; readonly across: string }
  | {
      readonly kind: 'scatter';
      /** Column with the place of each point from left to right. */
      readonly across: string;
      /**
       * Names of the places from top to bottom; the values of the series count them from 1, the
       * lowest.
       */
      readonly rows: readonly string[];
    }
);
