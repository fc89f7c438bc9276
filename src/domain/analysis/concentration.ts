import { compact } from '#domain/values/compact.ts';
import {
  compareDecimal,
  type Decimal,
  divideDecimal,
  floorDecimal,
  scaleByTen,
  subtractDecimal,
} from '#domain/values/decimal.ts';

/** The shares of the largest parts in a whole. All figures exclude parts of 0 or less. */
export interface Concentration {
  /** Parts above 0. */
  readonly n: number;
  /** Share of the largest part, from 0 to 1. */
  readonly top: Decimal;
  /** Share of the three largest. Omitted under three parts. */
  readonly cr3?: Decimal;
  /** Herfindahl–Hirschman index, from 10,000 / n to 10,000. */
  readonly hhi: Decimal;
  /**
   * Effective number of parts, 1 / Σ share²: that many parts of equal size are equally
   * concentrated.
   */
  readonly effective: Decimal;
  /** Normalised index, (H − 1/n) / (1 − 1/n), from 0 to 1. Omitted under two parts. */
  readonly normalised?: Decimal;
}

/** The sums from the store. Shares are from 0 to 1. */
interface ConcentrationInput {
  readonly n: number;
  readonly top: Decimal;
  readonly top_three: Decimal;
  /** Σ share². */
  readonly squares: Decimal;
}

/** Digits after the point of shares and of their squares in a computation. */
const computedPlaces = 12;
/** Digits after the point of displayed shares. */
const decimalPlaces = 6;

/**
 * Computes the concentration of parts from their sums.
 * @returns undefined where no part is above 0
 */
function makeConcentration({
  n,
  top,
  top_three,
  squares,
}: ConcentrationInput): Concentration | undefined {
  if (n === 0 || compareDecimal(squares, '0') <= 0) return undefined;
  const least = divideDecimal('1', String(n), computedPlaces);
  return {
    n,
    top: divideDecimal(top, '1', decimalPlaces),
    ...compact({ cr3: n < 3 ? undefined : divideDecimal(top_three, '1', decimalPlaces) }),
    hhi: divideDecimal(scaleByTen(squares, 4), '1', 2),
    effective: divideDecimal('1', squares, 3),
    ...compact({
      normalised:
        n < 2
          ? undefined
          : divideDecimal(
              subtractDecimal(squares, least),
              subtractDecimal('1', least),
              decimalPlaces,
            ),
    }),
  };
}

/** Exact sums of parts above 0, as integers of one scale. */
export interface ConcentrationSums {
  readonly n: number;
  readonly total: bigint;
  /** Σ value². */
  readonly squares: bigint;
  /** The largest values, at least three of them where there are so many. */
  readonly largest: readonly bigint[];
}
/**
 * Computes the concentration of parts from exact sums.
 * @returns undefined where no part is above 0
 */
export function concentrateSums({
  n,
  total,
  squares,
  largest,
}: ConcentrationSums): Concentration | undefined {
  if (total === 0n) return undefined;
  const share = (count: number): Decimal => {
    const sum = largest.slice(0, count).reduce((all, value) => all + value, 0n);
    return divideDecimal(String(sum), String(total), computedPlaces);
  };
  return makeConcentration({
    n,
    top: share(1),
    top_three: share(3),
    squares: divideDecimal(String(squares), String(total * total), computedPlaces),
  });
}

/**
 * The concentration of amounts in one unit. Amounts of 0 or less are left out.
 * @returns undefined if no amount is above 0
 */
export function measureConcentration(values: readonly Decimal[]): Concentration | undefined {
  const above = values
    .filter((value) => compareDecimal(value, '0') > 0)
    .toSorted((a, b) => compareDecimal(b, a));
  // the squares are exact: the digits are integers of one scale
  const scale = Math.max(0, ...above.map((value) => value.split('.')[1]?.length ?? 0));
  const integers = above.map((value) => BigInt(floorDecimal(scaleByTen(value, scale))));
  return concentrateSums({
    n: above.length,
    total: integers.reduce((sum, value) => sum + value, 0n),
    squares: integers.reduce((sum, value) => sum + value * value, 0n),
    largest: integers.slice(0, 3),
  });
}
