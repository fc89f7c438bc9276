import type { ReactElement } from 'react';
import { ink } from '#charts/frame/tokens.ts';
import { bulletEnd, laneEnd, type TargetRow, type TargetsSeries } from './series.ts';

/**
 * Lanes of single ledger rows. All x are percentages of the lane's own width, so a lane fills its cell at any width,
 * its text keeps its size, and nothing is measured. `tight` leaves out what a cell under 220 px has no room for.
 */
export interface LaneProps {
  readonly row: TargetRow;
  readonly height?: number;
  readonly tight?: boolean;
  /** Prefix of the hatch patterns in the document; PageHatches makes `page`. */
  readonly hatch?: string;
  /** Inside a larger drawing: where the lane stands. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number | string;
}
export interface HeadProps {
  readonly heads: TargetsSeries['heads'];
  readonly tight?: boolean;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number | string;
}

export const pc = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
export const onBullet = (ratio: number): string => pc(Math.min(ratio, bulletEnd) / bulletEnd);
export const onLane = (share: number): string => pc(Math.min(share, laneEnd) / laneEnd);

export function Rule({
  x,
  from = 0,
  to,
  colour,
  width = 1,
}: {
  readonly x: string;
  readonly from?: number;
  readonly to: number;
  readonly colour: Parameters<typeof ink>[0];
  readonly width?: number;
}): ReactElement {
  return <line x1={x} x2={x} y1={from} y2={to} stroke={ink(colour)} strokeWidth={width} />;
}

/** The bar of what is: hatched when its value is invented, and never thinner than can be seen. */
export function Bar({
  share,
  y,
  height,
  fill,
  left = 0,
}: {
  readonly share: number;
  readonly y: number;
  readonly height: number;
  readonly fill: string;
  readonly left?: number;
}): ReactElement {
  return (
    <rect
      x={pc(left)}
      y={y + 0.5}
      width={pc(Math.max(share, 0.005))}
      height={height - 1}
      fill={fill}
      stroke={ink('accent')}
      strokeWidth="1"
    />
  );
}
export const fillOf = (row: TargetRow, hatch: string): string => (row.hatched ? `url(#${hatch}-example)` : ink('accent'));

/** Two slanted strokes over the end of a bar that is longer than the lane. */
export function CutMark({ y, height }: { readonly y: number; readonly height: number }): ReactElement {
  return (
    <svg x="100%" y={y - 3} width="1" height={height + 6} overflow="visible" aria-hidden="true">
      <path d={`M-13 ${height + 6}L-7 0M-8 ${height + 6}L-2 0`} stroke={ink('bg')} strokeWidth="2.5" />
    </svg>
  );
}
