import { weakestStatus, type DataStatus } from '#domain/values/data-status.ts';
import type { Checkpoint, PlanPath } from '#domain/zone/indicator.ts';
import { daysBetween, monthsBetween, type IsoDate } from '#domain/values/date.ts';

/**
 * From the first observation on or after the baseline date to the deadline, its last day included.
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
 * Share of the time of the route gone by on a day (时序进度), 0 before it and 1 after it. A route
 * without length is over from its
 * start.
 */
export function elapsedShare(way: PlanRoute, day: IsoDate): number {
  const length = daysBetween(way.start, way.deadline);
  if (length <= 0) return day < way.start ? 0 : 1;
  return clip(
    way.in_months === true
      ? monthsBetween(way.start, day) / monthsBetween(way.start, way.deadline)
      : daysBetween(way.start, day) / length,
  );
}

/**
 * Planned share of the way by a day: along a straight line, or along straight lines between
 * checkpoints. A route in months has
 * no checkpoints. It never falls, is 0 at the start and 1 at the deadline; checkpoints outside the
 * route are ignored.
 */
export function planShare(
  way: PlanRoute,
  day: IsoDate,
  path: PlanPath,
  checkpoints: readonly Checkpoint[],
): number {
  if (path === 'straight' || way.in_months === true || day <= way.start || day >= way.deadline)
    return elapsedShare(way, day);
  let from = { date: way.start, share: 0 };
  for (const { date, share } of [...checkpoints].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (date <= way.start || date >= way.deadline) continue;
    const to = { date, share: Math.max(from.share, clip(share)) };
    if (day <= date) return between(from, to, day);
    from = to;
  }
  return between(from, { date: way.deadline, share: 1 }, day);
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

/** Plan to date: baseline + (target − baseline) × share of the way (domain reference 3.2). */
export const planValue = (baseline: number, target: number, share: number): number =>
  baseline + (target - baseline) * share;

/** Status of the plan path: the weakest of its checkpoints; a straight line invents nothing. */
export const planStatus = (path: PlanPath, checkpoints: readonly Checkpoint[]): DataStatus =>
  path === 'straight'
    ? 'reported'
    : weakestStatus(checkpoints.map((checkpoint) => checkpoint.data_status));
