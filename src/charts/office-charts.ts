import type { Overview } from '#domain/overview/overview.ts';
import { changesNative } from '#charts/changes/office-chart.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { NativeChart } from '#charts/kit/office-chart.ts';
import { pipelineNative } from '#charts/pipeline/office-chart.ts';
import { progressNative } from '#charts/progress/office-chart.ts';
import type { ChartId } from './registry.ts';
import { targetsNative } from '#charts/targets/office-chart.ts';

/**
 * Each chart as an office program draws and edits it, from the rows of its table; undefined where there is nothing to draw.
 * Apart from the definitions, because pages never need it.
 */
export const natives: Readonly<
  Record<ChartId, (overview: Overview, context: ChartContext) => NativeChart | undefined>
> = {
  targets: targetsNative,
  progress: progressNative,
  pipeline: pipelineNative,
  changes: changesNative,
};
