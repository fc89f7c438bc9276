import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart } from '#charts/kit/office-chart.ts';
import { targetsSeries } from '#charts/targets/data/series.ts';

/**
 * Two bars a target: of plan to date, and of the target. Both are shares, so that measures of
 * different units can stand side by side.
 */
export function targetsOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { heads } = targetsSeries(overview, language);
  if (!overview.targets.some((row) => row.completion !== undefined)) return undefined;
  const hatched = overview.targets.some((row) => row.now?.data_status === 'illustrative');
  return {
    kind: 'bar',
    across: 'target_name',
    unit: 'share',
    series: [
      { name: heads.ofPlan, colour: 'accent', column: 'now_to_plan', hatched },
      { name: heads.ofTarget, colour: 'plan', column: 'now_to_target', hatched },
    ],
  };
}
