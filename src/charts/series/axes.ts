import { type AnnotationAxis, dayAxis, valueAxis } from '#charts/kit/annotation-axis.ts';
import { layBars } from './bar-layout.ts';
import { layLines } from './line-layout.ts';
import type { AxisPeriod, ChartSeries } from './series-types.ts';

/** Finds the position of a day among periods that are one step apart; undefined outside them. */
const placeDay =
  (periods: readonly AxisPeriod[], x0: number, step: number) =>
  (day: number): number | undefined => {
    const at = periods.findIndex(({ from, to }) => day >= from && day < to);
    const period = periods[at];
    if (period === undefined) return undefined;
    return x0 + (at + (day - period.from) / (period.to - period.from)) * step;
  };

function barAxes(series: ChartSeries, width: number): readonly AnnotationAxis[] {
  const { blocks, plotX, slot, axisY } = layBars(series, width);
  const periods = blocks[0]?.rows[0]?.bars.map(({ period }) => period) ?? [];
  const end = plotX + periods.length * slot;
  const days = dayAxis(
    { along: 'x', from: 0, to: axisY, ends: [plotX, end] },
    placeDay(periods, plotX, slot),
  );
  // an annotation at a value is on the rows of one event only
  const values = blocks.flatMap(({ rows }, at): AnnotationAxis[] => {
    const [row, second] = rows;
    const unit = series.blocks[at]?.axis;
    if (row === undefined || second !== undefined || unit === undefined) return [];
    const input = { along: 'y', from: plotX, to: end, ends: [row.top, row.bottom] } as const;
    return [valueAxis(input, unit, (value) => row.toY(value / 10 ** unit.scale))];
  });
  return [days, ...values];
}

function lineAxes(series: ChartSeries, width: number): readonly AnnotationAxis[] {
  const { blocks, x0, x1 } = layLines(series, width);
  const step = (x1 - x0) / Math.max(1, series.periods.length);
  const bottom = blocks.at(-1)?.bottom ?? 0;
  const days = dayAxis(
    { along: 'x', from: 0, to: bottom, ends: [x0, x1] },
    placeDay(series.periods, x0, step),
  );
  const values = blocks.flatMap(({ top, bottom: low, toY }, at): AnnotationAxis[] => {
    const unit = series.blocks[at]?.axis;
    if (unit === undefined) return [];
    const input = { along: 'y', from: x0, to: x1, ends: [top, low] } as const;
    return [valueAxis(input, unit, (value) => toY(value / 10 ** unit.scale))];
  });
  return [days, ...values];
}

/** The axes: days from left to right, values from bottom to top. */
export const seriesAxes = (series: ChartSeries, width: number): readonly AnnotationAxis[] =>
  series.periods.length === 0
    ? []
    : (series.form === 'cumulative' ? lineAxes : barAxes)(series, width);
