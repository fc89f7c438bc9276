import type { AxisPeriod } from './series-types.ts';

/** A year below its periods. */
export interface PlacedYear {
  readonly year: string;
  readonly x1: number;
  readonly x2: number;
}

/** The axis of the periods, in logical px; `inset` separates two years. */
interface YearAxis {
  readonly x0: number;
  readonly step: number;
  readonly inset: number;
}

/** Places a line for each year under its periods. */
export const placeYears = (
  periods: readonly AxisPeriod[],
  { x0, step, inset }: YearAxis,
): PlacedYear[] =>
  [
    ...Map.groupBy(
      periods.map(({ year }, at) => ({ year, at })),
      ({ year }) => year,
    ),
  ].map(([year, list]) => ({
    year,
    x1: x0 + (list[0]?.at ?? 0) * step + inset,
    x2: x0 + ((list.at(-1)?.at ?? 0) + 1) * step - inset,
  }));
