import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Hatches } from '#charts/kit/style/Ink.tsx';
import { Bars } from './Bars.tsx';
import { Lines } from './Lines.tsx';
import type { ChartSeries } from './series-types.ts';

/** Draws bars by period, or totals as lines, as plain SVG from computed places. */
export function View({ series, width, height, id }: ViewProps<ChartSeries>): ReactElement {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Hatches id={id} />
      {series.form === 'cumulative' ? (
        <Lines series={series} width={width} />
      ) : (
        <Bars series={series} width={width} id={id} />
      )}
    </svg>
  );
}
