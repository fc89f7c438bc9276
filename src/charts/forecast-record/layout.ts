import { type AnnotationAxis, dayAxis, valueAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { addDays, toMonth } from '#domain/values/date.ts';
import { linear } from '#charts/kit/style/scale.ts';
import type { RecordMark, RecordSeries } from './series.ts';

const top = 22;
const axisRoom = 40;
/** With more marks there is no room for months. */
const mostNamed = 14;
/** The largest number of marks on a phone and on a wide drawing. */
const [mostNarrow, mostWide, narrow] = [6, 36, 440];
const leastLeft = 64;

export interface PlacedMark {
  readonly mark: RecordMark;
  readonly x: number;
  /** The middle of the value of a result outside the band, if it has room beside newer ones. */
  readonly numberX?: number;
}
export interface RecordLayout {
  readonly marks: readonly PlacedMark[];
  readonly bottom: number;
  readonly barWidth: number;
  readonly y: (value: number) => number;
  /** Months are written at each mark. */
  readonly isNamed: boolean;
}
export const recordHeight = 240;
/** The height of a drawing without a past forecast. */
export const emptyHeight = 40;
export const mostDrawn = mostWide;

/** The room for the values of the axis, left of the first mark. */
const findLeft = ({ ticks }: RecordSeries): number =>
  Math.max(leastLeft, ...ticks.map(({ label }) => textWidth(label, 12) + 8));

/**
 * Picks the last past forecasts that fit into a width. Where few fit, those with a result come
 * first: forecasts of months to come have nothing to compare.
 */
function pickMarks(marks: readonly RecordMark[], width: number): readonly RecordMark[] {
  if (width >= narrow) return marks.slice(-mostWide);
  const end = marks.findLastIndex(({ result }) => result !== undefined) + 1;
  return marks.slice(0, Math.max(end, mostNarrow)).slice(-mostNarrow);
}

/** Adds the values of results outside their bands, the newest first, so that none meets another. */
function placeNumbers(marks: readonly PlacedMark[], width: number): readonly PlacedMark[] {
  const free = { above: width, below: width };
  return marks
    .toReversed()
    .map((placed) => {
      const { side, outsideText } = placed.mark;
      if (outsideText === undefined || (side !== 'above' && side !== 'below')) return placed;
      const half = textWidth(outsideText, 12) / 2;
      const x = Math.min(placed.x, width - half);
      if (x + half > free[side]) return placed;
      free[side] = x - half - 6;
      return { ...placed, numberX: x };
    })
    .toReversed();
}

/** Places the last past forecasts that fit into a width. */
export function layRecord(series: RecordSeries, width: number, height: number): RecordLayout {
  const marks = pickMarks(series.marks, width);
  const leftRoom = findLeft(series);
  const slot = (width - leftRoom) / Math.max(1, marks.length);
  const bottom = height - axisRoom;
  return {
    marks: placeNumbers(
      marks.map((mark, at) => ({ mark, x: leftRoom + slot * (at + 0.5) })),
      width,
    ),
    bottom,
    barWidth: Math.min(slot * 0.62, 44),
    y: linear(series.from, series.to, bottom, top),
    isNamed: marks.length <= mostNamed,
  };
}

/** The axes: months from left to right, values from bottom to top. */
export function recordAxes(
  series: RecordSeries,
  width: number,
  height: number = recordHeight,
): readonly AnnotationAxis[] {
  const { marks, y, bottom } = layRecord(series, width, height);
  const { axis } = series;
  const leftRoom = findLeft(series);
  const days = { along: 'x', from: top, to: bottom, ends: [leftRoom, width] } as const;
  const values = { along: 'y', from: leftRoom, to: width, ends: [top, bottom] } as const;
  return [
    dayAxis(days, (day) => {
      const month = toMonth(addDays('1970-01-01', day));
      return marks.find(({ mark }) => mark.month === month)?.x;
    }),
    valueAxis(values, axis, (value) => y(value / 10 ** axis.scale)),
  ];
}

/** The middle of each forecast and its result, from left to right. */
export function recordFocusPoints(
  series: RecordSeries,
  width: number,
  height: number,
): readonly FocusPoint[] {
  const { marks, y } = layRecord(series, width, height);
  return marks.flatMap(({ mark: { p50, result, name: title, lines, figures }, x }) => [
    { x, y: y(p50), title, lines, figure: figures.band },
    ...(result === undefined ? [] : [{ x, y: y(result), title, lines, figure: figures.result }]),
  ]);
}
