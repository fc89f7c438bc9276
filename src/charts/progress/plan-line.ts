import { dayNumber } from '#domain/period.ts';
import { planShare, planValue } from '#domain/plan.ts';
import type { LedgerRow, Overview } from '#domain/overview.ts';

/** One corner of the plan: a day number and the value expected by then, in the indicator's unit. */
export interface PlanCorner {
  readonly day: number;
  readonly value: number;
}

/**
 * The plan from the start of the measure's own way to its deadline: straight lines between checkpoints, or one straight line in
 * step with time, by the rule of the ledger. Empty where a target has no number, or nothing is known of where the way starts.
 */
export function planLine(row: LedgerRow, { path, checkpoints }: Pick<Overview['plan'], 'path' | 'checkpoints'>): readonly PlanCorner[] {
  const { target, baseline, deadline, kind } = row;
  if (target === undefined || baseline === undefined || kind === 'qualitative' || deadline <= baseline.date) return [];
  const way = { start: baseline.date, deadline };
  const inside = path === 'checkpoints' ? checkpoints.map(({ date }) => date).filter((date) => date > way.start && date < deadline) : [];
  return [way.start, ...[...new Set(inside)].sort(), deadline].map((date) => ({
    day: dayNumber(date),
    value: planValue(Number(baseline.value), Number(target), planShare(way, date, path, checkpoints)),
  }));
}

/** The plan on a day; nothing before the way starts, the last value after the deadline. */
export function planAt(line: readonly PlanCorner[], day: number): number | undefined {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || day < first.day) return undefined;
  if (day >= last.day) return last.value;
  const next = line.findIndex((corner) => corner.day > day);
  const [a, b] = [line[next - 1], line[next]];
  return a === undefined || b === undefined ? undefined : a.value + ((b.value - a.value) * (day - a.day)) / (b.day - a.day);
}
