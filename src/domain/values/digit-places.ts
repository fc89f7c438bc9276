import {
  compareDecimal,
  type Decimal,
  toDecimal,
  roundHalfUp,
  scaleByTen,
  subtractDecimal,
} from './decimal.ts';

/**
 * Finds the digits after the point with which a number other than 0 does not read as 0.
 * @returns `digits`, or more up to `most`; `digits` if `most` is not enough
 */
export function visibleDigits(value: Decimal, digits: number, most: number): number {
  for (let places = digits; places <= most; places += 1)
    if (roundHalfUp(value, places) !== '0') return places;
  return digits;
}

/**
 * The largest number of digits that are added so that rounding reaches no edge that the exact value
 * has not reached.
 */
const moreDigits = 2;

/**
 * Finds the digits after the point, from `digits` to `most`, with which rounding reaches no edge
 * that the value has not reached.
 * @returns undefined where even `most` digits reach an edge
 */
export function findDigitsBelow(
  value: Decimal,
  edges: readonly Decimal[],
  digits: number,
  most = digits + moreDigits,
): number | undefined {
  const reaches = (number: Decimal, edge: Decimal): boolean => compareDecimal(number, edge) >= 0;
  const isTrue = (places: number): boolean =>
    edges.every((edge) => reaches(roundHalfUp(value, places), edge) === reaches(value, edge));
  for (let places = digits; places <= most; places += 1) if (isTrue(places)) return places;
  return undefined;
}

/**
 * Counts the digits after the point of an exact number.
 * @returns 0 for a whole number without a point
 */
export const countDecimals = (value: Decimal): number =>
  value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;

/**
 * Finds the digits with which the shown numbers subtract to the shown difference.
 * @param power the power of ten of the displayed unit, as 8 for 亿元
 * @returns digits after the point in the displayed unit: `digits`, or as many more as needed
 */
export function agreeingDigits(
  now: string | number,
  plan: string | number,
  digits: number,
  power = 0,
): number {
  const [a, b] = [scaleByTen(toDecimal(now), -power), scaleByTen(toDecimal(plan), -power)];
  const agrees = (n: number): boolean =>
    subtractDecimal(roundHalfUp(a, n), roundHalfUp(b, n)) === roundHalfUp(subtractDecimal(a, b), n);
  let places = digits;
  while (places < Math.max(countDecimals(a), countDecimals(b)) && !agrees(places)) places += 1;
  return places;
}
