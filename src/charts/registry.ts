import { changes } from '#charts/changes/definition.ts';
import type { ChartDefinition, ChartOptions } from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { pipeline } from '#charts/pipeline/definition.ts';
import { progress } from '#charts/progress/definition.ts';
import { targets } from '#charts/targets/definition.ts';

/**
 * The charts of the overview, by id: the only file that names them. Every page may load it.
 */
export const charts = { targets, progress, pipeline, changes } as const satisfies Readonly<
  Record<string, ChartDefinition<unknown>>
>;
export type ChartId = keyof typeof charts;
export const chartIds = Object.keys(charts) as readonly ChartId[];
/** Whether a text is the id of a chart of the overview. */
export const isChartId = (id: string): id is ChartId => Object.hasOwn(charts, id);

/** A chart whose series only its own View reads. */
export const findChart = (id: ChartId): ChartDefinition<unknown> => charts[id];

/** Whether an overview, or the part of it in a shared link, has every part that a chart needs. */
export const canDraw = (
  id: ChartId,
  parts: { readonly [K in keyof Overview]?: unknown },
): boolean => findChart(id).needs.every((part) => parts[part] !== undefined);

/** Whether a chart compares two days, and so needs the bridge between them. */
export const comparesDays = (id: ChartId): boolean => findChart(id).needs.includes('bridge');

export interface Figure {
  readonly id: ChartId;
  readonly options: ChartOptions;
}
/** Lists every figure of an overview: each chart once, or once for each measure. */
export const listFigures = (overview: Overview): readonly Figure[] =>
  chartIds
    .filter((id) => canDraw(id, overview))
    .flatMap((id): readonly Figure[] =>
      charts[id].isPerMeasure
        ? overview.targets
            .filter(({ kind }) => kind !== 'qualitative')
            .map(({ indicator: measure }) => ({ id, options: { measure } }))
        : [{ id, options: {} }],
    );
