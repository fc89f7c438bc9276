import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Bars } from './Bars.tsx';
import { Lines } from './Lines.tsx';
import { Rows } from './Rows.tsx';
import type { TimelineSeries } from './series.ts';

const forms = { rows: Rows, lines: Lines, quarters: Bars };

/**
 * Draws milestones over time: rows for a few projects, lines for many, quarters for a large
 * register.
 */
export function View({
  series,
  width,
  height,
}: ViewProps<TimelineSeries | undefined>): ReactElement {
  const Form = series === undefined ? undefined : forms[series.form];
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {series === undefined || Form === undefined ? null : <Form series={series} width={width} />}
    </svg>
  );
}
