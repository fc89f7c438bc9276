import { keepResults } from '#charts/kit/keep-results.ts';
import { type AnnotationAxis, percentUnit, valueAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import { markMeasures, type OutlookChartRow, type OutlookSeries } from './series.ts';

/** The largest drawn share where one exceeds the target; a longer bar ends in an arrow. */
const longAxis = 1.25;
const shortAxis = 1;
const top = 26;
const barHeight = 16;
const lineHeight = 16;
const rowGap = 22;
const labelSize = 12;

/** Room for half of the word above the target line. */
const targetRoom = 48;
/** The written shares of the axis before the target. */
const tickShares = [0, 0.25, 0.5, 0.75] as const;

interface AxisTick {
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle';
}

export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly strong: boolean;
}
export interface OutlookRowLayout {
  readonly row: OutlookChartRow;
  readonly name: readonly string[];
  readonly y: number;
  /** Baseline of the name and the target. */
  readonly nameY: number;
  readonly barY: number;
  readonly nowX: number;
  readonly signedX: number;
  readonly allX: number;
  /** The bar of all projects continues beyond the axis. */
  readonly isCut: boolean;
  readonly labels: readonly PlacedLabel[];
}
export interface OutlookLayout {
  readonly width: number;
  readonly height: number;
  readonly targetX: number;
  /** The shares that have room before the word above the target line. */
  readonly ticks: readonly AxisTick[];
  /** The position of a share of the target. */
  readonly toX: (share: number) => number;
  readonly rows: readonly OutlookRowLayout[];
  readonly barHeight: number;
}

/**
 * Finds the end of the text of a surplus: before the line of the target if it has no room behind it.
 * @returns px from the left
 */
export const beyondX = (
  text: string,
  { width, targetX }: Pick<OutlookLayout, 'width' | 'targetX'>,
): number => (textWidth(text, 12, true) + 6 > width - targetX ? targetX - 6 : width);

/**
 * Places the text of an excess over a limit beside the line of the limit: behind it, or before it if
 * there is no room behind it.
 * @param middle the middle of the excess, px from the left
 * @returns the middle of the text, px from the left
 */
export function excessX(
  text: string,
  middle: number,
  { width, targetX }: Pick<OutlookLayout, 'width' | 'targetX'>,
): number {
  const size = textWidth(text, 12, true);
  return size + 6 > width - targetX
    ? targetX - 6 - size / 2
    : Math.min(width - size / 2, Math.max(middle, targetX + 6 + size / 2));
}

/**
 * Places the text of what is missing to a target: above its bracket, and before the line of the
 * target if it has room there.
 * @param middle the middle of what is missing, px from the left
 * @returns the middle of the text, px from the left
 */
export function missingX(
  text: string,
  middle: number,
  { targetX }: Pick<OutlookLayout, 'targetX'>,
): number {
  const half = textWidth(text, 12, true) / 2;
  return Math.max(half, Math.min(middle, targetX - 6 - half));
}

interface LabelRoom {
  readonly width: number;
  /** The line of the target, which no label crosses that has room before it. */
  readonly targetX: number;
}

/** Puts the labels of a bar side by side, in as many lines as they need. */
function placeLabels(
  row: OutlookChartRow,
  { width, targetX }: LabelRoom,
  y: number,
): readonly PlacedLabel[] {
  const marks = [
    { text: row.now?.label, strong: true },
    { text: row.signed?.label, strong: false },
    { text: row.all?.label, strong: false },
    { text: row.note, strong: false },
  ];
  let [x, line] = [0, 0];
  return marks.flatMap(({ text, strong }) => {
    if (text === undefined) return [];
    const neededWidth = textWidth(text, labelSize, strong);
    const crosses = x < targetX + 4 && x + neededWidth > targetX - 4;
    if (x > 0 && (x + neededWidth > width || crosses)) [x, line] = [0, line + 1];
    const position = { x, y: y + line * lineHeight, text, strong };
    x += neededWidth + 16;
    return [position];
  });
}

/** Finds the end of the axis. @returns a share of the target */
export const findAxisEnd = (rows: readonly OutlookChartRow[]): number =>
  rows.some(({ now, all }) => Math.max(now?.share ?? 0, all?.share ?? 0) > 1)
    ? longAxis
    : shortAxis;
