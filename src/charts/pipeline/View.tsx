import type { ReactElement } from 'react';
import { Scatter, ScatterChart, type ScatterPointItem, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { ViewProps } from '#charts/kit/definition.ts';
import { markPaint, markPath, markToken, findMarkShape } from '#charts/kit/style/industry-marks.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import { type PlacedDot, pipelineLayout } from './layout.ts';
import type { Dot, PipelineSeries } from './series-types.ts';
import { Ground, Names } from './Labels.tsx';

/**
 * A project's mark: that of its industry; a dashed ring where the amount is not disclosed, a square
 * where it is in another currency.
 */
export function DotMark({
  dot,
  x,
  y,
  radius,
}: {
  readonly dot: Dot;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}): ReactElement {
  const colour = ink(markToken(dot.mark));
  const side = radius * 2 - 2.4;
  if (dot.other === true)
    return (
      <rect
        x={x - side / 2}
        y={y - side / 2}
        width={side}
        height={side}
        fill={ink('bg')}
        stroke={colour}
        strokeWidth="1.8"
      />
    );
  if (dot.v === null)
    return (
      <circle
        cx={x}
        cy={y}
        r={radius - 0.8}
        fill={ink('bg')}
        stroke={colour}
        strokeWidth="1.8"
        strokeDasharray="2.4 1.8"
      />
    );
  const shape = findMarkShape(dot.mark);
  const path = markPath(shape, x, y, radius);
  // paper around a solid mark keeps two that touch apart
  return shape === 'circle' || shape === 'diamond' ? (
    <path d={path} fill={colour} stroke={ink('bg')} strokeWidth="1" />
  ) : (
    <path d={path} {...markPaint(shape, colour)} />
  );
}

/**
 * Projects by stage in Recharts: the axes are in pixels of the plot, since the offsets of the dots
 * are pixels too.
 */
export function View({ series, width, height, id, live }: ViewProps<PipelineSeries>): ReactElement {
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
