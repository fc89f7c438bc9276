import { daysBetween, type Day, isMonthEnd, monthNumber, monthOf } from './days.ts';
import { divide, fraction, type Fraction, median, subtract } from './fraction.ts';
import type { Values } from './annual-flow.ts';

/** Months from one day to another: whole ones between month-ends, else days ÷ 30.4375. */
export const monthsBetween = (from: Day, to: Day): Fraction =>
  isMonthEnd(from) && isMonthEnd(to)
    ? fraction(monthNumber(monthOf(to)) - monthNumber(monthOf(from)))
    : fraction(daysBetween(from, to) * 10_000, 304_375);

/** Theil–Sen slope per month over the last 12 months; undefined under 4 values or 6 months. */
export function currentPace(values: Values, latest: string): Fraction | undefined {
  const last = monthNumber(latest);
  const points = [...values]
    .map(([month, value]) => ({ at: monthNumber(month), value }))
    .filter(({ at }) => at <= last && last - at < 12)
    .toSorted((a, b) => a.at - b.at);
  const first = points[0];
  if (points.length < 4 || first === undefined || last - first.at < 6) return undefined;
  const slopes = points.flatMap((b, j) =>
    points.slice(0, j).map((a) => divide(subtract(b.value, a.value), fraction(b.at - a.at))),
  );
  return median(slopes);
}
