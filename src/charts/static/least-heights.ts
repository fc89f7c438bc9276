import { changesLeast } from '#charts/changes/layout.ts';
import type { ChangesSeries } from '#charts/changes/series.ts';
import { pipelineLeast } from '#charts/pipeline/layout.ts';
import type { PipelineSeries } from '#charts/pipeline/series-types.ts';
import { targetsLeast } from '#charts/targets/layout/layout.ts';
import type { ChartId } from '#charts/registry.ts';
import type { TargetsSeries } from '#charts/targets/data/rows.ts';

/** Height under which a drawing can't be pressed; a picture with less room shows all of it, smaller. 0: any height will do. */
export const leastHeights: Readonly<Record<ChartId, (width: number, series: unknown) => number>> = {
  targets: (width, series) => targetsLeast(series as TargetsSeries, width),
  progress: () => 0,
  pipeline: (width, series) => pipelineLeast(series as PipelineSeries, width),
  changes: (width, series) => changesLeast(series as ChangesSeries, width),
};

interface PlotSize {
  readonly width: number;
  readonly height: number;
}
/**
 * The size at which a chart is drawn for its room in a picture: that of the room, or a larger one in the same proportion whose
 * height is enough. A wider drawing has more room for its words and may need another height, so it grows in steps.
 */
export function drawnSize(id: ChartId, room: PlotSize, series: unknown): PlotSize {
  let larger = 1;
  for (let tries = 0; tries < 20; tries += 1) {
    const least = leastHeights[id](room.width * larger, series);
    if (least <= room.height * larger) break;
    larger = Math.max(least / Math.max(1, room.height), larger * 1.002);
  }
  return { width: room.width * larger, height: room.height * larger };
}
