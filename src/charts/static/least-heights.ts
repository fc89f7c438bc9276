import { changesLeast } from '#charts/changes/layout.ts';
import type { ChangesSeries } from '#charts/changes/series.ts';
import { pipelineLeast } from '#charts/pipeline/layout.ts';
import type { PipelineSeries } from '#charts/pipeline/series.ts';
import { compactLeast, wideLeast } from '#charts/targets/row-heights.ts';
import type { ChartId } from '#charts/registry.ts';
import type { TargetsSeries } from '#charts/targets/series.ts';

/** Height under which a drawing can't be pressed; a picture with less room shows all of it, smaller. 0: any height will do. */
export const leastHeights: Readonly<Record<ChartId, (width: number, series: unknown) => number>> = {
  targets: (width, series) => {
    const { rows } = series as TargetsSeries;
    return width < 600 ? compactLeast(rows, width) : rows.reduce((sum, row) => sum + wideLeast(row), 46);
  },
  progress: () => 0,
  pipeline: (width, series) => pipelineLeast(series as PipelineSeries, width),
  changes: (_width, series) => changesLeast(series as ChangesSeries),
};
