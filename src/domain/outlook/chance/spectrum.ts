/** Complex values at the frequencies 0 … length ÷ 2 of a circle; those beyond are conjugate. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** A circle of cells with its waves. The length is a power of two. */
export interface Circle {
  readonly length: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** Makes a circle of cells. `length` is a power of two. */
export function makeCircle(length: number): Circle {
  const turn = (2 * Math.PI) / length;
  return {
    length,
    cos: Float64Array.from({ length }, (_, at) => Math.cos(turn * at)),
    sin: Float64Array.from({ length }, (_, at) => Math.sin(turn * at)),
  };
}

const frequencies = ({ length }: Circle): number => length / 2 + 1;

/** A spectrum with one value everywhere. */
export const flatSpectrum = (circle: Circle, value: number): Spectrum => ({
  re: new Float64Array(frequencies(circle)).fill(value),
  im: new Float64Array(frequencies(circle)),
});

/** The spectrum of a few cells, each with its weight. */
export function computeSpectrum(circle: Circle, cells: ReadonlyMap<number, number>): Spectrum {
  const { length, cos, sin } = circle;
  const spectrum = flatSpectrum(circle, 0);
  const { re, im } = spectrum;
  // the remainder by a power of two, in a third of the time of a division
  const last = length - 1;
  for (const [cell, weight] of cells) {
    let at = 0;
    for (let f = 0; f < re.length; f += 1) {
      re[f] = (re[f] ?? 0) + weight * (cos[at] ?? 0);
      im[f] = (im[f] ?? 0) - weight * (sin[at] ?? 0);
      at = (at + cell) & last;
    }
  }
  return spectrum;
}

/** Multiplies a spectrum by rest + factor × other. */
export function multiplySpectrum(
  { re, im }: Spectrum,
  other: Spectrum,
  rest: number,
  factor: number,
): void {
  for (let f = 0; f < re.length; f += 1) {
    const a = re[f] ?? 0;
    const b = im[f] ?? 0;
    const c = rest + factor * (other.re[f] ?? 0);
    const d = factor * (other.im[f] ?? 0);
    re[f] = a * c - b * d;
    im[f] = a * d + b * c;
  }
}

/** Mean, variance and third cumulant of a sum, in cells. */
export interface Cumulants {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
}

/** Multiplies a spectrum by that of a sum of many small amounts, known by its cumulants. */
export function multiplyCumulants(
  circle: Circle,
  { re, im }: Spectrum,
  { mean, variance, third }: Cumulants,
): void {
  for (let f = 0; f < re.length; f += 1) {
    const turn = (2 * Math.PI * f) / circle.length;
    const size = Math.exp((-variance * turn * turn) / 2);
    const angle = -mean * turn + (third * turn ** 3) / 6;
    const [a, b] = [re[f] ?? 0, im[f] ?? 0];
    const [c, d] = [size * Math.cos(angle), size * Math.sin(angle)];
    re[f] = a * c - b * d;
    im[f] = a * d + b * c;
  }
}

/** The position of each value after its bits are reversed. */
function swapByBits(re: Float64Array, im: Float64Array): void {
  const { length } = re;
  for (let at = 0, reversedAt = 0; at < length; at += 1) {
    if (at < reversedAt)
      for (const part of [re, im])
        [part[at], part[reversedAt]] = [part[reversedAt] ?? 0, part[at] ?? 0];
    let bit = length >> 1;
    while (bit > 0 && (reversedAt & bit) !== 0) {
      reversedAt ^= bit;
      bit >>= 1;
    }
    reversedAt |= bit;
  }
}

/** The cells of a spectrum: the inverse fast Fourier transform, radix 2. */
export function computeCells(circle: Circle, spectrum: Spectrum): Float64Array {
  const { length, cos, sin } = circle;
  const half = length / 2;
  const at = (f: number): number => (f <= half ? f : length - f);
  const re = Float64Array.from({ length }, (_, f) => spectrum.re[at(f)] ?? 0);
  const im = Float64Array.from(
    { length },
    (_, f) => (spectrum.im[at(f)] ?? 0) * (f <= half ? 1 : -1),
  );
  swapByBits(re, im);
  for (let size = 2; size <= length; size *= 2)
    for (let start = 0; start < length; start += size)
      for (let k = 0; k < size / 2; k += 1) {
        const low = start + k;
        const high = low + size / 2;
        const wave = (length / size) * k;
        const c = cos[wave] ?? 0;
        const d = sin[wave] ?? 0;
        const x = re[high] ?? 0;
        const y = im[high] ?? 0;
        const u = x * c - y * d;
        const v = x * d + y * c;
        re[high] = (re[low] ?? 0) - u;
        im[high] = (im[low] ?? 0) - v;
        re[low] = (re[low] ?? 0) + u;
        im[low] = (im[low] ?? 0) + v;
      }
  return re.map((value) => value / length);
}
