import type { TableFigure } from './table.ts';

/** A place in a drawing that can have the focus, in logical coordinates. */
export interface FocusPoint {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** Half the width of a long mark: a pointer anywhere on it selects the point. */
  readonly half?: number;
  /** The figure of the mark: a press opens its explanation. */
  readonly figure?: TableFigure;
  /** Code of the project that a press opens, where the mark is a single project. */
  readonly open?: string;
}

/** Keyboard and pointer focus of a chart. */
export interface ChartFocus<Series> {
  /** The focus points of a drawing of this size, in reading order. */
  points(series: Series, width: number, height: number): readonly FocusPoint[];
  /** The largest distance of a pointer from a point, in logical px. */
  readonly reach: { readonly x: number; readonly y: number };
  /** The axis along which the nearest point is chosen. */
  readonly along: 'x' | 'y' | 'both';
  /** The mark of the point in focus. `line` is a ring on a vertical line. */
  readonly mark: 'none' | 'ring' | 'line';
}

/** A reach without limit. */
export const anyDistance = Number.POSITIVE_INFINITY;

/**
 * Finds the focus point under a pointer.
 *
 * @param x - logical px from the left of the drawing
 * @param y - logical px from its top
 * @returns the index of the point; undefined where none is in reach
 */
export function nearestFocusPoint(
  { reach, along }: Pick<ChartFocus<unknown>, 'reach' | 'along'>,
  points: readonly FocusPoint[],
  x: number,
  y: number,
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, point] of points.entries()) {
    const dx = Math.max(0, Math.abs(point.x - x) - (point.half ?? 0));
    const dy = Math.abs(point.y - y);
    if (dx > reach.x || dy > reach.y) continue;
    const distance = along === 'x' ? dx : along === 'y' ? dy : Math.hypot(dx, dy);
    if (distance < least) [least, best] = [distance, index];
  }
  return best;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};
/**
 * Moves the focus by a key.
 *
 * @param current - the index of the point in focus, if any
 * @param count - the number of points
 * @returns the index of the next point; undefined for keys that do not move the focus
 */
export function moveFocus(
  key: string,
  current: number | undefined,
  count: number,
): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return undefined;
  if (current === undefined) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, current + step));
}
