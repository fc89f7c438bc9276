import {
  type Decimal,
  fromNumber,
  roundHalfUp,
  scaleByTen,
  subtractDecimal,
} from '#domain/values/decimal.ts';
import type { TargetRow } from './target-row.ts';
import { getDirection } from './verdict.ts';

/** A ratio as a percentage with two decimals, as it is shown. */
const toPercent = (ratio: number) => roundHalfUp(scaleByTen(fromNumber(ratio), 2), 2);

/** Points against a plan, and the two percentages whose difference they are. */
export interface PlanPoints {
  /** Above 0 ahead of the plan, below 0 behind it. */
  readonly points: number;
  /** Value ÷ target, and plan to date ÷ target, in percent with two decimals. */
  readonly reached: Decimal;
  readonly planned: Decimal;
}

/**
 * How many points a target is from its plan: reached in percent − planned in percent, each as it is
 * shown with two decimals, so that a reader's own subtraction agrees. Of an upper limit, what is
 * below the plan is ahead of it.
 * @returns undefined where nothing is planned or the target is 0
 */
export function planPoints({
  now,
  target,
  plan,
  comparator,
}: Pick<TargetRow, 'now' | 'target' | 'plan' | 'comparator'>): PlanPoints | undefined {
  const goal = Number(target ?? 0);
  if (now === undefined || plan === undefined || goal === 0) return undefined;
  const [reached, planned] = [now.value, plan.value].map((value) =>
    toPercent(Number(value) / goal),
  ) as [Decimal, Decimal];
  const points =
    getDirection(comparator) === 1
      ? subtractDecimal(reached, planned)
      : subtractDecimal(planned, reached);
  return { points: Number(points), reached, planned };
}

/**
 * The points of a target ahead of its plan, negative if it is behind, as pages state them. Pages
 * state the difference in units if the plan does not start at 0.
 * @returns percentage points of the target; undefined also without a value, a target or a plan
 */
export const pointsAhead = (
  row: Parameters<typeof planPoints>[0] & Pick<TargetRow, 'baseline'>,
): number | undefined => (Number(row.baseline?.value) === 0 ? planPoints(row)?.points : undefined);
