import { fromNumber, roundHalfUp, scaleByTen, subtractDecimal } from '#domain/values/decimal.ts';
import type { TargetRow } from './target-row.ts';

/** A ratio as a percentage with two decimals, as it is shown. */
const toPercent = (ratio: number) => roundHalfUp(scaleByTen(fromNumber(ratio), 2), 2);

/**
 * How many points a target is ahead of its plan, below 0 behind it: reached in percent − planned in
 * percent, each as it is shown with two decimals, so that a reader's own subtraction agrees.
 * @returns undefined where nothing is planned or the plan does not start at 0
 */
export function pointsAhead({
  completion,
  plan,
  baseline,
}: Pick<TargetRow, 'completion' | 'plan' | 'baseline'>): number | undefined {
  if (completion === undefined || plan === undefined || Number(baseline?.value) !== 0)
    return undefined;
  return Number(subtractDecimal(toPercent(completion), toPercent(plan.share)));
}
