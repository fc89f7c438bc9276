import { compareDecimal, type Decimal, scaleByTen, toNumber } from '#domain/values/decimal.ts';
import { findTemplate, type FirstTarget, usualFinalYears } from './first-targets.ts';

/** A question about the first targets of an indicator, with the likely repair. */
export type FirstTargetQuestion =
  | {
      /**
       * The target of a year is beyond the final target: above it, or below it for an indicator
       * that falls.
       */
      readonly kind: 'beyond_final';
      readonly repair: { readonly annual: Decimal; readonly final: Decimal };
      /** Whether the repair removes a zero; otherwise it exchanges the two values. */
      readonly isTenth: boolean;
    }
  | {
      readonly kind: 'ten_times';
      readonly repair: { readonly annual: Decimal; readonly final: Decimal };
    };

/** A final target this many times above the sum of the years most likely has a zero too many. */
const manyTimes = 7;

/**
 * Finds the question about the targets of one indicator.
 * @param years from this year to the final one
 * @returns undefined if both targets agree, or if one is missing or not above 0
 */
export function findFirstTargetQuestion(
  {
    template,
    annual,
    final,
    covers = usualFinalYears(template),
  }: Pick<FirstTarget, 'template' | 'annual' | 'final' | 'covers'>,
  years: number,
): FirstTargetQuestion | undefined {
  const of = findTemplate(template)?.indicator;
  if (annual === undefined || final === undefined || of === undefined) return undefined;
  if (toNumber(annual) <= 0 || toNumber(final) <= 0) return undefined;
  const order = compareDecimal(annual, final);
  const isBeyond = of.direction === 'down' ? order < 0 : order > 0;
  if (isBeyond) {
    const tenth = scaleByTen(annual, -1);
    const isTenth =
      of.direction !== 'down' &&
      compareDecimal(tenth, final) < 0 &&
      toNumber(annual) >= 2 * toNumber(final);
    return {
      kind: 'beyond_final',
      isTenth,
      repair: isTenth ? { annual: tenth, final } : { annual: final, final: annual },
    };
  }
  if (of.kind === 'ratio') return undefined;
  const isSum = of.kind === 'annual_flow' && covers === 'sum_of_years';
  const sum = toNumber(annual) * (isSum ? Math.max(1, years) : 1);
  return toNumber(final) / sum >= manyTimes
    ? { kind: 'ten_times', repair: { annual, final: scaleByTen(final, -1) } }
    : undefined;
}
