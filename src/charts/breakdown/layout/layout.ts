import { keepResults } from '#charts/kit/keep-results.ts';
import type { BreakdownSeries } from '#charts/breakdown/data/series.ts';
import { layBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { layMatrix } from './matrix.ts';
import { layPanels } from './panels.ts';

/** Places every mark of a breakdown in one of its forms. */
export const layBreakdown = keepResults((series: BreakdownSeries, width: number): Drawing => {
  if (series.blocks.length === 0)
    return {
      height: 44,
      shapes: [{ kind: 'text', x: 0, y: 24, text: series.empty }],
      points: [],
    };
  if (series.form === 'matrix') return layMatrix(series, width);
  return series.form === 'grouped' || series.form === 'multiples'
    ? layPanels(series, width)
    : layBars(series, width);
});
