import type { FocusPoint } from '#charts/kit/focus.ts';
import { compact } from '#domain/values/compact.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { nameLines } from '#charts/kit/text/name-lines.ts';
import type { ProgressSeries } from './series-types.ts';
import { markAreas } from './dated-marks.ts';
import { type AsOfBlock, endsAtRight, placeBlock } from './as-of-block.ts';
import { type GapLabel, gapLabels } from './gap-labels.ts';

/** A label at the right end of its line, moved only up or down so that no two touch. */
export interface EndLabel {
  readonly y: number;
  readonly lines: readonly {
    readonly text: string;
    readonly colour: 'ink' | 'ink-2' | 'ink-3' | 'accent';
    readonly bold: boolean;
  }[];
  /** The place of the marked value, if the label had to move away from it. */
  readonly leader?: number;
}
export interface ProgressLayout {
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly ends: readonly EndLabel[];
  /** The text of a target above the plot. */
  readonly offScale: readonly string[];
  readonly timeLabels: readonly { readonly x: number; readonly text: string }[];
  readonly yearLabels: readonly { readonly x: number; readonly text: string }[];
  readonly gapLabels: readonly GapLabel[];
  readonly block?: AsOfBlock;
  /** The top of the as-of line. */
  readonly lineTop?: number;
}

/** The largest share of the width for labels behind the plot. */
const mostRight = 0.42;
const offScaleIndent = 14;
/**
 * Writes the target on one line, or name and value below each other where one line would leave the
 * drawing.
 * @param room px for one line
 */
export const targetLines = (
  { name, value }: NonNullable<ProgressSeries['target']>,
  room: number,
): readonly string[] => {
  const whole = `${name} ${value}`;
  return textWidth(whole, 12, true) <= room
    ? [whole]
    : [name, ...nameLines(value, room, { bold: true })];
};

/** A label with its ideal place. Without a leader it belongs to no line that ends beside it. */
type IdealLabel = EndLabel & { readonly want: number; readonly hasLeader: boolean };
const lineHeight = 16;

function idealHeights(
  series: ProgressSeries,
  y: (value: number) => number,
  room: number,
  /** Whether the words of the as-of block are among the labels. */
  withBlock: boolean,
): readonly IdealLabel[] {
  const { last, target, forecast } = series;
  const all: IdealLabel[] = [];
  const add = (value: number, lines: EndLabel['lines'], rise = 0, hasLeader = true): void =>
    void all.push({ want: y(value) + 4.5 - rise, y: 0, lines, hasLeader });
  if (target !== undefined && !target.offScale)
    add(
      target.v,
      [
        ...targetLines(target, room).map((text) => ({ text, colour: 'ink' as const, bold: true })),
        { text: target.by, colour: 'ink-3', bold: false },
      ],
      20,
    );
  const wrap = (text: string, colour: EndLabel['lines'][number]['colour'], bold = false) =>
    nameLines(text, room, { bold }).map((line) => ({ text: line, colour, bold }));
  for (const { v, lines } of series.earlier)
    add(
      v,
      lines.flatMap((text) => wrap(text, 'ink-3')),
    );
  if (forecast !== undefined)
    add(forecast.p50, [...wrap(forecast.text, 'accent', true), ...wrap(forecast.band, 'ink-3')]);
  if (last !== undefined && endsAtRight(series)) {
    add(last.v, wrap(last.now, 'accent', true));
    if (last.plan !== undefined && last.planV !== undefined)
      add(last.planV, wrap(last.plan, 'ink-2'));
  }
  if (last !== undefined && withBlock) {
    const words = [
      ...wrap(last.date, 'ink-3'),
      ...wrap(last.now, 'accent', true),
      ...(last.plan === undefined ? [] : wrap(last.plan, 'ink-2')),
    ];
    add(last.v, words, 0, false);
  }
  return all.sort((a, b) => a.want - b.want);
}

/**
 * Keeps labels in the order of their values and at least one line apart, inside the plot. Labels
 * without room at the bottom move up, and only those above them that they meet.
 */
function spread(labels: readonly IdealLabel[], top: number, bottom: number): readonly EndLabel[] {
  const heights = labels.map(({ lines }) => lines.length * lineHeight + 2);
  let free = top;
  const places = labels.map(({ want }, at) => {
    const y = Math.max(want, free);
    free = y + (heights[at] ?? 0);
    return y;
  });
  let end = bottom + lineHeight;
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const y = Math.min(places[at] ?? 0, end - (heights[at] ?? 0));
    places[at] = y;
    end = y;
  }
  return labels.map(({ want, lines, hasLeader }, at) => {
    const y = places[at] ?? 0;
    const leader = hasLeader && Math.abs(y - want) > 6 ? want - 4.5 : undefined;
    return { y, lines, ...compact({ leader }) };
  });
}

