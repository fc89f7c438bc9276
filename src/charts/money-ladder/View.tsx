import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Shapes } from '#charts/kit/shapes/Shapes.tsx';
import { layLadder } from './layout.ts';
import type { LadderSeries } from './series.ts';

/** Draws the money ladder as plain SVG, from computed places. */
export const View = ({ series, width, height }: ViewProps<LadderSeries>): ReactElement => (
  <Shapes shapes={layLadder(series, width).shapes} width={width} height={height} />
);
