import type { AnyChartId } from '#charts/all-charts.ts';
import { isAnyChartId } from '#charts/all-charts.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ReportBlock } from '#domain/report/report.ts';
import { compact } from '#domain/values/compact.ts';
import type { SavedFigure } from '#report/sections/saved-figures.ts';

/** The subjects of the figures of a report: its overview, and those of its saved charts. */
export interface FigureSubjects {
  readonly overview: Overview;
  readonly saved: readonly SavedFigure[];
}

/**
 * Finds the chart and the data of a figure of a report.
 * @throws Error if no chart has the id of the block
 */
export function findSubject(
  block: Extract<ReportBlock, { readonly kind: 'figure' }>,
  { overview, saved }: FigureSubjects,
): { readonly chart: AnyChartId; readonly overview: Overview; readonly options: ChartOptions } {
  const figure = saved.find(({ id }) => id === block.saved?.id);
  if (figure !== undefined)
    return { chart: figure.chart, overview: figure.overview, options: figure.options };
  if (!isAnyChartId(block.chart)) throw new Error(`There is no chart ${block.chart}.`);
  return { chart: block.chart, overview, options: compact({ measure: block.measure }) };
}
