import { removeNoise } from '#domain/values/decimal.ts';

/**
 * Round numbers from zero to at least `max`: 1, 2, 2.5 or 5 times a power of ten apart, about
 * `count` of them.
 */
export function roundTicks(max: number, count: number): readonly number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1];
  const raw = max / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step =
    [1, 2, 2.5, 5, 10]
      .map((factor) => factor * power)
      .find((candidate) => candidate >= raw * 0.999) ?? 10 * power;
  const ticks: number[] = [];
  for (let index = 0; index * step < max + step * 0.001 || index < 2; index += 1)
    ticks.push(removeNoise(index * step));
  return ticks;
}

/** Round numbers from zero to at least `max`, so that no value is above the last one. */
export function ticksOver(max: number, count: number): readonly number[] {
  const ticks = roundTicks(max, count);
  const [last = 0, before = 0] = [ticks.at(-1), ticks.at(-2)];
  return last >= max ? ticks : [...ticks, removeNoise(last + last - before)];
}

/** Finds the decimals that ticks need to differ. @returns digits after the point */
export const tickDigits = (ticks: readonly number[]): number =>
  Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));

/** A straight scale from values to pixels. */
export const linear =
  (from: number, to: number, low: number, high: number) =>
  (value: number): number =>
    low + ((value - from) / (to - from || 1)) * (high - low);
