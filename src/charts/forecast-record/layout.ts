import type { FocusPoint } from '#charts/kit/focus.ts';
import { linear } from '#charts/kit/style/scale.ts';
import type { RecordMark, RecordSeries } from './series.ts';

const top = 22;
const axisRoom = 40;
/** Above this number of marks there is no room for months and values. */
const mostNamed = 14;
/** Marks at most, on a phone and on a wide drawing. */
const [mostNarrow, mostWide, narrow] = [6, 36, 440];
const leftRoom = 64;

export interface PlacedMark {
  readonly mark: RecordMark;
  readonly x: number;
}
export interface RecordLayout {
  readonly marks: readonly PlacedMark[];
  readonly bottom: number;
  readonly barWidth: number;
  readonly y: (value: number) => number;
  /** Months and values are written at each mark. */
  readonly isNamed: boolean;
}
export const recordHeight = 240;
export const mostDrawn = mostWide;

/** Places the last past forecasts that a width holds. */
export function layRecord(series: RecordSeries, width: number, height: number): RecordLayout {
  const marks = series.marks.slice(-(width < narrow ? mostNarrow : mostWide));
  const slot = (width - leftRoom) / Math.max(1, marks.length);
  const bottom = height - axisRoom;
  return {
    marks: marks.map((mark, at) => ({ mark, x: leftRoom + slot * (at + 0.5) })),
    bottom,
    barWidth: Math.min(slot * 0.62, 44),
    y: linear(series.from, series.to, bottom, top),
    isNamed: marks.length <= mostNamed,
  };
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
