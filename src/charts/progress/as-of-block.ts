import { textWidth } from '#charts/kit/style/font-advances.ts';
import { type Area, freeOfLines, touch } from './gap-labels.ts';
import type { ProgressSeries } from './series-types.ts';

/** The as-of block is right of its line, or left where there is no room. */
export interface AsOfBlock {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}
interface PlacedBlock {
  readonly area: Area;
  readonly block: AsOfBlock;
  /** Whether the words cover no line and no other text. */
  readonly isFree: boolean;
}

/** The scales of a drawing, its margins and its size in px. */
interface Scales {
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number };
  readonly width: number;
  readonly height: number;
}

/**
 * Whether the values end at the right edge, with their names there; otherwise the names are beside
 * the as-of line.
 */
export const endsAtRight = ({ last, time }: ProgressSeries): boolean =>
  last !== undefined && last.day > time.to - (time.to - time.from) * 0.08;

/** The height of the drawn plan line on a day. */
function planV(plan: ProgressSeries['plan'], day: number): number | undefined {
  const next = plan.findIndex((corner) => corner.day >= day);
  const [a, b] = [plan[next - 1], plan[next]];
  return a === undefined || b === undefined
    ? b?.v
    : a.v + ((b.v - a.v) * (day - a.day)) / (b.day - a.day);
}

/** The ends of the as-of block in px, if it is right of its line. */
interface BlockSpan {
  readonly from: number;
  readonly to: number;
  /** Whether it is left of its line. */
  readonly toLeft: boolean;
}
/**
 * Finds the top of the as-of block: above everything drawn beside the as-of line, or just below the
 * top where there is no such room; never over the top tick.
 */
function blockTop(
  series: ProgressSeries,
  { x, y, margin: { top } }: Scales,
  { from, to, toLeft }: BlockSpan,
): number {
  const { last, forecast, plan } = series;
  if (last === undefined) return top;
  const [near, far] = [
    last.day,
    toLeft
      ? last.day
      : last.day +
        ((to - from + 12) * (series.time.to - series.time.from)) /
          Math.max(1, x(series.time.to) - x(series.time.from)),
  ];
  const marks = [last.v, ...[near, far].flatMap((day) => planV(plan, day) ?? [])];
  if (forecast !== undefined && !toLeft)
    marks.push(
      last.v +
        ((forecast.p90 - last.v) * (to - x(last.day))) / Math.max(1, x(forecast.day) - x(last.day)),
    );
  const tick = series.yTicks.at(-1);
  const high = Math.max(top + 4, Math.min(...marks.map(y)) - 62);
  const under = tick === undefined ? high : y(tick.v) + 4;
  return tick !== undefined && from < textWidth(tick.label, 12) + 8 && high < under ? under : high;
}

/**
 * Places the as-of block: near its value, without covering lines and tick labels where there is
 * such a place.
 * @returns undefined where the values end at the right edge, with their names there
 */
export function placeBlock(
  series: ProgressSeries,
  scales: Scales,
  ticks: readonly Area[],
): PlacedBlock | undefined {
  const { x, y, margin, width, height } = scales;
  const { last } = series;
  if (last === undefined || endsAtRight(series)) return undefined;
  const day = x(last.day);
  const words = [
    textWidth(last.date, 12),
    textWidth(last.now, 12, true),
    textWidth(last.plan ?? '', 12),
  ];
  const blockWidth = Math.max(...words) + 10;
  const toLeft = day + blockWidth > width - margin.right;
  const areaAt = (top: number): Area => ({
    left: day - (toLeft ? blockWidth + 8 : -5),
    right: day + (toLeft ? -5 : blockWidth + 8),
    top: top - 4,
    bottom: top + 50,
  });
  const wish = blockTop(series, scales, { from: day + 4, to: day + blockWidth, toLeft });
  const bottom = height - margin.bottom;
  const isFree = freeOfLines(series, { x, y, top: margin.top, bottom });
  const steps = Math.floor((bottom - margin.top - 52) / 6);
  const free = [wish, ...Array.from({ length: steps }, (_, at) => margin.top + 4 + at * 6)]
    .toSorted((a, b) => Math.abs(a - wish) - Math.abs(b - wish))
    .find((one) => isFree(areaAt(one)) && ticks.every((tick) => !touch(tick, areaAt(one))));
  const top = free ?? wish;
  return {
    area: areaAt(top),
    block: { x: day, y: top, anchor: toLeft ? 'end' : 'start' },
    isFree: free !== undefined,
  };
}
