import { startOf, forecastOf } from './target-forecast.ts';
import type { Verdict, TargetRow, TargetRowInput, Measurement } from './target-row.ts';
import { lastTwelveMonths, type Values, valuesByMonth, yearToDate } from './annual-flow.ts';
import { addMonths, type Day, earlierDay, lastDay, type Month, monthOf, yearOf } from './days.ts';
import {
  compare,
  divide,
  floor,
  fraction,
  type Fraction,
  larger,
  multiply,
  subtract,
  zero,
} from './fraction.ts';
import type { Target } from './indicators.ts';
import { currentPace, monthsBetween } from './pace.ts';
import { elapsedShare, isUpward, meets, planShare, planToDate, shareOfTarget } from './plan.ts';

/** The value of a month by the one measure of its row (ruling 7; row 8 of the issue). */
function measure(
  { indicator, target }: TargetRowInput,
  values: Values,
  month: Month,
): Measurement | undefined {
  const day = lastDay(month);
  const raw = values.get(month);
  if (raw === undefined) return undefined;
  if (indicator.kind !== 'annual_flow') return { value: raw, day, basis: 'level' };
  const whole = yearToDate(indicator, values, month);
  if (month.endsWith('-12')) return whole && { value: whole, day, basis: 'closed_year' };
  const rolling = lastTwelveMonths(indicator, values, month);
  if (yearOf(day) !== yearOf(target.deadline) && rolling !== undefined)
    return { value: rolling, day, basis: 'last_12_months' };
  return whole && { value: whole, day, basis: 'year_to_date' };
}

/** The last month that has a measure, with its own date. */
function latestMeasure(input: TargetRowInput, values: Values): Measurement | undefined {
  for (const month of [...values.keys()].toSorted().toReversed()) {
    const measurement = measure(input, values, month);
    if (measurement !== undefined) return measurement;
  }
  return undefined;
}

/** R = T − V, one more where the target is to be exceeded by whole units; never below 0. */
function remainingOf({ indicator, target }: TargetRowInput, value: Fraction): Fraction | undefined {
  if (!isUpward(target)) return undefined;
  const goal =
    indicator.counted && target.comparator === '>'
      ? fraction(floor(target.value) + 1n)
      : target.value;
  return larger(zero, subtract(goal, value));
}

/** A ratio, and a value whose plan is the target itself, must meet the plan (decision 90). */
function statusByPlan(
  { rules, indicator, target }: TargetRowInput,
  attainment: Fraction | undefined,
  plan: Fraction | undefined,
): Verdict {
  if (attainment === undefined) return 'no_verdict';
  const percent = (limit: number): boolean =>
    subtract(attainment, fraction(BigInt(Math.round(limit * 1e6)), 10n ** 8n)).n >= 0n;
  const isHeld =
    indicator.kind === 'ratio' || (plan !== undefined && subtract(plan, target.value).n === 0n);
  const least = isHeld ? 100 : 0;
  const { slightly } = rules.thresholds;
  const [ahead, on] = [rules.thresholds.ahead, rules.thresholds.on].map((one) =>
    Math.max(one, least),
  ) as [number, number];
  return percent(ahead)
    ? 'ahead'
    : percent(on)
      ? 'on_plan'
      : percent(slightly)
        ? 'slightly_behind'
        : 'behind';
}

/** Value ÷ plan, or plan ÷ value where less is better; undefined where the plan is 0 or less. */
function progress(
  target: Target,
  plan: Fraction | undefined,
  value: Fraction,
): Fraction | undefined {
  if (plan === undefined || plan.n <= 0n || value.n <= 0n)
    return plan && plan.n > 0n && isUpward(target) ? divide(value, plan) : undefined;
  return isUpward(target) ? divide(value, plan) : divide(plan, value);
}

interface PlanRoute {
  readonly elapsed?: Fraction;
  readonly baseline?: Fraction | undefined;
  readonly plan?: Fraction | undefined;
}
/**
 * The actual share of the path at the value, and the planned share. In the deadline's year a flow
 * has months ÷ 12 of the target (domain.md 3.2); before it a year to date has no plan.
 */
function routeOf(input: TargetRowInput, values: Values, { day, basis }: Measurement): PlanRoute {
  const { target, rules, indicator } = input;
  const flow = indicator.kind === 'annual_flow';
  if (flow && yearOf(day) === yearOf(target.deadline)) {
    const elapsed = fraction(Number(day.slice(5, 7)), 12);
    const baseline = basis === 'closed_year' ? (target.baseline ?? zero) : zero;
    return { elapsed, baseline, plan: multiply(target.value, elapsed) };
  }
  // an entered baseline has its own day; without one the plan starts at the first value
  const start = target.baseline === undefined ? startOf(input, values, day) : undefined;
  const startDay = start === undefined ? target.baselineDate : lastDay(start);
  const elapsed = elapsedShare(startDay, target.deadline, day);
  const first = start === undefined ? undefined : values.get(start);
  const stated = target.baseline ?? (flow ? zero : first);
  // a plan holds a target that its start meets already; a total grows to its limit
  const isFixed = !flow || target.baseline !== undefined;
  const isLimitOfTotal = indicator.kind === 'cum_flow' && !isUpward(target);
  const isHold = stated !== undefined && isFixed && !isLimitOfTotal && meets(target, stated);
  const baseline = isHold ? target.value : stated;
  if (baseline === undefined || basis === 'year_to_date') return { elapsed, baseline };
  return {
    elapsed,
    baseline,
    plan: planToDate(baseline, target.value, planShare(rules, startDay, target.deadline, day)),
  };
}

