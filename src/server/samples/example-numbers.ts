/** Makes a generator of numbers from 0 to 1 (mulberry32). The sequence is the same on every run. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
/** Returns a whole number from low to high. */
export const between = (next: () => number, low: number, high: number): number =>
  low + Math.floor(next() * (high - low + 1));
