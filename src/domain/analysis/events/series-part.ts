import type { EventSeries } from './event-series.ts';
import type { IndicatorSeries } from './indicator-series.ts';

/** The data of the chart of a series: events of projects, or an indicator. */
export interface SeriesPart {
  readonly events?: EventSeries;
  readonly indicator?: IndicatorSeries;
}
