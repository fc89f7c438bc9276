import {
  type Checkpoint,
  type Indicator,
  isBrokenBetween,
  type Target,
} from '#domain/zone/indicator.ts';
import { addMonths, monthEnd, toMonth } from '#domain/values/date.ts';
import { toNumber, type Decimal } from '#domain/values/decimal.ts';
import type { YearToDate } from '#domain/targets/annual-flow.ts';
import type { RowPlanPath } from '#domain/targets/target-row.ts';

/** The plan of one target as shares of its path by day. */
export interface OwnPlan {
  readonly path: RowPlanPath;
  readonly checkpoints: readonly Checkpoint[];
}

/** The input of a plan: from `baseline` to `goal`, in the indicator's unit. */
export interface OwnPlanInput {
  readonly target: Pick<Target, 'plan' | 'deadline' | 'data_status'>;
  readonly baseline: Decimal;
  readonly goal: Decimal;
  /** Year-to-date values of a yearly flow, for the seasonal share of last year. */
  readonly ytd: YearToDate | undefined;
  readonly indicator: Pick<Indicator, 'breaks'>;
}

/**
 * Makes the path shares of a target's own plan. A monthly plan: (value − baseline) ÷ (target −
 * baseline). As last year: year to date ÷ whole year, by month of the year before the deadline.
 * @returns undefined where the target has no own plan, or last year is not complete or has a break
 */
export function makeOwnPlan({
  target,
  baseline,
  goal,
  ytd,
  indicator,
}: OwnPlanInput): OwnPlan | undefined {
  const { plan, data_status } = target;
  if (plan === undefined) return undefined;
  if (plan.path === 'straight') return { path: 'straight', checkpoints: [] };
  if (plan.path === 'checkpoints') return plan;
  if (plan.path === 'as_last_year') {
    const shares = lastYearShares(target, ytd, indicator);
    return shares === undefined ? undefined : { path: 'as_last_year', checkpoints: shares };
  }
  const way = toNumber(goal) - toNumber(baseline);
  if (way === 0) return undefined;
  return {
    path: 'monthly',
    checkpoints: plan.values.map(({ month, value }) => ({
      date: monthEnd(month),
      share: (toNumber(value) - toNumber(baseline)) / way,
      data_status,
    })),
  };
}

function lastYearShares(
  { deadline }: Pick<Target, 'deadline'>,
  ytd: YearToDate | undefined,
  indicator: Pick<Indicator, 'breaks'>,
): Checkpoint[] | undefined {
  const last = addMonths(toMonth(deadline), -12);
  const whole = ytd?.get(last);
  if (ytd === undefined || whole === undefined || toNumber(whole) <= 0) return undefined;
  if (isBrokenBetween(indicator, addMonths(last, -11), last)) return undefined;
  return Array.from({ length: 12 }, (_, at) => addMonths(last, at - 11)).flatMap((month) => {
    const value = ytd.get(month);
    return value === undefined
      ? []
      : [
          {
            date: monthEnd(addMonths(month, 12)),
            share: toNumber(value) / toNumber(whole),
            data_status: 'reported' as const,
          },
        ];
  });
}
