import type { Currency } from '#domain/values/money.ts';

/** How many amounts lie from one size up to the next, in minor units: `from` belongs to it, `to` does not. */
export interface SizeClass {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Different investors behind them; left out where it is not to be told. */
  readonly investors?: number;
}
/** How the amounts of all projects of a stage are spread, in one currency. */
export interface AmountSpread {
  readonly currency: Currency;
  /** Amounts above 0: those of the classes. */
  readonly count: number;
  /** Amounts of 0 or less, which a log axis can't have. */
  readonly not_above_zero: number;
  /** Classes that have an amount, from the smallest. */
  readonly classes: readonly SizeClass[];
  /** Amounts that a tenth, half and nine tenths of all do not exceed; left out where they would tell of single projects. */
  readonly quantiles?: { readonly low: string; readonly middle: string; readonly high: string };
}

/** From so many projects on, a stage is drawn by its spread and not project by project. */
export const mostDots = 60;

/** Five sizes a decade, about as far apart as each other on a log axis. */
const sizes = [10n, 16n, 25n, 40n, 63n];

/** The sizes that part amounts from `least` to `most`, both above 0 and in minor units: the first is not above `least`, the last is above `most`. */
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

/** The ranks, from 1, of the amounts that a tenth, half and nine tenths of so many do not exceed. */
export const quantileRanks = (count: number): readonly [number, number, number] => {
  const rank = (tenths: number): number => Math.max(1, Math.ceil((count * tenths) / 10));
  return [rank(1), rank(5), rank(9)];
};

/** The class in which an amount of a rank, from 1, lies. */
export function classOfRank(classes: readonly SizeClass[], rank: number): SizeClass | undefined {
  let seen = 0;
  return classes.find(({ count }) => {
    seen += count;
    return seen >= rank;
  });
}

/** The fewest investors on whom anything that a link shows of a spread may rest. */
const fewestInvestors = 3;

const joined = (a: SizeClass, b: SizeClass): SizeClass => ({
  from: a.from,
  to: b.to,
  count: a.count + b.count,
  // one investor may be in both: at least so many differ
  investors: Math.max(a.investors ?? 0, b.investors ?? 0),
});

/**
 * A spread as a link may show it: neighbouring classes are put together until three different investors stand behind each, and
 * no amount of a single project is told, so that no quantile and no end of the axis rests on fewer. Nothing where even all
 * projects together have too few investors.
 */
export function redactSpread({
  classes,
  quantiles: _amounts,
  ...spread
}: AmountSpread): AmountSpread | undefined {
  const told: SizeClass[] = [];
  let open: SizeClass | undefined;
  for (const next of classes) {
    open = open === undefined ? next : joined(open, next);
    if ((open.investors ?? 0) < fewestInvestors) continue;
    told.push(open);
    open = undefined;
  }
  const last = told.at(-1);
  if (last === undefined) return undefined;
  if (open !== undefined) told.splice(-1, 1, joined(last, open));
  return { ...spread, classes: told.map(({ investors: _investors, ...rest }) => rest) };
}
