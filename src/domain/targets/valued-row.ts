import { compact } from '#domain/values/compact.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import { compareDecimal, type Decimal, toNumber } from '#domain/values/decimal.ts';
import { forecast } from './forecast.ts';
import type { Indicator, Target } from '#domain/zone/indicator.ts';
import { areCounted } from './counted-row.ts';
import type { TargetRow, Verdict, TargetRowInput, PromisePart, RowExtras } from './target-row.ts';
import { lastWholeMonth, toMonth, monthsApart, monthsBetween } from '#domain/values/date.ts';
import { elapsedShare, planShare, planStatus, planValue } from './plan.ts';
import { type History, type Level, monthValues } from './series.ts';
import { makeOwnPlan, type OwnPlan } from './derived/own-plan.ts';
import { pace } from './pace.ts';
import { findFirstLevel, isDeadlineYear, type Measure, type PlanStart } from './measure.ts';
import {
  attainment,
  completion,
  getDirection,
  meets,
  remaining,
  judgeAttainment,
  thresholdsOf,
} from './verdict.ts';

/** A value is stale more than this many months after its month (domain reference 3.2). */
const stalePeriods = 2;

interface ValuedRowInput {
  readonly promise: PromisePart;
  readonly target: Target;
  readonly goal: Decimal;
  readonly indicator: Indicator;
  readonly history: History;
  readonly level: Level;
  readonly measure: Measure;
  readonly start: PlanStart;
  readonly input: TargetRowInput;
}

/** Makes the row of a target with a value. */
export function makeValuedRow(rowInput: ValuedRowInput, more: RowExtras): TargetRow {
  const { promise, target, goal, level, measure, input } = rowInput;
  const { route, baseline, kind } = rowInput.start;
  const value = toNumber(measure.value);
  const { path, checkpoints, own } = findPlanPath(rowInput);
  const share = planShare(route, level.date, path, checkpoints);
  const plan =
    baseline === undefined || !measure.comparable
      ? undefined
      : planValue(toNumber(baseline), toNumber(goal), share);
  const isJudged = plan !== undefined && !isAtStart(rowInput);
  const ratio = isJudged ? attainment(target.comparator, value, plan) : undefined;
  const isDone = measure.comparable
    ? completion(target.comparator, value, toNumber(goal))
    : undefined;
  const met = isMet(rowInput);
  const result = level.date >= target.deadline;
  const stale = !result && monthsApart(level.period, lastWholeMonth(input.as_of)) > stalePeriods;
  const planned = planStatus(path, checkpoints);
  return {
    ...promise,
    ...compact({
      baseline:
        baseline === undefined || kind === undefined
          ? undefined
          : { value: baseline, date: route.start, kind },
    }),
    now: makeNow(measure, level),
    stale,
    ...compact({ completion: isDone }),
    elapsed: elapsedShare(route, level.date),
    ...compact({
      plan:
        plan === undefined
          ? undefined
          : {
              value: plan,
              share,
              path,
              ...compact({ checkpoints: own }),
              data_status: planned,
            },
      gap: plan === undefined || !isJudged ? undefined : value - plan,
      attainment: ratio,
    }),
    ...findPace(rowInput, met, stale),
    verdict: judgeTarget(rowInput, { met, ratio, plan, stale, result }),
    verdict_status: weakestStatus([
      measure.data_status,
      target.data_status,
      findBaselineStatus(rowInput),
      ...(plan === undefined || result ? [] : [planned]),
    ]),
    ...more,
  };
}

const makeNow = (
  { value, basis, data_status, parts }: Measure,
  { date }: Level,
): NonNullable<TargetRow['now']> => ({ value, date, basis, data_status, ...compact({ parts }) });

/**
 * The path of the plan: the target's own, a straight line for a plan in months, else the zone's.
 */
function findPlanPath(rowInput: ValuedRowInput): OwnPlan & {
  readonly own?: OwnPlan['checkpoints'];
} {
  const { target, goal, history, indicator, start, input } = rowInput;
  const { route, baseline } = start;
  const own =
    baseline === undefined
      ? undefined
      : makeOwnPlan({ target, baseline, goal, ytd: history.ytd, indicator });
  if (own !== undefined) return { ...own, own: own.checkpoints };
  return route.in_months === true
    ? { path: 'straight', checkpoints: [] }
    : { path: input.path, checkpoints: input.checkpoints };
}

