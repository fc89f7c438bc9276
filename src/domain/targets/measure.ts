import { compact } from '#domain/values/compact.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import type { BaselineKind, Indicator, Target } from '#domain/zone/indicator.ts';
import type { ValueBasis } from './target-row.ts';
import { toMonth } from '#domain/values/date.ts';
import type { PlanRoute } from './plan.ts';
import type { History, Level } from './series.ts';
import { getDirection, meets } from './verdict.ts';

/**
 * The value of a target, in the unit of the indicator. Share, gap, verdict and remaining amount use
 * it.
 */
export interface Measure {
  readonly value: Decimal;
  readonly basis: ValueBasis;
  readonly parts?: readonly [Decimal, Decimal, Decimal];
  readonly data_status: DataStatus;
  /**
   * Whether it covers the same time as the target. Otherwise there is no share of the target, no
   * plan and no verdict.
   */
  readonly comparable: boolean;
}

/** The start of the plan to date. */
export interface PlanStart {
  readonly route: PlanRoute;
  readonly baseline?: Decimal;
  readonly kind?: BaselineKind;
}

/**
 * Whether a month is in the calendar year of the deadline of a yearly flow. False where that year
 * ends in another month, but for a target of a quarter: it is measured by the year to date.
 */
export const isDeadlineYear = (
  { deadline, period }: Pick<Target, 'deadline' | 'period'>,
  month: string,
): boolean =>
  (toMonth(deadline).endsWith('-12') || period?.kind === 'quarter') &&
  month.slice(0, 4) === deadline.slice(0, 4);

/**
 * Makes the measure of a target in one month. A yearly flow is measured by the year to date in the
 * year of its deadline, in other years by the last twelve months or the closed year.
 */
export function makeMeasure(
  target: Target,
  indicator: Pick<Indicator, 'kind'>,
  level: Level,
): Measure {
  const { value, basis, parts, data_status, to_date } = level;
  if (
    indicator.kind === 'annual_flow' &&
    basis !== 'closed_year' &&
    to_date !== undefined &&
    isDeadlineYear(target, level.period)
  )
    return { ...to_date, basis: 'year_to_date', comparable: true };
  return {
    value,
    basis,
    ...compact({ parts }),
    data_status,
    comparable: basis !== 'year_to_date',
  };
}

/**
 * Finds the first value of a plan without an entered baseline. A level before a break of the series
 * starts no plan: its definition is another one.
 * @returns undefined if no value is on or after the baseline date
 */
export const findFirstLevel = (
  { baseline_date }: Pick<Target, 'baseline_date'>,
  { kind }: Pick<Indicator, 'kind'>,
  { levels }: Pick<History, 'levels'>,
): Level | undefined =>
  levels.find(
    ({ date, before_break }) =>
      date >= baseline_date && (before_break !== true || kind === 'annual_flow'),
  );

/**
 * Finds the start of a plan. A year to date starts at 0 at the start of its year, with equal months;
 * any other plan by `findLevelStart`.
 */
export function findPlanStart(
  target: Target,
  indicator: Pick<Indicator, 'kind'>,
  history: Pick<History, 'levels'>,
  measure: Measure,
): PlanStart {
  const { deadline } = target;
  if (measure.basis === 'year_to_date' && measure.comparable)
    return {
      route: { start: `${Number(deadline.slice(0, 4)) - 1}-12-31`, deadline, in_months: true },
      baseline: '0',
      kind: 'zero',
    };
  return findLevelStart(target, indicator, history);
}

/**
 * Finds the start of a plan in days: the entered baseline on its day, else the first value on or
 * after that day, where a yearly flow starts at 0.
 */
export function findLevelStart(
  target: Target,
  indicator: Pick<Indicator, 'kind'>,
  history: Pick<History, 'levels'>,
): PlanStart {
  const { baseline, baseline_date, deadline } = target;
  const first = baseline === undefined ? findFirstLevel(target, indicator, history) : undefined;
  const route: PlanRoute = { start: first?.date ?? baseline_date, deadline };
  return { route, ...findBaseline(target, indicator, first) };
}

/**
 * Finds the baseline of a plan: the entered one, else its first value. A plan holds a target that the value at its
 * start meets already: it never leads away from it.
 */
function findBaseline(
  target: Target,
  { kind }: Pick<Indicator, 'kind'>,
  first: Pick<Level, 'value'> | undefined,
): Pick<PlanStart, 'baseline' | 'kind'> {
  if (target.baseline === undefined && kind === 'annual_flow')
    return { baseline: '0', kind: 'zero' };
  const baseline = target.baseline ?? first?.value;
  if (baseline === undefined) return {};
  if (holdsTarget(target, kind, baseline)) return { baseline: target.value, kind: 'target' };
  if (target.baseline !== undefined) return { baseline, kind: 'entered' };
  // nobody enters the 0 from which a sum of years begins
  const isBegun = target.covers === 'sum_of_years' && Number(baseline) === 0;
  return { baseline, kind: isBegun ? 'zero' : 'first_value' };
}

/**
 * Whether a plan only has to hold its target. Not a monthly plan, which a person entered, and not
 * the limit of a total, which grows to it.
 */
function holdsTarget(
  target: Target,
  kind: Indicator['kind'],
  baseline: Decimal,
): target is Target & { readonly value: Decimal } {
  const { comparator, covers, plan, value } = target;
  const isTotal = kind === 'cum_flow' || covers === 'sum_of_years';
  return (
    value !== undefined &&
    comparator !== '=' &&
    plan?.path !== 'monthly' &&
    !(isTotal && getDirection(comparator) === -1) &&
    meets(comparator, baseline, value)
  );
}
