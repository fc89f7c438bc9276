import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Shapes } from '#charts/kit/shapes/Shapes.tsx';
import type { BreakdownSeries } from './data/series.ts';
import { layBreakdown } from './layout/layout.ts';

/** Draws a breakdown as plain SVG, from computed places. */
export const View = ({ series, width, height }: ViewProps<BreakdownSeries>): ReactElement => (
  <Shapes shapes={layBreakdown(series, width).shapes} width={width} height={height} />
);
