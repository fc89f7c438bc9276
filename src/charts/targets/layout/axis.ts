import { linear } from '#charts/kit/style/scale.ts';

/** The end of the scale of the plan, as value ÷ plan to date. */
export const planEnd = 2;
/** The end of the scale of the target, as value ÷ target. */
export const targetEnd = 1.25;
/** The room right of a bar that is reserved for the arrow, in px. */
export const arrowRoom = 12;

/**
 * A scale of shares from 0, or from −25 % where a value is below 0, to `end`. Shares beyond it are
 * cut at its ends.
 */
export interface ShareScale {
  readonly x: (share: number) => number;
  readonly left: number;
  readonly right: number;
  readonly isBeyond: (share: number) => boolean;
}

/** The scale of a plot from `left` to `right` px, whose last px are for the arrow. */
export function shareScale(lowest: number, left: number, right: number): ShareScale {
  const [low, edge] = [lowest < 0 ? -0.25 : 0, right - arrowRoom];
  const place = linear(low, targetEnd, left, edge);
  return {
    x: (share) => place(Math.min(Math.max(low, share), targetEnd)),
    left,
    right: edge,
    isBeyond: (share) => share > targetEnd,
  };
}
