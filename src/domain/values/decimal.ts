/**
 * An exact decimal number as text: optional minus, digits, optional point and digits; `-12.50`.
 * Never an exponent.
 */
export type Decimal = string;

interface Parts {
  readonly digits: bigint;
  /** Digits after the point. */
  readonly scale: number;
}

const shape = /^-?\d+(\.\d+)?$/;

/** Whether a text is a decimal. `1e3`, `NaN`, `+1`, `.5` and the empty text are not. */
export const isDecimal = (text: string): boolean => shape.test(text);

/** A decimal of the store: at most 18 digits before the point and 10 after it. */
export const storableDecimal = /^-?(0|[1-9]\d{0,17})(\.\d{1,10})?$/;

function parts(value: Decimal): Parts {
  if (!isDecimal(value)) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`);
  const point = value.indexOf('.');
  if (point < 0) return { digits: BigInt(value), scale: 0 };
  return {
    digits: BigInt(value.slice(0, point) + value.slice(point + 1)),
    scale: value.length - point - 1,
  };
}

function text({ digits, scale }: Parts): Decimal {
  const negative = digits < 0n;
  const plain = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = plain.slice(0, plain.length - scale);
  const fraction = plain.slice(plain.length - scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

const widen = ({ digits, scale }: Parts, to: number): bigint => digits * 10n ** BigInt(to - scale);

/** Quotient rounded to the nearest integer, halves away from zero (四舍五入). */
function divideHalfUp(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const quotient = (2n * x + y) / (2n * y);
  return negative ? -quotient : quotient;
}

/**
 * The exact sum.
 * @throws RangeError if a text is no decimal
 */
export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [parts(a), parts(b)];
  const scale = Math.max(x.scale, y.scale);
  return text({ digits: widen(x, scale) + widen(y, scale), scale });
}

/**
 * The exact sum of many; 0 of none.
 * @throws RangeError if a text is no decimal
 */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  const sums = new Map<number, bigint>();
  for (const value of values) {
    const { digits, scale } = parts(value);
    sums.set(scale, (sums.get(scale) ?? 0n) + digits);
  }
  const scale = Math.max(0, ...sums.keys());
  let digits = 0n;
  for (const [of, sum] of sums) digits += widen({ digits: sum, scale: of }, scale);
  return text({ digits, scale });
}

/**
 * The negated number; 0 stays 0.
 * @throws RangeError if the text is no decimal
 */
export const negateDecimal = (a: Decimal): Decimal => {
  const { digits, scale } = parts(a);
  return text({ digits: -digits, scale });
};

/** The exact difference. */
export const subtractDecimal = (a: Decimal, b: Decimal): Decimal => addDecimal(a, negateDecimal(b));

/**
 * The quotient, rounded half up to `places` digits after the point.
 * @throws for a divisor of 0
 */
export function divideDecimal(a: Decimal, b: Decimal, places: number): Decimal {
  const [x, y] = [parts(a), parts(b)];
  if (y.digits === 0n) throw new RangeError('division by zero');
  const power = places + y.scale - x.scale;
  const digits =
    power >= 0
      ? divideHalfUp(x.digits * 10n ** BigInt(power), y.digits)
      : divideHalfUp(x.digits, y.digits * 10n ** BigInt(-power));
  return text({ digits, scale: places });
}

/**
 * The exact product with a whole number.
 * @throws RangeError if a text is no decimal, or if the number is not whole
 */
export function multiplyDecimal(a: Decimal, by: number): Decimal {
  const { digits, scale } = parts(a);
  return text({ digits: digits * BigInt(by), scale });
}

/**
 * Counts how many times `part` is needed to reach `whole`; both are above 0.
 * @returns the smallest whole number whose product with `part` is at least `whole`
 * @throws RangeError if a text is no decimal, or if `part` is 0
 */
export function countToReach(whole: Decimal, part: Decimal): number {
  const [x, y] = [parts(whole), parts(part)];
  const scale = Math.max(x.scale, y.scale);
  const [p, q] = [widen(x, scale), widen(y, scale)];
  return Number((p + q - 1n) / q);
}

/**
 * Compares two decimals: −1, 0 or 1.
 * @throws RangeError if a text is no decimal
 */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = [parts(a), parts(b)];
  const scale = Math.max(x.scale, y.scale);
  const [p, q] = [widen(x, scale), widen(y, scale)];
  return p < q ? -1 : p > q ? 1 : 0;
}

/**
 * Counts the digits before the point, without leading zeros.
 * @returns n for a size of at least 10^(n − 1) and below 10^n; 0 below 1
 * @throws RangeError if the text is no decimal
 */
export function integerLength(value: Decimal): number {
  if (!isDecimal(value)) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`);
  return value.replace(/^-?0*|\..*/g, '').length;
}