interface Standing {
  readonly now: Measurement;
  readonly isPast: boolean;
  readonly stale: boolean;
  /** Whether the target is judged by this measure. */
  readonly isJudged: boolean;
  readonly elapsed?: Fraction | undefined;
  readonly attainment?: Fraction | undefined;
  readonly plan?: Fraction | undefined;
}
function statusOf(input: TargetRowInput, standing: Standing): Verdict {
  const { target } = input;
  const { now, isPast, stale, isJudged, elapsed, attainment, plan } = standing;
  if (now.day === target.deadline) return meets(target, now.value) ? 'met' : 'missed';
  if (isPast) return 'no_value_at_deadline';
  if (!isJudged) return 'no_verdict';
  // the target of a flow covers one year: no other year meets it
  const ownYear =
    input.indicator.kind !== 'annual_flow' || yearOf(now.day) === yearOf(target.deadline);
  if (ownYear && meets(target, now.value)) return 'met';
  if (ownYear && target.comparator === '>' && compare(now.value, target.value) === 0)
    return 'not_yet_exceeded';
  const verdict = elapsed?.n === 0n ? 'no_verdict' : statusByPlan(input, attainment, plan);
  // a stale record cannot show green (domain.md 3.4)
  return stale && (verdict === 'ahead' || verdict === 'on_plan') ? 'no_verdict' : verdict;
}

function valueAfterDeadline(input: TargetRowInput, day: Day): TargetRow['later'] {
  const last = latestMeasure(
    input,
    valuesByMonth(input.values.filter(({ month }) => lastDay(month) <= day)),
  );
  return last === undefined || last.day <= input.target.deadline
    ? undefined
    : { value: last.value, day: last.day };
}

/** The row of one target on `day` (domain.md 3.1 and 3.2, rulings 7, 8 and 22). */
export function makeTargetRow(input: TargetRowInput, day: Day): TargetRow {
  const { target, indicator } = input;
  const isPast = day > target.deadline;
  const until = earlierDay(day, target.deadline);
  const valuesSoFar = valuesByMonth(input.values.filter(({ month }) => lastDay(month) <= until));
  const now = latestMeasure(input, valuesSoFar);
  const later = isPast && now?.day !== target.deadline ? valueAfterDeadline(input, day) : undefined;
  if (now === undefined) {
    // months that make no year to date are reported, but judge nothing
    const open = valuesSoFar.size === 0 ? 'no_value' : 'no_verdict';
    return {
      stale: false,
      later,
      verdict: isPast ? 'no_value_at_deadline' : open,
      forecast: isPast ? 'deadline_passed' : 'too_few_observations',
    };
  }
  const latest = monthOf(now.day);
  // judged on the requested day (ruling 6); a result at the deadline is final
  const stale = now.day !== target.deadline && lastDay(addMonths(latest, 3)) <= day;
  const { elapsed, baseline, plan } = routeOf(input, valuesSoFar, now);
  // the value from which the path starts has no progress on it
  const isStart = indicator.kind !== 'annual_flow' && elapsed?.n === 0n;
  const attainment = isStart ? undefined : progress(target, plan, now.value);
  const isJudged = now.basis !== 'year_to_date' || yearOf(now.day) === yearOf(target.deadline);
  const level = indicator.kind !== 'annual_flow';
  const remaining = isJudged ? remainingOf(input, now.value) : undefined;
  const months = monthsBetween(now.day, target.deadline);
  const over = isPast || now.day === target.deadline;
  const verdict = statusOf(input, { now, isPast, stale, isJudged, elapsed, attainment, plan });
  return {
    value: now.value,
    valueDay: now.day,
    basis: now.basis,
    stale,
    share: isJudged ? shareOfTarget(target, now.value) : undefined,
    elapsed,
    plan,
    gap: isStart ? undefined : plan && subtract(now.value, plan),
    attainment,
    remaining,
    required: level && !over && remaining ? divide(remaining, months) : undefined,
    current: level ? currentPace(valuesSoFar, latest) : undefined,
    baseline,
    later,
    verdict,
    forecast: over
      ? 'deadline_passed'
      : verdict === 'met'
        ? 'met'
        : forecastOf(input, valuesSoFar, latest, { until, stale }),
  };
}
