import type { ComponentType } from 'react';
import { View as ChangesView } from '#charts/changes/View.tsx';
import type { ViewProps } from '#charts/kit/definition.ts';
import { View as PipelineView } from '#charts/pipeline/View.tsx';
import { View as ProgressView } from '#charts/progress/View.tsx';
import type { ChartId } from './registry.ts';
import { View as TargetsView } from '#charts/targets/View.tsx';

/**
 * The drawing of each chart. Loads Recharts, so the page fetches this file only when the reader can
 * use it.
 */
export const views = {
  targets: TargetsView,
  progress: ProgressView,
  pipeline: PipelineView,
  changes: ChangesView,
} as const satisfies Readonly<Record<ChartId, ComponentType<never>>>;

/** The View of a chart, for a series made by the same id. */
export const findView = (id: ChartId): ComponentType<ViewProps<unknown>> =>
  views[id] as ComponentType<ViewProps<unknown>>;
