import { weakestStatus, type DataStatus } from '#domain/values/data-status.ts';
import type { Checkpoint, PlanPath } from '#domain/zone/indicator.ts';
import type { RowPlanPath, TargetRow } from './target-row.ts';
import { daysBetween, monthsBetween, type IsoDate } from '#domain/values/date.ts';

/**
 * The route of a plan: from the day of the entered baseline, else from the first observation on or
 * after the baseline date, to the deadline, which is its last day.
 */
export interface PlanRoute {
  readonly start: IsoDate;
  readonly deadline: IsoDate;
  /**
   * Every month counts the same, as in a plan for one calendar year (months gone by ÷ 12). Omitted
   * when every day does.
   */
  readonly in_months?: true;
}

const clip = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * Computes the elapsed share of the time of a route on a day (时间进度). A route without length is over
 * at its start.
 * @returns from 0 before the route to 1 after it
 */
export function elapsedShare(route: PlanRoute, day: IsoDate): number {
  const length = daysBetween(route.start, route.deadline);
  if (length <= 0) return day < route.start ? 0 : 1;
  return clip(
    route.in_months === true
      ? monthsBetween(route.start, day) / monthsBetween(route.start, route.deadline)
      : daysBetween(route.start, day) / length,
  );
}

/**
 * Computes the planned share of the route by a day: along a straight line, or along straight lines
 * between checkpoints. It never falls, and checkpoints outside the route are ignored.
 * @returns from 0 at the start to 1 at the deadline
 */
export function planShare(
  route: PlanRoute,
  day: IsoDate,
  path: RowPlanPath,
  checkpoints: readonly Checkpoint[],
): number {
  if (path === 'straight' || day <= route.start || day >= route.deadline)
    return elapsedShare(route, day);
  let from = { date: route.start, share: 0 };
  for (const { date, share } of [...checkpoints].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (date <= route.start || date >= route.deadline) continue;
    const to = { date, share: Math.max(from.share, clip(share)) };
    if (day <= date) return between(from, to, day);
    from = to;
  }
  return between(from, { date: route.deadline, share: 1 }, day);
}

const between = (
  from: { readonly date: IsoDate; readonly share: number },
  to: { readonly date: IsoDate; readonly share: number },
  day: IsoDate,
): number =>
  from.date === to.date
    ? to.share
    : from.share +
      (to.share - from.share) * (daysBetween(from.date, day) / daysBetween(from.date, to.date));

/**
 * Plan to date: baseline + (target − baseline) × planned share (domain reference 3.2).
 * @returns in the unit of the target
 */
export const planValue = (baseline: number, target: number, share: number): number =>
  baseline + (target - baseline) * share;

/** Status of the plan path: the weakest of its checkpoints; a straight line invents nothing. */
export const planStatus = (path: RowPlanPath, checkpoints: readonly Checkpoint[]): DataStatus =>
  path === 'straight'
    ? 'reported'
    : weakestStatus(checkpoints.map((checkpoint) => checkpoint.data_status));

/** The path of a plan with its checkpoints; a straight line has none. */
export interface RowPlan {
  readonly path: RowPlanPath;
  readonly checkpoints: readonly Checkpoint[];
}

/**
 * Finds the path of a row's plan with its checkpoints: its own, a straight line for a plan in
 * months, else that of the zone.
 */
export function rowPlan(
  row: Pick<TargetRow, 'now' | 'plan' | 'baseline' | 'deadline'>,
  zone: { readonly path: PlanPath; readonly checkpoints: readonly Checkpoint[] },
): RowPlan {
  if (row.plan?.checkpoints !== undefined)
    return { path: row.plan.path, checkpoints: row.plan.checkpoints };
  return findPlanRoute(row)?.in_months === true || zone.path === 'straight'
    ? { path: 'straight', checkpoints: [] }
    : zone;
}

/** Finds the plan route of a row. @returns undefined if the row has no baseline, and so no plan */
export function findPlanRoute({
  now,
  plan,
  baseline,
  deadline,
}: Pick<TargetRow, 'now' | 'plan' | 'baseline' | 'deadline'>): PlanRoute | undefined {
  if (baseline === undefined) return undefined;
  const route = { start: baseline.date, deadline };
  return plan !== undefined && now?.basis === 'year_to_date'
    ? { ...route, in_months: true }
    : route;
}
