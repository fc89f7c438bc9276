import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Shapes } from '#charts/kit/shapes/Shapes.tsx';
import { laySizes } from './layout.ts';
import type { SizeSeries } from './series.ts';

/** Draws the sizes of projects as plain SVG, from computed places. */
export const View = ({ series, width, height }: ViewProps<SizeSeries>): ReactElement => (
  <Shapes shapes={laySizes(series, width).shapes} width={width} height={height} />
);
