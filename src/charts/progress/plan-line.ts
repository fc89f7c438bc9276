import { dayNumber } from '#domain/period.ts';
import type { LedgerRow, Overview } from '#domain/overview.ts';

/** One corner of the plan: a day number and the value expected by then, in the indicator's unit. */
export interface PlanCorner {
  readonly day: number;
  readonly value: number;
}

/**
 * The plan from the start of the way to the deadline: straight lines between checkpoints, or one straight line in step
 * with time. Empty where a target has no number. Same rule as the ledger's plan to date.
 */
export function planLine(row: LedgerRow, plan: Overview['plan']): readonly PlanCorner[] {
  const start = plan.start ?? row.baseline?.date;
  if (row.target === undefined || start === undefined || row.kind === 'qualitative') return [];
  const from = Number(row.baseline?.value ?? 0);
  const to = Number(row.target);
  const [first, last] = [
    dayNumber(row.baseline?.date !== undefined && row.baseline.date > start ? row.baseline.date : start),
    dayNumber(row.deadline),
  ];
  if (last <= first) return [];
  const shares =
    plan.path === 'checkpoints'
      ? plan.checkpoints.map(({ date, share }) => ({ day: dayNumber(date), share })).filter(({ day }) => day > first && day < last)
      : [];
  return [{ day: first, share: 0 }, ...shares, { day: last, share: 1 }].map(({ day, share }) => ({
    day,
    value: from + (to - from) * share,
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
