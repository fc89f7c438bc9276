import { useMemo, useRef } from 'react';
import type { ChartContext, ChartDefinition } from '#charts/kit/definition.ts';
import { isSame } from '#charts/kit/is-same.ts';
import type { Overview } from '#domain/overview/overview.ts';

/**
 * What a chart draws. It stays the same object while its content stays the same, so that a filter
 * does not redraw the charts that it does not change.
 */
export function useSeries(
  chart: ChartDefinition<unknown>,
  overview: Overview,
  context: ChartContext,
): unknown {
  const next = useMemo(() => chart.toSeries(overview, context), [chart, overview, context]);
  const last = useRef({ chart, series: next });
  if (last.current.chart !== chart || !isSame(last.current.series, next))
    last.current = { chart, series: next };
  return last.current.series;
}
