import { dayNumber, isIsoDate } from '#domain/values/date.ts';

/** The unit of a value axis. A value is shown divided by 10^scale. */
export interface AxisUnit {
  readonly unit: string;
  readonly scale: number;
  readonly word: string;
}

/** An axis of a drawing that can have annotations, in logical px. */
export interface AnnotationAxis {
  /** Omitted for an axis of days. */
  readonly unit?: AxisUnit;
  /** Whether places lie from left to right, or from bottom to top. */
  readonly along: 'x' | 'y';
  /** The start and the end of the line across the axis. */
  readonly from: number;
  readonly to: number;
  /** Finds the position of a day or an exact value; undefined where it is not visible. */
  place(at: string): number | undefined;
}

/** The width in logical px for which the axes of a chart are computed to find their units. */
export const usualAxesWidth = 560;

interface AxisInput extends Pick<AnnotationAxis, 'along' | 'from' | 'to'> {
  /** The ends of the axis in px. */
  readonly ends: readonly [number, number];
}

const within = (px: number, [a, b]: readonly [number, number]): number | undefined =>
  px < Math.min(a, b) - 0.5 || px > Math.max(a, b) + 0.5 ? undefined : px;

/** An axis of days. `toPx` takes the number of a day. */
export const dayAxis = (
  { ends, ...axis }: AxisInput,
  toPx: (day: number) => number | undefined,
): AnnotationAxis => ({
  ...axis,
  place: (at) => {
    const px = isIsoDate(at) ? toPx(dayNumber(at)) : undefined;
    return px === undefined ? undefined : within(px, ends);
  },
});

/** The unit of an axis of shares. */
export const percentUnit: AxisUnit = { unit: 'percent', scale: 0, word: '%' };

/** An axis of values. `toPx` takes an exact value. */
export const valueAxis = (
  { ends, ...axis }: AxisInput,
  unit: AxisUnit,
  toPx: (value: number) => number,
): AnnotationAxis => ({
  ...axis,
  unit,
  place: (at) => (isIsoDate(at) ? undefined : within(toPx(Number(at)), ends)),
});
