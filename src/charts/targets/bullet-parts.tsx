import type { ReactElement } from 'react';
import { ink } from '#charts/kit/style/tokens.ts';
import { targetEnd } from '#charts/targets/layout/axis.ts';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';

/**
 * Lanes of single ledger rows. All x are percentages of the lane's own width, so a lane fills its
 * cell at any width, its text keeps its size, and nothing is measured. Marks stand above, words
 * below them; right of the lane 12 px are for the arrow.
 */
export interface BulletProps {
  readonly row: BulletRow;
  /** Of the lane, in px. */
  readonly height?: number;
  /**
   * The least width that the lane has, in px: words that need more are shortened. Absent: the lane
   * has no words.
   */
  readonly room?: number;
}
export interface HeadProps {
  readonly heads: TargetsSeries['heads'];
  /** The least width that the lane has, in px. */
  readonly room: number;
}

/** Places from the top of a lane, in px: its bar, and the baseline of its words. */
export const [barTop, barPx, wordsY] = [9, 12, 39];

export const pc = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
/** A share of the lane's width that ends at its edges. */
export const part = (value: number, end: number): number => Math.min(Math.max(0, value), end) / end;
export const onTarget = (share: number): string => pc(part(share, targetEnd));

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

/** The bar of what is: hatched where its value is invented; 2 px where it is 0. */
export function Bar({
  row,
  share,
  y,
}: {
  readonly row: BulletRow;
  readonly share: number;
  readonly y: number;
}): ReactElement {
  const fill = row.hatched ? 'url(#page-example)' : ink('accent');
  const box = { x: 0, y: y + 0.5, height: barPx - 1, fill, stroke: ink('accent'), strokeWidth: 1 };
  return share <= 0 ? <rect {...box} width="1" /> : <rect {...box} width={pc(share)} />;
}

/** The arrow right of a lane, and over the end of a bar the slashes that cut it. */
export function Beyond({ y, cut }: { readonly y: number; readonly cut: boolean }): ReactElement {
  return (
    <svg x="100%" y={y} width="1" height={barPx} overflow="visible" aria-hidden="true">
      {cut ? <path d="M-12 15l6 -18M-6 15l6 -18" stroke={ink('bg')} strokeWidth="2.5" /> : null}
      <path d="M2 6H11M7 2l4 4l-4 4" fill="none" stroke={ink('accent')} strokeWidth="1.8" />
    </svg>
  );
}
