import type { Dot, StageRow } from './series-types.ts';

/**
 * Computes vertical offsets that keep dots of one row apart. Each dot takes the smallest offset at
 * which it touches no earlier dot, else the one that is furthest from the others. Greedy from left
 * to right; nothing is random. `room` is the largest offset within the row.
 */
export function swarmOffsets(
  xs: readonly number[],
  distance: number,
  room: number,
): readonly number[] {
  const step = Math.max(2, Math.min(distance * 0.86, room));
  const offsets = [0];
  for (let size = step; size <= room + 0.01; size += step) offsets.push(-size, size);
  const order = xs.map((_, index) => index).sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
  const result: number[] = xs.map(() => 0);
  const positions: { readonly x: number; readonly offset: number }[] = [];
  for (const index of order) {
    const x = xs[index] ?? 0;
    const near = positions.slice(-120).filter((other) => x - other.x < distance);
    let best = 0;
    let widest = -1;
    for (const offset of offsets) {
      const gap = near.reduce(
        (least, other) => Math.min(least, Math.hypot(x - other.x, offset - other.offset)),
        Number.POSITIVE_INFINITY,
      );
      if (gap > widest + 1e-9) {
        widest = gap;
        best = offset;
      }
      if (gap >= distance - 0.6) break;
    }
    result[index] = best;
    positions.push({ x, offset: best });
  }
  return result;
}

export interface PlacedDot {
  readonly dot: Dot;
  readonly x: number;
  readonly y: number;
}
/** The room of the dots of a row, in px. */
interface DotRoom {
  /** The place of an amount of 0. Dots without an amount are left of it, down to `left`. */
  readonly zero: number;
  readonly left: number;
  readonly middle: number;
  readonly rowHeight: number;
  readonly radius: number;
}
/** Places the dots of a row: by their amounts, and those without one left of the axis. */
export function placeDots(
  row: StageRow,
  x: (value: number) => number,
  { zero, left, middle, rowHeight, radius }: DotRoom,
): readonly PlacedDot[] {
  const knownDots = row.dots.filter((dot) => dot.v !== null);
  const xs = knownDots.map((dot) => x(dot.v ?? 0));
  const offsets = swarmOffsets(xs, radius * 2, Math.max(0, rowHeight / 2 - radius - 1));
  const unknownDots = row.dots.filter((dot) => dot.v === null);
  const room = Math.max(1, Math.floor((zero - 14 - left) / (radius * 2)) + 1);
  const per = Math.max(1, Math.ceil(unknownDots.length / room));
  return [
    ...knownDots.map((dot, index) => ({
      dot,
      x: xs[index] ?? 0,
      y: middle + (offsets[index] ?? 0),
    })),
    ...unknownDots.map((dot, index) => ({
      dot,
      x: zero - 14 - Math.floor(index / per) * radius * 2.1,
      y:
        middle +
        (per === 1
          ? 0
          : ((index % per) - (per - 1) / 2) * Math.min(radius * 2, (rowHeight - radius * 2) / per)),
    })),
  ];
}
