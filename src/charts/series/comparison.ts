import { compact } from '#domain/values/compact.ts';
import { type Comparison, divideBlocks } from '#charts/kit/comparison.ts';
import type { EventSeries } from '#domain/analysis/events/event-series.ts';
import type { IndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import type { SeriesPart } from '#domain/analysis/events/series-part.ts';
import { largestValue } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { listCurrencies, largestSum, type SizedEvents, type SizedIndicator } from './series.ts';
import type { ChartSeries, SeriesBlock } from './series-types.ts';

/** Gives blocks of one unit the same scale. */
const align = (own: ChartSeries, { blocks: others }: ChartSeries): ChartSeries => ({
  ...own,
  blocks: own.blocks.map((block): SeriesBlock => {
    const beside = others.find(({ key }) => key === block.key)?.rows;
    return beside === undefined ? block : { ...block, beside };
  }),
});

/** Gives both sides the multiple of the larger value of each unit. */
function sizeParts(a: SeriesPart, b: SeriesPart, base: string): readonly [SeriesPart, SeriesPart] {
  const indicators = [a.indicator, b.indicator].flatMap((one) => one ?? []);
  const events = [a.events, b.events].flatMap((one) => one ?? []);
  const currencies = new Set(events.flatMap((one) => listCurrencies(one, base)));
  const like = Object.fromEntries(
    [...currencies].map((currency) => [
      currency,
      largestValue(events.map((one) => largestSum(one, currency, true))),
    ]),
  );
  const values = indicators.flatMap(({ periods }) => periods.flatMap(({ value }) => value ?? []));
  const most = largestValue(values);
  const sizeEvents = (own: EventSeries): SizedEvents => ({ ...own, like });
  const sizeIndicator = (own: IndicatorSeries): SizedIndicator => ({ ...own, like: most });
  const size = ({ events: own, indicator }: SeriesPart): SeriesPart =>
    compact({
      events: own === undefined ? undefined : sizeEvents(own),
      indicator: indicator === undefined ? undefined : sizeIndicator(indicator),
    });
  return [size(a), size(b)];
}

/** Gives periods beside each other one scale of values. */
export const seriesComparison: Comparison<ChartSeries> = {
  keys: ['period_name', 'end'],
  size: (first, second): readonly [Overview, Overview] => {
    const { series: a = {} } = first;
    const { series: b = {} } = second;
    const [own, other] = sizeParts(a, b, first.zone.base_currency);
    return [
      { ...first, series: own },
      { ...second, series: other },
    ];
  },
  align: (a, b) => [align(a, b), align(b, a)],
  divide: (series) => divideBlocks(series, ({ key }: SeriesBlock) => key),
};
