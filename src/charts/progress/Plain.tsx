import type { ReactElement } from 'react';
import { Hatches } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { DatedMarks } from './DatedMarks.tsx';
import { type ProgressLayout, progressLayout } from './layout.ts';
import { Labels, Marks } from './Marks.tsx';
import type { ProgressSeries } from './series-types.ts';

type Scales = Pick<ProgressLayout, 'x' | 'y'>;
const path = (
  points: readonly { readonly day: number; readonly v: number }[],
  { x, y }: Scales,
): string => points.map(({ day, v }, at) => `${at === 0 ? 'M' : 'L'}${x(day)} ${y(v)}`).join('');

/** A band of the forecast, from the last value to its two ends. */
const band = (
  from: { readonly day: number; readonly v: number },
  day: number,
  [low, high]: readonly [number, number],
  scales: Scales,
): string => `${path([from, { day, v: low }, { day, v: high }], scales)}Z`;

function Forecast({
  series: { last, forecast },
  scales,
}: {
  readonly series: ProgressSeries;
  readonly scales: Scales;
}): ReactElement | null {
  if (last === undefined || forecast === undefined) return null;
  const { day, p10, p25, p50, p75, p90 } = forecast;
  return (
    <>
      <path d={band(last, day, [p10, p90], scales)} fill={ink('cone-80')} />
      <path d={band(last, day, [p25, p75], scales)} fill={ink('cone-50')} />
      <path
        d={path([last, { day, v: p50 }], scales)}
        fill="none"
        stroke={ink('accent')}
        strokeWidth="1.5"
        strokeDasharray="1.5 3"
        strokeLinecap="round"
      />
    </>
  );
}

/**
 * The chart as its View draws it, without the library: for printing, where the library would draw
 * too late.
 */
export function PlainProgress({
  series,
  width,
  height,
  id,
}: {
  readonly series: ProgressSeries;
  readonly width: number;
  readonly height: number;
  readonly id: string;
}): ReactElement {
  const layout = progressLayout(series, width, height);
  const { x, y, margin } = layout;
  return (
    <>
      <Hatches id={id} />
      {series.yTicks.map(({ v }) => (
        <line key={v} x1={0} x2={width - margin.right} y1={y(v)} y2={y(v)} stroke={ink('grid')} />
      ))}
      {series.gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={x(from)}
          y={margin.top}
          width={x(to) - x(from)}
          height={height - margin.bottom - margin.top}
          fill={`url(#${id}-missing)`}
        />
      ))}
      <Forecast series={series} scales={layout} />
      <path
        d={path(series.plan, layout)}
        fill="none"
        stroke={ink('plan')}
        strokeWidth="1.5"
        strokeDasharray="5 3"
      />
      {series.runs.map((run) => (
        <path
          key={run.from}
          d={path(run.points, layout)}
          fill="none"
          stroke={ink('accent')}
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
      <Marks series={series} layout={layout} />
      <DatedMarks series={series} layout={layout} />
      <Labels series={series} layout={layout} width={width} height={height} />
    </>
  );
}
