import { type MeasureUnit, toDisplayValue } from '#charts/kit/text/units.ts';
import type { ProgressSeries } from './series-types.ts';
import { isJanuaryByRule, type MeasurePoint } from './points.ts';

/** Unbroken stretches of the values; `yearly` begins a new one each year. */
export function runs(
  points: readonly MeasurePoint[],
  unit: MeasureUnit,
  yearly: boolean,
): ProgressSeries['runs'] {
  const all: { from: number; year: string; points: { day: number; v: number }[] }[] = [];
  let isBroken = true;
  for (const { day, month, value, breakReason } of points.filter(
    (point) => !isJanuaryByRule(point),
  )) {
    const year = month.slice(0, 4);
    isBroken ||= breakReason !== undefined;
    if (value !== undefined && (isBroken || (yearly && all.at(-1)?.year !== year)))
      all.push({ from: day, year, points: [] });
    if (value !== undefined) all.at(-1)?.points.push({ day, v: toDisplayValue(value, unit) });
    isBroken = value === undefined;
  }
  return all.map(({ from, points: run }) => ({ from, points: run }));
}

/**
 * Lists the day in the middle between each value at which the series breaks and the value before. A
 * January that the rule includes in February is no value.
 */
export function breakDays(points: readonly MeasurePoint[]): readonly number[] {
  const months = points.filter((point) => !isJanuaryByRule(point) && point.value !== undefined);
  return months.flatMap(({ day, breakReason }, at) => {
    const before = months[at - 1];
    return breakReason === undefined || before === undefined ? [] : [(before.day + day) / 2];
  });
}
