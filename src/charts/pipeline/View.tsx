import type { ReactElement } from 'react';
import { Scatter, ScatterChart, type ScatterPointItem, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { ViewProps } from '#charts/kit/definition.ts';
import { DotMark } from './DotMark.tsx';
import type { PlacedDot } from './beeswarm.ts';
import { pipelineLayout } from './layout.ts';
import type { PipelineSeries } from './series-types.ts';
import { Ground, Names } from './Labels.tsx';
import { PlainPipeline } from './Plain.tsx';

/**
 * Draws projects by stage. Only the dots of projects need Recharts: a register whose stages are all
 * distributions or totals has none, and is drawn at once.
 */
export function View(props: ViewProps<PipelineSeries>): ReactElement {
  const { series, width, height } = props;
  const hasDots = series.groups.some(({ rows }) => rows.some(({ dots }) => dots.length > 0));
  if (hasDots) return <Dots {...props} />;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <PlainPipeline series={series} width={width} height={height} />
    </svg>
  );
}

/** The axes are in pixels of the plot, since the offsets of the dots are pixels too. */
function Dots({ series, width, height, id, live }: ViewProps<PipelineSeries>): ReactElement {
  const layout = pipelineLayout(series, width, height);
  const dots: PlacedDot[] = layout.groups.flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.dots]),
  );
  const shape = (point: ScatterPointItem): ReactElement => {
    const { dot, x, y } = point.payload as PlacedDot;
    return <DotMark dot={dot} x={x} y={y} radius={layout.radius} />;
  };
  return (
    <ScatterChart
      id={id}
      width={width}
      height={height}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={live}
      title=""
      desc=""
    >
      <XAxis dataKey="x" type="number" domain={[0, width]} ticks={[0, width]} interval={0} hide />
      <YAxis
        dataKey="y"
        type="number"
        domain={[0, height]}
        ticks={[0, height]}
        interval={0}
        width={0}
        hide
        reversed
      />
      <Ground series={series} layout={layout} width={width} />
      <Scatter id={`${id}-dots`} data={dots} shape={shape} isAnimationActive={false} />
      <ZIndexLayer zIndex={2000}>
        <Names layout={layout} />
      </ZIndexLayer>
    </ScatterChart>
  );
}