/** Whether a bar continues beyond the end of the axis. */
export const isCutAt = ({ now, all }: OutlookChartRow, axisEnd: number): boolean =>
  (all?.share ?? now?.share ?? 0) > axisEnd;

/** Writes the shares of the axis that stay clear of the word above the target line. */
function placeTicks(target: string, toX: (share: number) => number): readonly AxisTick[] {
  const end = toX(1) - textWidth(target, labelSize, true) / 2 - 8;
  return tickShares
    .map(
      (share): AxisTick =>
        share === 0
          ? { x: 0, text: '0', anchor: 'start' }
          : { x: toX(share), text: `${share * 100}%`, anchor: 'middle' },
    )
    .filter(({ x, text }) => x + textWidth(text, labelSize) / 2 <= end);
}

/** Places every mark of the chart, in logical px. */
export const layOutlook = keepResults((series: OutlookSeries, width: number): OutlookLayout => {
  const { rows } = series;
  const axisEnd = findAxisEnd(rows);
  const room = axisEnd === longAxis ? width - 12 : width - targetRoom;
  const toX = (share: number): number => (Math.min(axisEnd, Math.max(0, share)) / axisEnd) * room;
  let y = top;
  const position = rows.map((row): OutlookRowLayout => {
    const room = toX(1) - textWidth(row.target, 12, true) - 28;
    const name = nameLines(row.name, room, { bold: true });
    const above = 24 + moreForName(name);
    const barY =
      y + above + ((row.missing ?? row.beyond ?? row.over) === undefined ? 0 : lineHeight);
    const labels = placeLabels(row, { width, targetX: toX(1) }, barY + barHeight + 16);
    const layout = {
      row,
      name,
      y,
      nameY: y + 16,
      barY,
      nowX: toX(row.now?.share ?? 0),
      signedX: toX(row.signed?.share ?? 0),
      allX: toX(row.all?.share ?? 0),
      isCut: isCutAt(row, axisEnd),
      labels,
    };
    y = Math.max(barY + barHeight, labels.at(-1)?.y ?? 0) + rowGap;
    return layout;
  });
  const ticks = placeTicks(series.target, toX);
  return { width, height: y, targetX: toX(1), ticks, toX, rows: position, barHeight };
});

/** Shares of the target, from left to right. */
export function outlookAxes(series: OutlookSeries, width: number): readonly AnnotationAxis[] {
  const { toX, height, rows } = layOutlook(series, width);
  if (rows.length === 0) return [];
  const most = findAxisEnd(series.rows);
  const ends = [toX(0), toX(most)] as const;
  return [
    valueAxis({ along: 'x', from: top, to: height - rowGap, ends }, percentUnit, (value) =>
      value > most * 100 || value < 0 ? Number.POSITIVE_INFINITY : toX(value / 100),
    ),
  ];
}

/**
 * The focus points: the present value of each target, the values with the signed and with all
 * projects, then what is missing.
 */
export const outlookFocusPoints = (series: OutlookSeries, width: number): readonly FocusPoint[] => {
  const { rows, targetX } = layOutlook(series, width);
  return rows.flatMap(({ row, barY, nowX, signedX, allX }): FocusPoint[] => {
    const y = barY + barHeight / 2;
    const point = (x: number, value: string, measure: MeasureId): FocusPoint => ({
      x,
      y,
      title: row.name,
      lines: [{ label: '', value }],
      figure: { measure, of: { target: row.id } },
    });
    const ends = { now: nowX, signed: signedX, all: allX };
    const marks = Object.entries(markMeasures).flatMap(([name, measure]) => {
      const label = row[name as keyof typeof ends]?.label;
      return label === undefined ? [] : [point(ends[name as keyof typeof ends], label, measure)];
    });
    const missing =
      row.missing === undefined
        ? []
        : [point((allX + targetX) / 2, row.missing, 'outlook_missing')];
    return marks.length > 0
      ? [...marks, ...missing]
      : [{ x: nowX, y, title: row.name, lines: [{ label: '', value: row.note ?? '' }] }];
  });
};
