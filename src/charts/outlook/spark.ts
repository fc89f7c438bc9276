import { needsPace } from '#domain/outlook/met.ts';
import { compact } from '#domain/values/compact.ts';
import { dayNumber } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { toDisplayValue } from '#charts/kit/text/units.ts';
import { drawnPoints, isYearToDateDrawn } from '#charts/progress/points.ts';
import { runs } from '#charts/progress/runs.ts';

/** A place in the small chart, in percent of its width and of its height from the top. */
export interface SparkPlace {
  readonly x: number;
  readonly y: number;
}

/** The small chart of a target: its values so far, the present pace and the needed one. */
export interface Spark {
  /** The height of the target, in percent from the top. */
  readonly target: number;
  /** Unbroken stretches of the values. */
  readonly runs: readonly (readonly SparkPlace[])[];
  readonly last: SparkPlace;
  /** From the last value to the target at the deadline. Omitted once the result is known. */
  readonly needed?: readonly [SparkPlace, SparkPlace];
  /** Low end, middle and high end of the forecast at the deadline. */
  readonly forecast?: {
    readonly p10: SparkPlace;
    readonly p50: SparkPlace;
    readonly p90: SparkPlace;
  };
}

/** The room for strokes above and below the plot, in percent of the height. */
const edge = 4;

/**
 * Makes the small chart of a target from its first value to its deadline, between zero and the
 * larger of target and values. It draws the values that the chart of the target draws.
 * @returns undefined without a number as target or without a value
 */
export function makeSpark(row: TargetRow, language: Language): Spark | undefined {
  const { target, forecast } = row;
  if (target === undefined || row.kind === 'qualitative') return undefined;
  const unit = rowUnit(row, language);
  const lines = runs(drawnPoints(row, 'to_target'), unit, isYearToDateDrawn(row, 'to_target'));
  const values = lines.flatMap(({ points }) => points);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const goal = toDisplayValue(target, unit);
  const deadline = dayNumber(row.deadline);
  const end = Math.max(deadline, last.day);
  const bottom = Math.min(0, goal, ...values.map(({ v }) => v));
  const top = Math.max(0, goal, ...values.map(({ v }) => v));
  const place = (day: number, v: number): SparkPlace => ({
    x: (100 * (day - first.day)) / (end - first.day || 1),
    y: 100 - edge - ((100 - 2 * edge) * (v - bottom)) / (top - bottom || 1),
  });
  const at = (value: number) => place(deadline, toDisplayValue(value, unit));
  return {
    target: place(deadline, goal).y,
    runs: lines.map(({ points }) => points.map(({ day, v }) => place(day, v))),
    last: place(last.day, last.v),
    ...compact({
      needed:
        last.day < deadline && needsPace(row)
          ? ([place(last.day, last.v), place(deadline, goal)] as const)
          : undefined,
      forecast:
        forecast.kind === 'range'
          ? { p10: at(forecast.p10), p50: at(forecast.p50), p90: at(forecast.p90) }
          : undefined,
    }),
  };
}
