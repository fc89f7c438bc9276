import { daysBetween, type Day } from './days.ts';
import {
  add,
  divide,
  fraction,
  type Fraction,
  larger,
  multiply,
  one,
  smaller,
  subtract,
  zero,
} from './fraction.ts';
import type { Checkpoint, PlanRules, Target } from './indicators.ts';

/** Share of the days from `start` to `end` that have passed on `day`, 0 to 1. */
export function elapsedShare(start: Day, end: Day, day: Day): Fraction {
  const all = daysBetween(start, end);
  if (all <= 0) return daysBetween(end, day) >= 0 ? one : zero;
  return smaller(one, larger(zero, fraction(daysBetween(start, day), all)));
}

/** The share by checkpoints: straight from (start, 0) through each to (deadline, 1). */
function checkpointShare(
  checkpoints: readonly Checkpoint[],
  start: Day,
  deadline: Day,
  day: Day,
): Fraction {
  const inside = checkpoints.filter(({ date }) => date > start && date < deadline);
  const points = [
    { date: start, share: zero },
    ...inside.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    checkpoints.find(({ date }) => date === deadline) ?? { date: deadline, share: one },
  ];
  let before = points[0] ?? { date: start, share: zero };
  for (const point of points.slice(1)) {
    if (day <= point.date) {
      const part = elapsedShare(before.date, point.date, day);
      return add(before.share, multiply(subtract(point.share, before.share), part));
    }
    before = point;
  }
  return before.share;
}

/** The planned share of the path on `day` (ruling 7). */
export const planShare = (rules: PlanRules, start: Day, deadline: Day, day: Day): Fraction =>
  rules.path === 'straight'
    ? elapsedShare(start, deadline, day)
    : checkpointShare(rules.checkpoints, start, deadline, day);

/** E = B + (T − B) × share. */
export const planToDate = (baseline: Fraction, target: Fraction, share: Fraction): Fraction =>
  add(baseline, multiply(subtract(target, baseline), share));

/** Whether `value` meets the target by its comparator (ruling 22). */
export function meets({ comparator, value: target }: Target, value: Fraction): boolean {
  const difference = subtract(value, target).n;
  if (comparator === '>') return difference > 0n;
  if (comparator === '>=') return difference >= 0n;
  return comparator === '<' ? difference < 0n : difference <= 0n;
}
export const isUpward = ({ comparator }: Target): boolean => comparator.startsWith('>');

/** Value ÷ target, or target ÷ value where less is better (domain.md 3.2). */
export function shareOfTarget(target: Target, value: Fraction): Fraction | undefined {
  const [top, bottom] = isUpward(target) ? [value, target.value] : [target.value, value];
  return bottom.n === 0n ? undefined : divide(top, bottom);
}