/**
 * Whether the measure can meet the target: a level at any time, a yearly flow in the year of its
 * deadline only. A year that ends in another month, as March, is met by its twelve months once they
 * are over.
 */
const canMeet = ({ target, indicator, level, measure }: ValuedRowInput): boolean =>
  indicator.kind !== 'annual_flow' ||
  isDeadlineYear(target, level.period) ||
  (!toMonth(target.deadline).endsWith('-12') &&
    target.period?.kind !== 'quarter' &&
    level.date === target.deadline &&
    measure.basis === 'last_12_months');

/**
 * Whether the target is met. A yearly flow with an upper limit is met only once its year is over.
 */
function isMet(rowInput: ValuedRowInput): boolean {
  const { target, goal, indicator, level, measure } = rowInput;
  if (!canMeet(rowInput) || !meets(target.comparator, measure.value, goal)) return false;
  return (
    indicator.kind !== 'annual_flow' ||
    getDirection(target.comparator) === 1 ||
    level.date >= target.deadline
  );
}

const findBaselineStatus = ({ target, indicator, history }: ValuedRowInput) =>
  target.baseline !== undefined || indicator.kind === 'annual_flow'
    ? 'reported'
    : (findFirstLevel(target, indicator, history)?.data_status ?? 'reported');

/**
 * Whether the value is the start of the route: it equals its own plan, which says nothing about
 * progress.
 */
const isAtStart = ({ level, start }: ValuedRowInput): boolean =>
  level.basis === 'level' && level.date <= start.route.start;

function judgeTarget(
  rowInput: ValuedRowInput,
  facts: {
    readonly met: boolean;
    readonly ratio: number | undefined;
    readonly plan: number | undefined;
    readonly stale: boolean;
    readonly result: boolean;
  },
): Verdict {
  const { target, goal, indicator, level, measure, input } = rowInput;
  if (facts.result) return facts.met ? 'met' : 'missed';
  if (input.as_of > target.deadline) return 'no_value_at_deadline';
  if (facts.met) return 'met';
  const final = level.basis === 'level' || isDeadlineYear(target, level.period);
  if (final && target.comparator === '>' && compareDecimal(measure.value, goal) === 0)
    return 'not_yet_exceeded';
  if (isAtStart(rowInput)) return 'no_verdict';
  const thresholds = thresholdsOf(
    {
      kind: indicator.kind,
      target: goal,
      ...compact({ plan: facts.plan === undefined ? undefined : { value: facts.plan } }),
    },
    input.thresholds,
  );
  const verdict = judgeAttainment(facts.ratio, thresholds);
  return facts.stale && (verdict === 'ahead' || verdict === 'on_plan') ? 'no_verdict' : verdict;
}

/** Finds the remaining amount, the needed and actual pace, and the forecast of a row. */
function findPace(
  rowInput: ValuedRowInput,
  met: boolean,
  stale: boolean,
): Pick<
  TargetRow,
  'remaining' | 'required_per_month' | 'current_per_month' | 'acceleration' | 'pace' | 'forecast'
> {
  const { target, goal, indicator, history, level, measure, input } = rowInput;
  const annual = indicator.kind === 'annual_flow';
  const direction = getDirection(target.comparator);
  const isCounted = areCounted(indicator.unit, [
    target.baseline,
    ...history.levels.map(({ value }) => value),
  ]);
  const remainder = met ? '0' : remaining(target.comparator, measure.value, goal, isCounted);
  const months = monthsBetween(level.date, target.deadline);
  const open = input.as_of <= target.deadline && months > 0;
  const slope = pace(monthValues(history.levels).filter((value) => value.period <= level.period));
  const requiredPace = !open || annual ? undefined : toNumber(remainder) / months;
  const current = annual || typeof slope === 'string' ? undefined : slope;
  const towards = current === undefined ? undefined : current * direction;
  return {
    ...compact({
      remaining: measure.comparable ? remainder : undefined,
      required_per_month: requiredPace,
      current_per_month: current,
      acceleration:
        requiredPace === undefined || towards === undefined || towards <= 0
          ? undefined
          : requiredPace / towards,
    }),
    pace:
      annual || !open
        ? 'not_applicable'
        : towards === undefined
          ? 'too_few_observations'
          : towards <= 0
            ? 'no_growth'
            : 'known',
    forecast: forecast({
      indicator,
      history,
      period: level.period,
      at: target.deadline,
      as_of: input.as_of,
      met,
      stale,
    }),
  };
}
