import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { ProgressSeries } from './series-types.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
/** A part of a drawing that a label leaves free, by its edges. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface GapLabel {
  readonly x: number;
  /** The baseline of its text. */
  readonly y: number;
  readonly text: string;
}
interface Plot {
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Other texts, which no label may touch. */
  readonly takenAreas: readonly Area[];
}
const [size, step, margin] = [12, 6, 4];

/** Whether two areas overlap. */
export const touch = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a straight line crosses an area. */
function crosses({ left, right, top, bottom }: Area, a: Point, b: Point): boolean {
  const [from, to] = a.x <= b.x ? [a, b] : [b, a];
  if (to.x < left || from.x > right) return false;
  const at = (x: number): number =>
    to.x === from.x ? from.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  const ends = [at(Math.max(left, from.x)), to.x === from.x ? to.y : at(Math.min(right, to.x))];
  return Math.max(...ends) >= top && Math.min(...ends) <= bottom;
}

/** Whether no line of the drawing crosses an area. */
export function freeOfLines(
  series: ProgressSeries,
  plot: Omit<Plot, 'takenAreas' | 'right'>,
): (area: Area) => boolean {
  const lines = pieces(series, plot);
  return (area) => lines.every(([a, b]) => !crosses(area, a, b));
}

/**
 * Lists every drawn line as straight pieces. A single value is a piece without length.
 */
function pieces(
  { runs, plan, last, forecast }: ProgressSeries,
  { x, y, bottom, top }: Omit<Plot, 'takenAreas' | 'right'>,
): readonly (readonly [Point, Point])[] {
  const along = (
    points: readonly { readonly day: number; readonly v: number }[],
  ): readonly (readonly [Point, Point])[] => {
    const positions = points.map(({ day, v }) => ({ x: x(day), y: y(v) }));
    return positions.flatMap((point, index) => [
      [positions[Math.max(0, index - 1)] ?? point, point] as const,
    ]);
  };
  return [
    ...runs.flatMap(({ points }) => along(points)),
    ...along(plan),
    ...(last === undefined
      ? []
      : [
          [
            { x: x(last.day), y: top },
            { x: x(last.day), y: bottom },
          ] as const,
          ...(forecast === undefined
            ? []
            : [forecast.p10, forecast.p50, forecast.p90].flatMap((v) =>
                along([
                  { day: last.day, v: last.v },
                  { day: forecast.day, v },
                ]),
              )),
        ]),
  ];
}

/**
 * Places the labels of months without a report, each above its band: as low as it covers no line,
 * no point and no other text. The latest comes first. A label without such a place is left out; its
 * band and the table still show the gap.
 */
export function gapLabels(series: ProgressSeries, plot: Plot): readonly GapLabel[] {
  const free = freeOfLines(series, plot);
  const takenAreas = [...plot.takenAreas];
  const positions: GapLabel[] = [];
  for (const { from, to, label: text } of [...series.gaps].reverse()) {
    const half = textWidth(text, size) / 2;
    const [left, right] = [plot.x(from), plot.x(to)];
    const inside = (at: number): number => Math.min(Math.max(at, half), plot.right - half);
    const middle = (left + right) / 2;
    // a position above the band is better than a lower one beside it
    const far = ({ x, y }: { readonly x: number; readonly y: number }): number =>
      plot.bottom - y + 1.5 * Math.abs(x - middle);
    const across = [
      middle,
      right - half,
      left + half,
      left - half - margin,
      right + half + margin,
    ].map(inside);
    const place = across
      .flatMap((at) => {
        const y = Array.from(
          { length: Math.floor((plot.bottom - plot.top - 20) / step) },
          (_, index) => plot.bottom - 10 - index * step,
        );
        return y.map((up) => ({ x: at, y: up, text }));
      })
      .sort((a, b) => far(a) - far(b))
      .find(({ x, y }) => {
        const area = {
          left: x - half - margin,
          right: x + half + margin,
          top: y - size * 0.86 - margin,
          bottom: y + margin,
        };
        return (
          takenAreas.every((other) => !touch(area, other)) && free({ ...area, top: area.top - 2 })
        );
      });
    if (place === undefined) continue;
    takenAreas.push({
      left: place.x - half - margin,
      right: place.x + half + margin,
      top: place.y - size,
      bottom: place.y + 3,
    });
    positions.push(place);
  }
  return positions;
}
