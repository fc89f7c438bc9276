import { findLevelStart } from '#domain/targets/measure.ts';
import { planShare, planValue } from '#domain/targets/plan.ts';
import type { Level } from '#domain/targets/series.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { toNumber } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Indicator, Target } from '#domain/zone/indicator.ts';

/** The straight plan of a target on any day of its path. */
export interface StraightPlan {
  /** 1 where more is better, −1 for an upper limit. */
  readonly direction: 1 | -1;
  /** Undefined before the start and after the deadline. */
  readonly on: (day: IsoDate) => number | undefined;
}

/**
 * Makes the straight plan of the last target of an indicator.
 * @returns undefined without a target, for one without a value, and for a yearly amount, whose plan
 *   starts again each year
 */
export function makePlanOn(
  { id, kind }: Pick<Indicator, 'id' | 'kind'>,
  targets: readonly Target[],
  levels: readonly Level[],
): StraightPlan | undefined {
  const target = targets
    .filter((one) => one.indicator === id && one.value !== undefined)
    .toSorted((a, b) => (a.deadline < b.deadline ? 1 : -1))[0];
  if (target?.value === undefined || kind === 'annual_flow') return undefined;
  const { route, baseline } = findLevelStart(target, { kind }, { levels });
  if (baseline === undefined) return undefined;
  const [from, goal] = [toNumber(baseline), toNumber(target.value)];
  return {
    direction: getDirection(target.comparator),
    on: (day) =>
      day <= route.start || day > route.deadline
        ? undefined
        : planValue(from, goal, planShare(route, day, 'straight', [])),
  };
}
