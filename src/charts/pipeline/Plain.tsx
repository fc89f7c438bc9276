import type { ReactElement } from 'react';
import { DotMark } from './DotMark.tsx';
import { Ground, Names } from './Labels.tsx';
import { pipelineLayout } from './layout.ts';
import type { PipelineSeries } from './series-types.ts';

/**
 * The chart as its View draws it, without the library: for printing, where the library would draw
 * too late.
 */
export function PlainPipeline({
  series,
  width,
  height,
}: {
  readonly series: PipelineSeries;
  readonly width: number;
  readonly height: number;
}): ReactElement {
  const layout = pipelineLayout(series, width, height);
  return (
    <>
      <Ground series={series} layout={layout} width={width} />
      {layout.groups.flatMap(({ rows }) =>
        rows.flatMap((row) =>
          row.dots.map(({ dot, x, y }) => (
            <DotMark key={dot.code} dot={dot} x={x} y={y} radius={layout.radius} />
          )),
        ),
      )}
      <Names layout={layout} />
    </>
  );
}
