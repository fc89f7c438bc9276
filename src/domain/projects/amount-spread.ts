import type { Currency } from '#domain/values/money.ts';

/** The number of amounts between two sizes in minor units, with `from` and without `to`. */
export interface SizeClass {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** The number of different investors behind them. Only the redaction of a link counts them. */
  readonly investors?: number;
}
/** The distribution of the amounts of all projects of a stage, in one currency. */
export interface AmountSpread {
  readonly currency: Currency;
  /** Amounts above 0, which the classes hold. */
  readonly count: number;
  /** Amounts of 0 or less, which a log axis cannot show. */
  readonly not_above_zero: number;
  /** Classes that have an amount, from the smallest. */
  readonly classes: readonly SizeClass[];
  /** The 10 %, 50 % and 90 % quantiles. Omitted when they would disclose single projects. */
  readonly quantiles?: { readonly low: string; readonly middle: string; readonly high: string };
}

/** From this many projects on, a stage is drawn by its distribution instead of single dots. */
export const mostDots = 60;

/** Five sizes a decade, at nearly equal distances on a log axis. */
const sizes = [10n, 16n, 25n, 40n, 63n];

/**
 * The class limits for amounts from `least` to `most`, both above 0 and in minor units. The first
 * is not above `least`; the last is above `most`.
 */
export function sizesBetween(least: bigint, most: bigint): bigint[] {
  const all: bigint[] = [];
  for (let power = 1n; ; power *= 10n)
    for (const size of sizes) {
      const edge = size * power;
      if (edge <= least) all.splice(0, all.length, edge);
      else all.push(edge);
      if (edge > most) return least < 10n ? [1n, ...all] : all;
    }
}

/** Each class has four parts, except the first one, of the amounts below 10. */
export const partsOfSize = 4;
const partEdges = [10, 11, 13, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40, 45, 50, 56, 63, 70, 80, 90];

/** The powers of ten that an edge with two digits is multiplied by in 63 bits. */
const powers = 18;

const makeSizeParts = (): readonly bigint[] => [
  1n,
  ...Array.from({ length: powers }, (_, power) =>
    partEdges.map((edge) => BigInt(edge) * 10n ** BigInt(power)),
  ).flat(),
];
/**
 * The limits of the parts of all size classes, in minor units, up to the largest amount that a
 * store holds. Part `n`, from 1, has the amounts from limit `n − 1` and below limit `n`. Only the
 * server uses them: the mark of a pure call keeps them out of the pages.
 */
export const sizeParts: readonly bigint[] = /* @__PURE__ */ makeSizeParts();

/**
 * Finds the size class of a part.
 * @returns the number of the class, from 0. Amounts below 10 have one class of one part
 */
export const sizeOfPart = (part: number): number =>
  Math.floor((part + partsOfSize - 2) / partsOfSize);

/** The largest amount that a store holds, in minor units: 2⁶³ − 1. */
const mostMinor = 9_223_372_036_854_775_807n;
const sizeEdges = /* @__PURE__ */ sizesBetween(1n, mostMinor);
const between = (edges: readonly bigint[], at: number): Pick<SizeClass, 'from' | 'to'> => ({
  from: String(edges[at]),
  to: String(edges[at + 1] ?? sizeEdges.at(-1)),
});
/** The limits of a size class by its number. */
export const findSize = (size: number): Pick<SizeClass, 'from' | 'to'> => between(sizeEdges, size);
/** The limits of a part of a size class by its number. */
export const findPart = (part: number): Pick<SizeClass, 'from' | 'to'> =>
  between(sizeParts, part - 1);

const quantileTenths = { low: 1, middle: 5, high: 9 } as const;
/** The rank, from 1, just below a quantile, and the tenths of the distance to the next rank. */
const placeQuantile = (count: number, tenths: number): readonly [rank: number, part: number] => {
  const place = (count - 1) * tenths;
  return [Math.floor(place / 10) + 1, place % 10];
};

/** The ranks, from 1, of the amounts that `findQuantiles` reads. */
export const quantileNeighbours = (count: number): readonly number[] => [
  ...new Set(
    Object.values(quantileTenths).flatMap((tenths) => {
      const [rank, part] = placeQuantile(count, tenths);
      return part === 0 ? [rank] : [rank, rank + 1];
    }),
  ),
];

/**
 * The 10 %, 50 % and 90 % quantiles of amounts, between two neighbours as in the chart of project
 * sizes. `amounts` holds minor units by rank.
 *
 * @returns whole minor units, half of one rounded up
 */
export function findQuantiles(
  amounts: ReadonlyMap<number, bigint>,
  count: number,
): NonNullable<AmountSpread['quantiles']> {
  const at = (tenths: number): string => {
    const [rank, part] = placeQuantile(count, tenths);
    const below = amounts.get(rank) ?? 0n;
    const above = amounts.get(rank + 1) ?? below;
    return String((below * 10n + (above - below) * BigInt(part) + 5n) / 10n);
  };
  const { low, middle, high } = quantileTenths;
  return { low: at(low), middle: at(middle), high: at(high) };
}

/** The ranks, from 1, of the amounts whose classes replace the quantiles in a link. */
export const quantileRanks = (count: number): readonly [number, number, number] => {
  const rank = (tenths: number): number => Math.max(1, Math.ceil((count * tenths) / 10));
  return [rank(1), rank(5), rank(9)];
};

/**
 * The class of the amount with a rank, from 1.
 * @returns undefined for a rank beyond the last amount
 */
export function classOfRank(classes: readonly SizeClass[], rank: number): SizeClass | undefined {
  let seenCount = 0;
  return classes.find(({ count }) => {
    seenCount += count;
    return seenCount >= rank;
  });
}

/** The fewest investors behind anything that a link shows of a distribution. */
const fewestInvestors = 3;

const joinClasses = (a: SizeClass, b: SizeClass): SizeClass => ({
  from: a.from,
  to: b.to,
  count: a.count + b.count,
  // an investor may be in both classes, so this is a lower bound
  investors: Math.max(a.investors ?? 0, b.investors ?? 0),
});

/**
 * Redacts a distribution for a link. Neighbouring classes are merged until each has three different
 * investors, and amounts of single projects are removed, so that no quantile and no end of the axis
 * depends on fewer.
 * @returns undefined if all projects together have too few investors
 */
export function redactSpread({
  classes,
  quantiles: _amounts,
  ...spread
}: AmountSpread): AmountSpread | undefined {
  const sizeClasses: SizeClass[] = [];
  let open: SizeClass | undefined;
  for (const next of classes) {
    open = open === undefined ? next : joinClasses(open, next);
    if ((open.investors ?? 0) < fewestInvestors) continue;
    sizeClasses.push(open);
    open = undefined;
  }
  const last = sizeClasses.at(-1);
  if (last === undefined) return undefined;
  if (open !== undefined) sizeClasses.splice(-1, 1, joinClasses(last, open));
  return { ...spread, classes: sizeClasses.map(({ investors: _investors, ...rest }) => rest) };
}