function withoutOverlap(
  labels: readonly { readonly day: number; readonly text: string }[],
  x: (day: number) => number,
  left: number,
  right: number,
): readonly { readonly x: number; readonly text: string }[] {
  const position: { x: number; text: string; half: number }[] = [];
  for (const { day, text } of labels) {
    const half = textWidth(text, 12) / 2;
    const at = Math.min(Math.max(x(day), left + half), right - half);
    if (position.every((other) => Math.abs(other.x - at) >= other.half + half + 6))
      position.push({ x: at, text, half });
  }
  return position;
}

/** The height of a line of phases below the years. */
export const phaseLane = 20;
const countPhaseLanes = ({ phases }: ProgressSeries['time']): number =>
  Math.max(0, ...phases.map(({ lane }) => lane + 1));

/**
 * Finds the room for the words around the plot; at its right it is as wide as the widest of them.
 */
function findMargins(
  series: ProgressSeries,
  width: number,
  offScale: readonly string[],
  withBlock: boolean,
) {
  const { target, time } = series;
  const room = width * mostRight - 14;
  const texts = idealHeights(series, () => 0, room, withBlock).flatMap(({ lines }) => lines);
  const by = target?.offScale === true ? textWidth(target.by, 12) + 28 : 0;
  return {
    top: offScale.length === 0 ? 20 : 22 + 16 * offScale.length,
    right: Math.min(
      width * mostRight,
      Math.max(
        16,
        by,
        ...texts.map(({ text, bold }) => textWidth(text, 12, bold) + 14),
        ...offScale.map((line) => textWidth(line, 12, true) + 28),
      ),
    ),
    bottom: time.mode === 'years' ? 24 + countPhaseLanes(time) * phaseLane : 40,
    left: 26,
  };
}

/** Places all parts, with the words of the as-of block beside its line or among the end labels. */
function placeParts(
  series: ProgressSeries,
  width: number,
  height: number,
  withBlock: boolean,
): { readonly layout: ProgressLayout; readonly hasRoom: boolean } {
  const { target, time } = series;
  const room = width * mostRight - 14;
  const offScale = target?.offScale === true ? targetLines(target, room - offScaleIndent) : [];
  const margin = findMargins(series, width, offScale, withBlock);
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const x = linear(time.from, time.to, margin.left, right);
  const y = linear(0, series.max, bottom, margin.top);
  const ticks = series.yTicks.map(({ v, label }) => ({
    left: 0,
    right: textWidth(label, 12),
    top: y(v) - 17,
    bottom: y(v) - 2,
  }));
  const fixed = [...ticks, ...markAreas(series, { x, bottom })];
  const position = withBlock
    ? undefined
    : placeBlock(series, { x, y, margin, width, height }, fixed);
  const takenAreas = position === undefined ? fixed : [...fixed, position.area];
  const ideals = idealHeights(series, y, room, withBlock);
  const endsHeight = ideals.reduce((sum, { lines }) => sum + lines.length * lineHeight + 2, 0);
  const layout = {
    margin,
    x,
    y,
    offScale,
    ends: spread(ideals, 14, bottom + 4),
    timeLabels: withoutOverlap(time.labels, x, 0, right + 16),
    gapLabels: gapLabels(series, { x, y, right, top: margin.top, bottom, takenAreas }),
    yearLabels: withoutOverlap(time.years, x, 0, right + 20),
    ...compact({
      block: position?.block,
      lineTop: withBlock ? margin.top : position?.block.y,
    }),
  };
  const hasRoom = withBlock ? endsHeight <= bottom + 4 - 14 : position?.isFree !== false;
  return { layout, hasRoom };
}

/**
 * Places all parts of a drawing of this size: pure, from the table of font advances. Where the
 * words of the as-of block would cover a line, they are among the labels at the right end.
 */
export function progressLayout(
  series: ProgressSeries,
  width: number,
  height: number,
): ProgressLayout {
  const beside = placeParts(series, width, height, false);
  if (beside.hasRoom || series.target?.offScale === true) return beside.layout;
  const atEnd = placeParts(series, width, height, true);
  return (atEnd.hasRoom ? atEnd : beside).layout;
}

/** The focus points: each month, then each future corner of the plan. */
export const progressFocusPoints = (
  series: ProgressSeries,
  width: number,
  height: number,
): readonly FocusPoint[] => {
  const { x, y, margin } = progressLayout(series, width, height);
  return [
    ...series.points.map(({ day, v, date, lines, figure }) => ({
      x: x(day),
      y: v === null ? height - margin.bottom : y(v),
      title: date,
      lines,
      ...compact({ figure }),
    })),
    ...(series.forecast === undefined
      ? []
      : [
          {
            x: x(series.forecast.day),
            y: y(series.forecast.p50),
            title: series.forecast.text,
            lines: [{ label: '', value: series.forecast.band }],
            figure: series.forecast.figure,
          },
        ]),
    ...series.ahead.map(({ day, v, date, lines, figure }) => ({
      x: x(day),
      y: y(v),
      title: date,
      lines,
      figure,
    })),
  ];
};
