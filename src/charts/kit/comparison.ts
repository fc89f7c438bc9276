import type { Overview } from '#domain/overview/overview.ts';

/**
 * How two drawings of a chart get the same groups and axes, so that they can be read side by side.
 */
export interface Comparison<Series> {
  /** Columns of the table by which rows of the two sides belong together. */
  readonly keys: readonly string[];
  /** Gives both sides the same groups, units and multiples. */
  readonly pair?: (first: Overview, second: Overview) => readonly [Overview, Overview];
  /** Gives both sides the same axes. */
  readonly align: (first: Series, second: Series) => readonly [Series, Series];
}
