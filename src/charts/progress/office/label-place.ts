import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { LabelPlace } from '#charts/kit/office/office-chart.ts';

/** A line of a slide's chart: its days, and its value on each of them. */
interface SlideLine {
  readonly days: readonly number[];
  readonly values: readonly (number | null)[];
}
/** A text with the point that it belongs to. */
interface PointText {
  readonly text: string;
  readonly day: number;
  readonly value: number;
  /** The text is below the value if there is room. */
  readonly prefersBelow: boolean;
}
/** The limits of a plot: its first and last day, and the end of its axis of values. */
interface PlotLimits {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  /** The days of the lines of breaks, which no text may touch. */
  readonly breaks: readonly number[];
}
/** The place of a text beside its point, and the text with the empty lines that move it. */
export interface PlacedText {
  readonly place: LabelPlace;
  readonly text: string;
}

/** The narrowest plot of a slide, in points: beside a table of facts. */
const leastPlot = { width: 320, height: 250 } as const;
/** The highest plot of a slide, in points, where lines are steepest. */
const mostHeight = 320;
/** The additional width of text in other programs. */
const stretch = 1.15;
const [points, lead] = [12, 15];
/** The height of an empty line in programs that set lines closely, in points. */
const leastLead = 13.5;
/** A line of text as a share of the height of the plot. */
export const lineShare = lead / leastPlot.height;
/** A text further from its point, in lines, would seem to be of another. */
const mostClear = 6;
/** Some programs drop a line of plain spaces. */
const emptyLine = '\u00a0';
/** A text may end this far above the plot, as a share of its height. */
const roomAbove = 1.05;

/** Lists the values of a line between two days, those on both days included. */
function valuesBetween({ days, values }: SlideLine, from: number, to: number): readonly number[] {
  const corners = days.flatMap((day, at) => {
    const value = values[at];
    return value === null || value === undefined ? [] : [{ day, value }];
  });
  const onDay = (day: number): readonly number[] => {
    const next = corners.findIndex((corner) => corner.day >= day);
    const [a, b] = [corners[next - 1], corners[next]];
    if (b === undefined) return [];
    if (b.day === day) return [b.value];
    if (a === undefined) return [];
    return [a.value + ((b.value - a.value) * (day - a.day)) / (b.day - a.day)];
  };
  const within = corners.flatMap(({ day, value }) => (day > from && day < to ? [value] : []));
  return [...onDay(from), ...within, ...onDay(to)];
}

/**
 * Places the text of a point above or below all lines in its width. Empty lines move it; at
 * an end of the plot it is on the inner side of its point.
 *
 * @returns undefined if the plot has no room for it
 */
export function placeLabel(
  { text, day, value, prefersBelow }: PointText,
  lines: readonly SlideLine[],
  { from, to, top, breaks }: PlotLimits,
): PlacedText | undefined {
  const rows = text.split('\n');
  const widest = Math.max(...rows.map((row) => textWidth(row, points, true)));
  const half = (((widest * stretch) / 2 + 6) / leastPlot.width) * (to - from);
  // the numbers of the axis leave room before the plot
  const isAfterBreak = breaks.some((one) => one <= day && one > day - half);
  const isAtStart = day - half / 2 < from || isAfterBreak;
  const side = isAtStart ? 'r' : day + half > to ? 'l' : undefined;
  const left = side === 'r' ? day : side === 'l' ? day - 2 * half : day - half;
  const inWidth = lines.flatMap((line) => valuesBetween(line, left, left + 2 * half));
  const countLines = (distance: number): number =>
    Math.max(1, Math.ceil((distance / top) * (mostHeight / leastLead)));
  const put = (below: boolean): PlacedText | undefined => {
    const clear = countLines(
      below ? value - Math.min(value, ...inWidth) : Math.max(value, ...inWidth) - value,
    );
    const reach = (clear + rows.length) * lineShare;
    const isInside = below ? value / top - reach >= 0 : value / top + reach <= roomAbove;
    if (!isInside || clear > mostClear) return undefined;
    // a text at a side is in the vertical middle of its point
    const count = side === undefined ? clear : rows.length + clear * 2;
    return {
      place: side ?? (below ? 'b' : 't'),
      text: below
        ? `${`${emptyLine}\n`.repeat(count)}${text}`
        : `${text}${`\n${emptyLine}`.repeat(count)}`,
    };
  };
  return put(prefersBelow) ?? put(!prefersBelow);
}
