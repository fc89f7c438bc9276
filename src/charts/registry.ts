import { changes } from '#charts/changes/definition.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { pipeline } from '#charts/pipeline/definition.ts';
import { progress } from '#charts/progress/definition.ts';
import { targets } from '#charts/targets/definition.ts';

/** Every chart, by id: the only file that names them all. A View of the same id stands in views.ts. */
export const charts = { targets, progress, pipeline, changes } as const satisfies Readonly<
  Record<string, ChartDefinition<unknown>>
>;
export type ChartId = keyof typeof charts;
export const chartIds = Object.keys(charts) as readonly ChartId[];
export const isChartId = (id: string): id is ChartId => Object.hasOwn(charts, id);

/** A chart whose series only its own View reads. */
export const chartOf = (id: ChartId): ChartDefinition<unknown> => charts[id];
