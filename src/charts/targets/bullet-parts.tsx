import type { ReactElement } from 'react';
import { ink } from '#charts/kit/style/tokens.ts';
import { targetEnd } from '#charts/targets/layout/axis.ts';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';

/**
 * Bars of single rows of the targets table. All x are percentages of the bar's own width, so that
 * it fills its cell at any width, its text keeps its size, and nothing is measured. Marks are above
 * it, words below it; 12 px at its right are for the arrow.
 */
export interface BulletProps {
  readonly row: BulletRow;
  /** Height of the bar with its words, in px. */
  readonly height?: number;
  /** The smallest width, in px; longer words are shortened. Omitted: no words. */
  readonly room?: number;
}
export interface HeadProps {
  readonly heads: TargetsSeries['heads'];
  /** The smallest width, in px. */
  readonly room: number;
}

/** Distances from the top, in px: of the bar, its height, and the baseline of its words. */
export const [barTop, barPx, wordsY] = [9, 12, 39];

/** Writes a share as a percentage for an attribute, with at most three decimals. */
export const pc = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
/** Cuts a share of the width at its edges. @returns a share of the width from 0 to 1 */
export const part = (value: number, end: number): number => Math.min(Math.max(0, value), end) / end;
/** The position of a share of the target on the scale of the target, as a percentage. */
export const onTarget = (share: number): string => pc(part(share, targetEnd));

/** A vertical line of a bullet row, between two heights in pixels. */
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

/** Draws the bar of the value: hatched where it is invented; 2 px where it is 0. */
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

/** Draws the arrow at the right, and above the end of a bar the slashes that cut it. */
export function Beyond({ y, cut }: { readonly y: number; readonly cut: boolean }): ReactElement {
  return (
    <svg x="100%" y={y} width="1" height={barPx} overflow="visible" aria-hidden="true">
      {cut ? <path d="M-12 15l6 -18M-6 15l6 -18" stroke={ink('bg')} strokeWidth="2.5" /> : null}
      <path d="M2 6H11M7 2l4 4l-4 4" fill="none" stroke={ink('accent')} strokeWidth="1.8" />
    </svg>
  );
}
