import type { SeriesPart } from '#domain/analysis/events/series-part.ts';
import type { ForecastRecords } from '#domain/targets/forecast-record.ts';

/** The ids of indicators that no link shows. */
export const hiddenIndicators = (
  indicators: readonly { readonly id: string; readonly is_shared?: false }[],
): ReadonlySet<string> =>
  new Set(indicators.flatMap(({ id, is_shared }) => (is_shared === false ? [id] : [])));

/** The records of past forecasts without those of indicators that no link shows. */
export const redactForecasts = (
  { as_of, ahead, items }: ForecastRecords,
  hiddenIds: ReadonlySet<string>,
): ForecastRecords => ({
  as_of,
  ahead,
  items: items.filter(({ indicator }) => !hiddenIds.has(indicator)),
});

/**
 * The series of events, or of an indicator that links may show.
 * @returns undefined for the series of a hidden indicator
 */
export const redactSeries = (
  series: SeriesPart,
  hiddenIds: ReadonlySet<string>,
): SeriesPart | undefined =>
  series.indicator !== undefined && hiddenIds.has(series.indicator.indicator.id)
    ? undefined
    : series;
