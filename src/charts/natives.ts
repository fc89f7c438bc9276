import type { Overview } from '#domain/overview.ts';
import { changesNative } from './changes/native.ts';
import type { ChartContext } from './definition.ts';
import type { NativeChart } from './native.ts';
import { pipelineNative } from './pipeline/native.ts';
import { progressNative } from './progress/native.ts';
import type { ChartId } from './registry.ts';
import { targetsNative } from './targets/native.ts';

/**
 * Each chart as an office program draws and edits it, from the rows of its table; undefined where there is nothing to draw.
 * Apart from the definitions, because pages never need it.
 */
export const natives: Readonly<Record<ChartId, (overview: Overview, context: ChartContext) => NativeChart | undefined>> = {
  targets: targetsNative,
  progress: progressNative,
  pipeline: pipelineNative,
  changes: changesNative,
};
