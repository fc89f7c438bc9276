import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { dotsOfficeChart } from './dots.ts';
import { pipelineChartLabels } from '#charts/pipeline/labels/index.ts';
import { totalsOnly } from '#charts/pipeline/totals.ts';

/** Makes a bar for each stage of a view without single projects: their number. */
function totalsOfficeChart({ language }: ChartContext, table: ChartTable): OfficeChart {
  const text = pipelineChartLabels[language];
  const [stages, counts] = [readColumn(table, 'stage'), readColumn(table, 'projects')];
  // a stage with amounts in two currencies has two rows, and one bar
  const values = counts.map((count, at) => (stages[at] === stages[at - 1] ? null : count));
  return {
    kind: 'bar',
    across: 'stage',
    unit: { id: 'projects', like: '100' },
    series: [{ name: text.columns.count, colour: 'accent', values }],
  };
}

/**
 * Makes projects by stage: a point for each, or bars of their number.
 * @returns undefined if projects are drawn one by one and none has an amount
 */
export function pipelineOfficeChart(
  overview: Overview,
  context: ChartContext,
  table: ChartTable,
): OfficeChart | undefined {
  if (totalsOnly(overview)) return totalsOfficeChart(context, table);
  return dotsOfficeChart(overview, context);
}
