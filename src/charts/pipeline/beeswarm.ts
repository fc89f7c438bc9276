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
