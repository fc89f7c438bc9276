import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import {
  findPlanRoute,
  type PlanRoute,
  planShare,
  planValue,
  rowPlan,
  type RowPlan,
} from '#domain/targets/plan.ts';
import { addMonths, dayNumber, monthEnd, toMonth } from '#domain/values/date.ts';

/**
 * One corner of the plan: a day number and the planned value on that day, in the indicator's unit.
 */
export interface PlanCorner {
  readonly day: number;
  readonly value: number;
  /** False for a month-end between start and deadline, which nobody entered. */
  readonly marked: boolean;
}

/**
 * Days between start and deadline on which the plan may turn: entered checkpoints, or the
 * month-ends of a plan in months.
 */
function listTurns(
  { start, deadline, in_months }: PlanRoute,
  { checkpoints }: Pick<RowPlan, 'checkpoints'>,
): string[] {
  const days =
    in_months === true && checkpoints.length === 0
      ? Array.from({ length: 11 }, (_, at) => monthEnd(addMonths(toMonth(start), at + 1)))
      : checkpoints.map(({ date }) => date);
  return [...new Set(days.filter((date) => date > start && date < deadline))].sort();
}

/**
 * Makes the plan from its start to its deadline: straight lines between checkpoints, or one
 * straight line, by the rule of the targets table. Empty where a target has no number, or the start
 * of the plan is not known.
 */
export function planLine(
  row: TargetRow,
  zonePlan: Pick<Overview['plan'], 'path' | 'checkpoints'>,
): readonly PlanCorner[] {
  const { target, baseline, deadline, kind } = row;
  const way = findPlanRoute(row);
  if (
    way === undefined ||
    target === undefined ||
    baseline === undefined ||
    kind === 'qualitative' ||
    deadline <= way.start
  )
    return [];
  const plan = rowPlan(row, zonePlan);
  return [way.start, ...listTurns(way, plan), deadline].map((date) => ({
    day: dayNumber(date),
    value: planValue(
      Number(baseline.value),
      Number(target),
      planShare(way, date, plan.path, plan.checkpoints),
    ),
    marked: way.in_months !== true || date === deadline,
  }));
}

/**
 * Finds the plan on a day, along straight lines between its corners.
 * @returns undefined before its start; the last value after the deadline
 */
export function planAt(line: readonly PlanCorner[], day: number): number | undefined {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || day < first.day) return undefined;
  if (day >= last.day) return last.value;
  const next = line.findIndex((corner) => corner.day > day);
  const [a, b] = [line[next - 1], line[next]];
  return a === undefined || b === undefined
    ? undefined
    : a.value + ((b.value - a.value) * (day - a.day)) / (b.day - a.day);
}
