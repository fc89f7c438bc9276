/** An exact number: `n` over `d`, in lowest terms, `d` above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const absolute = (x: bigint): bigint => (x < 0n ? -x : x);
function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws RangeError when `d` is 0. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('division by 0');
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = commonDivisor(top, bottom) || 1n;
  return { n: (sign * top) / divisor, d: (sign * bottom) / divisor };
}
export const zero = fraction(0);
export const one = fraction(1);

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const floor = (a: Fraction): bigint => (a.n >= 0n ? a.n / a.d : -((-a.n + a.d - 1n) / a.d));
/** Below 0, 0 or above 0, as `a` is less than, equal to or more than `b`. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);
export const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

/** @param text a plain decimal as `-350.05`. */
export function parseDecimal(text: string): Fraction {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new SyntaxError(`not a decimal: ${text}`);
  return fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}
/** The nearest floating point number, within a few units of its last place. */
export const toNumber = ({ n, d }: Fraction): number => Number(n) / Number(d);

/** Percentile of type 7: linear between the order statistics. `p` is 0 to 1. */
export function percentile(values: readonly Fraction[], p: Fraction): Fraction | undefined {
  const ascending = values.toSorted(compare);
  const at = multiply(fraction(ascending.length - 1), p);
  const low = Number(floor(at));
  const [a, b] = [ascending[low], ascending[Math.min(low + 1, ascending.length - 1)]];
  if (a === undefined || b === undefined) return undefined;
  return add(a, multiply(subtract(b, a), subtract(at, fraction(low))));
}
export const median = (values: readonly Fraction[]): Fraction | undefined =>
  percentile(values, fraction(1, 2));
