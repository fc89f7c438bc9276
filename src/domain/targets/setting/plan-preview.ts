import { compact } from '#domain/values/compact.ts';
import { cumulate } from '#domain/targets/annual-flow.ts';
import { findLevelStart } from '#domain/targets/measure.ts';
import { makeOwnPlan } from '#domain/targets/derived/own-plan.ts';
import { planShare, planValue, type PlanRoute } from '#domain/targets/plan.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addMonths, type IsoDate, monthEnd, toMonth } from '#domain/values/date.ts';
import { toNumber } from '#domain/values/decimal.ts';
import {
  type Checkpoint,
  type Indicator,
  isYearToDate,
  type Observation,
  type PlanPath,
  type Target,
} from '#domain/zone/indicator.ts';

/** One day of a drawn line; values are in the indicator's unit. */
export interface PreviewPoint {
  readonly date: IsoDate;
  readonly value: number;
  /** Why the line breaks and begins again here. */
  readonly break_reason?: string;
  /** The month before it was not reported: the line begins again here. */
  readonly after_gap?: true;
}
/** A plan before it is saved. */
export interface PlanPreview {
  readonly start: IsoDate;
  readonly deadline: IsoDate;
  /** The plan at the ends of months; empty where its start is not known. */
  readonly plan: readonly PreviewPoint[];
  /** The values between the first day and the deadline of the target. */
  readonly values: readonly PreviewPoint[];
}
export interface PlanPreviewInput {
  readonly target: Target;
  readonly indicator: Indicator;
  /** The row that the target would have. */
  readonly row: TargetRow;
  readonly observations: readonly Observation[];
  /** The plan path of the zone, for a target without its own. */
  readonly zone: { readonly path: PlanPath; readonly checkpoints: readonly Checkpoint[] };
}

/** Draws the plan of a target from its first day to its deadline, with the values in that time. */
export function makePlanPreview(input: PlanPreviewInput): PlanPreview {
  const { target, row } = input;
  const route = makeRoute(input);
  const { start, deadline } = route;
  const readPlan = makePlanReader(input);
  const days = readPlan === undefined ? [] : [start, ...monthEnds(start, deadline)];
  return {
    start,
    deadline,
    plan: days.map((date) => ({ date, value: readPlan?.(date) ?? 0 })),
    values: row.series.flatMap(({ date, value, break_reason }, at): readonly PreviewPoint[] => {
      if (value === undefined || date < start || date > target.deadline) return [];
      const missing = row.series[at - 1]?.missing ?? 'not_applicable';
      const after_gap = missing === 'not_applicable' ? undefined : true;
      return [{ date, value: toNumber(value), ...compact({ break_reason, after_gap }) }];
    }),
  };
}

/**
 * Returns the plan of a target on a day, in its unit.
 * @returns undefined before its first day, after its deadline, and where its start is not known
 */
export function readPlanOn(input: PlanPreviewInput, day: IsoDate): number | undefined {
  const { start, deadline } = makeRoute(input);
  return day < start || day > deadline ? undefined : makePlanReader(input)?.(day);
}

const isInYear = ({ target, indicator }: PlanPreviewInput): boolean =>
  indicator.kind === 'annual_flow' && target.covers === undefined;

function makeRoute(input: PlanPreviewInput): PlanRoute {
  const { target, row } = input;
  const { deadline } = target;
  return isInYear(input)
    ? { start: `${Number(deadline.slice(0, 4)) - 1}-12-31`, deadline, in_months: true }
    : { start: row.baseline?.date ?? target.baseline_date, deadline };
}

/** Returns the plan by day, without limits of time; undefined where its start is not known. */
function makePlanReader(input: PlanPreviewInput): ((day: IsoDate) => number) | undefined {
  const { target, indicator, row, observations, zone } = input;
  const first = row.baseline?.value ?? findLevelStart(target, indicator, { levels: [] }).baseline;
  const baseline = isInYear(input) || target.covers !== undefined ? '0' : first;
  const goal = target.value;
  if (baseline === undefined || goal === undefined) return undefined;
  const ytd = yearToDate(indicator, observations);
  const own = makeOwnPlan({ target, baseline, goal, ytd, indicator });
  const { path, checkpoints } =
    own ??
    (isInYear(input) || zone.path === 'straight'
      ? { path: 'straight' as const, checkpoints: [] }
      : zone);
  const route = makeRoute(input);
  return (day) =>
    planValue(toNumber(baseline), toNumber(goal), planShare(route, day, path, checkpoints));
}

/** The ends of the months after a day, and the deadline itself. */
function monthEnds(start: IsoDate, deadline: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (
    let month = addMonths(toMonth(start), 1);
    monthEnd(month) < deadline && days.length < 600;
    month = addMonths(month, 1)
  )
    days.push(monthEnd(month));
  return [...days, deadline];
}

function yearToDate(indicator: Indicator, observations: readonly Observation[]) {
  if (indicator.kind !== 'annual_flow') return undefined;
  const values = new Map(
    observations.flatMap(({ indicator: of, period, value }) =>
      of === indicator.id && value !== undefined ? [[period, value] as const] : [],
    ),
  );
  return isYearToDate(indicator) ? values : cumulate(values, indicator);
}