/**
 * Rounds to `places` digits after the point, halves away from zero (四舍五入).
 * @throws RangeError if the text is no decimal
 */
export const roundHalfUp = (a: Decimal, places: number): Decimal => divideDecimal(a, '1', places);

/**
 * Rounds to a whole number, halves to the even neighbour.
 * @throws RangeError if the text is no decimal
 */
export function roundHalfEven(a: Decimal): Decimal {
  const { digits, scale } = parts(a);
  const unit = 10n ** BigInt(scale);
  const size = digits < 0n ? -digits : digits;
  const [whole, rest] = [size / unit, size % unit];
  const up = 2n * rest > unit || (2n * rest === unit && whole % 2n === 1n);
  return text({ digits: (digits < 0n ? -1n : 1n) * (up ? whole + 1n : whole), scale: 0 });
}

/**
 * The exact product a × 10^power; `power` may be negative.
 * @throws RangeError if the text is no decimal
 */
export function scaleByTen(a: Decimal, power: number): Decimal {
  const { digits, scale } = parts(a);
  return power >= scale
    ? text({ digits: digits * 10n ** BigInt(power - scale), scale: 0 })
    : text({ digits, scale: scale - power });
}

/**
 * The largest whole number not above `a`.
 * @throws RangeError if the text is no decimal
 */
export function floorDecimal(a: Decimal): Decimal {
  const { digits, scale } = parts(a);
  const unit = 10n ** BigInt(scale);
  const whole = digits / unit;
  return (digits < 0n && digits % unit !== 0n ? whole - 1n : whole).toString();
}

/** Whether a decimal is a whole number, as `12.00`. */
export const isWhole = (a: Decimal): boolean => compareDecimal(a, floorDecimal(a)) === 0;

/**
 * Converts a decimal to a double, for ratios, slopes and drawing. Sums need decimals.
 * @returns the nearest double
 * @throws RangeError if the text is no decimal
 */
export const toNumber = (a: Decimal): number => {
  parts(a);
  return Number(a);
};

/**
 * Rounds a computed number to 12 significant digits, without the noise of binary fractions.
 * @returns the double with this decimal form
 */
export const removeNoise = (value: number): number => Number(value.toPrecision(12));

/**
 * Writes a computed number without the noise of binary fractions: 12 significant digits.
 * @throws for NaN and the infinities
 */
export const roundNoise = (value: number): Decimal => fromNumber(removeNoise(value));

/**
 * Writes a computed number of a file, as `roundNoise` does.
 * @returns null without a number
 * @throws for NaN and the infinities
 */
export const writeComputed = (value: number | undefined): Decimal | null =>
  value === undefined ? null : roundNoise(value);

/**
 * The shortest decimal that converts back to the same double.
 * @throws for NaN and the infinities
 */
export function fromNumber(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const [mantissa = '0', exponent] = String(value).split('e');
  return exponent === undefined ? scaleByTen(mantissa, 0) : scaleByTen(mantissa, Number(exponent));
}

/**
 * Converts a computed number, as `fromNumber` does; a decimal stays as it is.
 * @throws RangeError for NaN and the infinities
 */
export const toDecimal = (value: string | number): Decimal =>
  typeof value === 'number' ? fromNumber(value) : value;
