import { compact } from '#domain/values/compact.ts';
import {
  classOfRank,
  quantileRanks,
  type AmountSpread,
  type SizeClass,
} from '#domain/projects/amount-spread.ts';
import type { Language } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { formatInUnits, type PageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { writeBareAmount } from '#charts/kit/text/amount-range.ts';
import type { MeasureUnit } from '#charts/kit/text/units.ts';
import { toDisplayValue } from '#charts/kit/text/units.ts';
import { chartCurrency } from './amounts.ts';
import { pipelineChartLabels } from './labels/index.ts';

/**
 * One class of sizes as drawn: from and to in the display unit; its height is a share of the
 * highest of all stages.
 */
interface DrawnClass {
  readonly from: number;
  readonly to: number;
  /** Share of the stage's projects per step of the log axis. */
  readonly density: number;
  /** It is part of the middle 8 in 10. */
  readonly strong: boolean;
  /** It is the class of the median, whose amount is withheld. */
  readonly median: boolean;
}
/** The amounts of all projects of a stage, as drawn and as text. */
export interface DrawnSpread {
  readonly classes: readonly DrawnClass[];
  readonly median?: number;
  /** Median, and the middle 8 in 10: as lines below the stage, and as cells of columns. */
  readonly lines: readonly [string, string];
  readonly cells: readonly [string, string];
  readonly currency: string;
}

const toMajorUnits = (minor: string, currency: string): string =>
  toMajor(fromWire({ minor, currency }));

/** Whether a stage is drawn as a distribution. The axis is logarithmic then. */
export const hasSpread = ({ strip }: Overview): boolean =>
  strip.groups.some(({ rows }) => rows.some(({ spread }) => spread !== undefined));

/** Whether a shared view withholds the distribution of a stage with many projects. */
export const isSpreadHeldBack = ({ strip }: Overview): boolean =>
  strip.groups.some(({ rows }) => rows.some(({ spread_held_back }) => spread_held_back === true));

/**
 * Counts amounts of 0 or less, which a log axis can't show.
 * @returns the number in the currency of the chart
 */
export const notAboveZero = (overview: Overview): number =>
  overview.strip.groups
    .flatMap(({ rows }) => rows)
    .reduce(
      (sum, { spread, dots }) =>
        sum +
        (spread?.not_above_zero ??
          dots.filter(
            ({ money }) => money?.currency === chartCurrency(overview) && BigInt(money.minor) <= 0n,
          ).length),
      0,
    );

/**
 * Counts the amounts in the plot, in distributions and as single marks.
 * @returns the number in the currency of the chart
 */
export const amountsCounted = (overview: Overview): number =>
  overview.strip.groups
    .flatMap(({ rows }) => rows)
    .reduce(
      (sum, { spread, dots }) =>
        sum +
        (spread?.count ??
          dots.filter(
            ({ money }) => money?.currency === chartCurrency(overview) && BigInt(money.minor) > 0n,
          ).length),
      0,
    );

/** Counts the projects without an amount. @returns the number in all stages */
export const undisclosedProjects = ({ strip }: Overview): number =>
  strip.groups.reduce((sum, { undisclosed }) => sum + undisclosed, 0);

/** Writes an amount in the units of the page, without its currency: 159mn. */
function sizeText(minor: string, currency: string, units: PageUnits, language: Language): string {
  const value = toMajorUnits(minor, currency);
  return writeBareAmount(
    value,
    currency,
    language,
    formatInUnits(value, currency, units, language),
  );
}

/** Writes a range of amounts without its currency: 40mn–159mn. */
export const sizeRange = (
  ends: readonly [string, string],
  currency: string,
  units: PageUnits,
  language: Language,
): string => ends.map((minor) => sizeText(minor, currency, units, language)).join('–');

/** Finds the middle 8 in 10 and the median: amounts, or the classes that hold them. */
function findMiddle({ classes, quantiles, count }: AmountSpread): {
  readonly low: string;
  readonly high: string;
  readonly median: readonly [string, string?];
} {
  if (quantiles !== undefined)
    return { low: quantiles.low, high: quantiles.high, median: [quantiles.middle] };
  const [low, middle, high] = quantileRanks(count).map((rank) => classOfRank(classes, rank));
  return {
    low: low?.from ?? '0',
    high: high?.to ?? '0',
    median: middle === undefined ? ['0'] : [middle.from, middle.to],
  };
}

/** Makes the drawing of a distribution. */
export function drawnSpread(
  spread: AmountSpread,
  unit: MeasureUnit,
  units: PageUnits,
  language: Language,
): DrawnSpread {
  const { classes, currency, quantiles, count } = spread;
  const words = pipelineChartLabels[language];
  const { low, high, median } = findMiddle(spread);
  const text = (minor: string): string => sizeText(minor, currency, units, language);
  const range = (...ends: [string, string]): string => sizeRange(ends, currency, units, language);
  const at = (minor: string): number => toDisplayValue(toMajorUnits(minor, currency), unit);
  const isStrong = ({ from, to }: SizeClass): boolean =>
    BigInt(to) > BigInt(low) &&
    BigInt(from) <= BigInt(high) &&
    !(quantiles === undefined && to === low);
  const [from, to] = median;
  const cells = [to === undefined ? text(from) : range(from, to), range(low, high)] as const;
  return {
    classes: classes.map((one) => ({
      from: at(one.from),
      to: at(one.to),
      density: one.count / count / Math.log10(Number(one.to) / Number(one.from)),
      strong: isStrong(one) && !(quantiles === undefined && one.from === high),
      median: to !== undefined && one.from === from,
    })),
    ...compact({ median: quantiles === undefined ? undefined : at(quantiles.middle) }),
    lines: [words.median(cells[0]), words.middle(cells[1])],
    cells,
    currency,
  };
}
