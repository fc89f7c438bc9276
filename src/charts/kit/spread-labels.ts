/** The range of heights for labels, and the smallest distance of two, in logical px. */
interface SpreadOptions {
  readonly top?: number;
  readonly bottom: number;
  readonly apart: number;
}

/** Moves labels apart so that each has a line of its own, in their order from the top. */
export function spreadLabels(
  ideals: readonly number[],
  { top = Number.NEGATIVE_INFINITY, bottom, apart }: SpreadOptions,
): number[] {
  const order = ideals.map((y, at) => ({ y, at })).toSorted((a, b) => a.y - b.y || a.at - b.at);
  const positions: number[] = [];
  let least = top;
  for (const { y } of order) {
    const next = Math.max(y, least);
    positions.push(next);
    least = next + apart;
  }
  let most = bottom;
  for (let at = positions.length - 1; at >= 0; at -= 1) {
    positions[at] = Math.min(positions[at] ?? most, most);
    most = (positions[at] ?? most) - apart;
  }
  const result: number[] = Array<number>(ideals.length).fill(0);
  for (const [rank, { at }] of order.entries()) result[at] = positions[rank] ?? 0;
  return result;
}
