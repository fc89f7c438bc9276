import type { ReactElement } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Hatches } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { DatedMarks } from './DatedMarks.tsx';
import { progressLayout } from './layout.ts';
import { Labels, Marks } from './Marks.tsx';
import type { ProgressSeries } from './series-types.ts';

interface Row {
  readonly day: number;
  readonly v?: number | null;
  readonly plan?: number;
  readonly middle?: number;
  readonly outer?: readonly [number, number];
  readonly inner?: readonly [number, number];
}

/**
 * Makes one list of rows for all lines, by day. A line has values only on its own days; only the
 * plan and the cone connect across others.
 */
function rows(series: ProgressSeries): readonly Row[] {
  const { last, forecast } = series;
  const cone: Row[] =
    last === undefined || forecast === undefined
      ? []
      : [
          { day: last.day, middle: last.v, outer: [last.v, last.v], inner: [last.v, last.v] },
          {
            day: forecast.day,
            middle: forecast.p50,
            outer: [forecast.p10, forecast.p90],
            inner: [forecast.p25, forecast.p75],
          },
        ];
  const byDay = new Map<number, Row>();
  for (const row of [
    ...series.points.map(({ day, v }) => ({ day, v })),
    ...series.plan.map(({ day, v }) => ({ day, plan: v })),
    ...cone,
  ])
    byDay.set(row.day, { ...byDay.get(row.day), ...row });
  return [...byDay.values()].sort((a, b) => a.day - b.day);
}

const still = { isAnimationActive: false, activeDot: false } as const;

/** Draws the bands of the forecast, the plan and the middle of the forecast. */
const expectedMarks = (id: string): ReactElement => (
  <>
    <Area
      id={`${id}-outer`}
      dataKey="outer"
      fill={ink('cone-80')}
      fillOpacity={1}
      stroke="none"
      connectNulls
      type="linear"
      {...still}
    />
    <Area
      id={`${id}-inner`}
      dataKey="inner"
      fill={ink('cone-50')}
      fillOpacity={1}
      stroke="none"
      connectNulls
      type="linear"
      {...still}
    />
    <Line
      id={`${id}-plan`}
      dataKey="plan"
      stroke={ink('plan')}
      strokeWidth={1.5}
      strokeDasharray="5 3"
      dot={false}
      connectNulls
      type="linear"
      {...still}
    />
    <Line
      id={`${id}-middle`}
      dataKey="middle"
      stroke={ink('accent')}
      strokeWidth={1.5}
      strokeDasharray="1.5 3"
      strokeLinecap="round"
      dot={false}
      connectNulls
      type="linear"
      {...still}
    />
  </>
);
/** Draws the values of consecutive months. */
const measuredLine = (id: string, run: ProgressSeries['runs'][number]): ReactElement => (
  <Line
    key={run.from}
    id={`${id}-run-${run.from}`}
    data={[...run.points]}
    dataKey="v"
    stroke={ink('accent')}
    strokeWidth={2.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    dot={false}
    type="linear"
    {...still}
  />
);

/**
 * Draws one measure over months by Recharts at a fixed size. Every axis, domain and tick is
 * explicit; nothing is measured.
 */
export function View({ series, width, height, id, live }: ViewProps<ProgressSeries>): ReactElement {
  const layout = progressLayout(series, width, height);
  return (
    <ComposedChart
      id={id}
      width={width}
      height={height}
      margin={layout.margin}
      data={[...rows(series)]}
      accessibilityLayer={live}
      title=""
      desc=""
    >
      <Hatches id={id} />
      <XAxis
        dataKey="day"
        type="number"
        scale="linear"
        domain={[series.time.from, series.time.to]}
        ticks={[...series.time.strokes]}
        interval={0}
        hide
      />
      <YAxis
        type="number"
        domain={[0, series.max]}
        ticks={series.yTicks.map(({ v }) => v)}
        interval={0}
        width={0}
        hide
      />
      <CartesianGrid
        x={0}
        width={width - layout.margin.right}
        vertical={false}
        horizontalPoints={series.yTicks.map(({ v }) => layout.y(v))}
        stroke={ink('grid')}
      />
      {series.gaps.map((gap) => (
        <ReferenceArea
          key={gap.from}
          x1={gap.from}
          x2={gap.to}
          fill={`url(#${id}-missing)`}
          fillOpacity={1}
          stroke="none"
          ifOverflow="visible"
        />
      ))}
      {expectedMarks(id)}
      {series.runs.map((run) => measuredLine(id, run))}
      <ZIndexLayer zIndex={600}>
        <Marks series={series} layout={layout} />
        <DatedMarks series={series} layout={layout} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={2000}>
        <Labels series={series} layout={layout} width={width} height={height} />
      </ZIndexLayer>
    </ComposedChart>
  );
}
