import { compact } from '#domain/values/compact.ts';
import { keepResults } from '#charts/kit/keep-results.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { linear } from '#charts/kit/style/scale.ts';
import type {
  AxisPeriod,
  ChartSeries,
  SeriesBlock,
  SeriesRow,
  SeriesValue,
} from './series-types.ts';
import { placeYears, type PlacedYear } from './years.ts';

const phoneWidth = 400;
const wideWidth = 880;
const size = 12;
const lineHeight = 16;
const labelRoom = 18;
const axisRoom = 40;
const mostPeriods = {
  month: [13, 25],
  quarter: [8, 12],
  half_year: [8, 12],
  year: [10, 15],
} as const;
const phonePeriods = 5;
/** Counts the periods that a drawing of bars can show. @returns the largest number */
export const mostBars = (length: keyof typeof mostPeriods): number => mostPeriods[length][1];

/** A bar with its number and the line of the year before. */
export interface PlacedBar {
  readonly period: AxisPeriod;
  readonly value: SeriesValue;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly lineY?: number;
  readonly label: { readonly y: number; readonly isInside: boolean };
}
export interface PlacedBarRow {
  readonly row: SeriesRow;
  readonly headY: number;
  /** The lines beside the bars, or one line above them. */
  readonly head: readonly string[];
  readonly zeroY: number;
  readonly top: number;
  readonly bottom: number;
  readonly bars: readonly PlacedBar[];
  /** The position of a value in the display unit. */
  readonly toY: (value: number) => number;
}
export interface PlacedBlock {
  readonly key: string;
  readonly heading: string;
  readonly headingY: number;
  readonly rows: readonly PlacedBarRow[];
}
export interface BarLayout {
  readonly isPhone: boolean;
  readonly plotX: number;
  readonly slot: number;
  readonly blocks: readonly PlacedBlock[];
  readonly axisY: number;
  readonly years: readonly PlacedYear[];
  readonly height: number;
}

interface Frame {
  readonly isPhone: boolean;
  readonly plotX: number;
  readonly slot: number;
  /** The first period that is shown. */
  readonly from: number;
}
function findFrame({ blocks, periods, size: length }: ChartSeries, width: number): Frame {
  const isPhone = width < phoneWidth;
  const rows = blocks.flatMap((block) => block.rows);
  const heads = rows.flatMap(({ name, head }) => [
    textWidth(name, size, true),
    ...head.map((line) => textWidth(line, size, false)),
  ]);
  const plotX = isPhone ? 0 : Math.min(width * 0.36, Math.max(0, ...heads) + 16);
  const texts = rows.flatMap(({ values }) => values.map(({ text }) => textWidth(text, size, true)));
  const ticks = periods.map(({ tick }) => textWidth(tick, size, false));
  const least = Math.max(24, ...texts, ...ticks) + 8;
  const [some, many] = mostPeriods[length];
  const most = isPhone ? phonePeriods : width >= wideWidth ? many : some;
  const visible = Math.max(1, Math.min(most, periods.length, Math.floor((width - plotX) / least)));
  return {
    isPhone,
    plotX,
    slot: Math.min(72, (width - plotX) / visible),
    from: periods.length - visible,
  };
}

/**
 * Places a number at the foot of its bar, or beyond the bar and the line where it would touch them.
 */
function placeLabel(
  { value = 0 }: SeriesValue,
  {
    top,
    height,
    lineY,
    zeroY,
    isFilled,
  }: {
    readonly top: number;
    readonly height: number;
    readonly lineY: number | undefined;
    readonly zeroY: number;
    readonly isFilled: boolean;
  },
): PlacedBar['label'] {
  if (value < 0) {
    const under = top + height + 13;
    const touches = lineY !== undefined && lineY > top + height - 2 && lineY < under + 3;
    return { y: touches ? lineY + 13 : under, isInside: false };
  }
  const isFree = lineY === undefined || lineY < zeroY - 20 || lineY >= zeroY;
  if (isFilled && height >= 20 && isFree) return { y: zeroY - 5, isInside: true };
  const touches = lineY !== undefined && lineY <= top + 2 && lineY > top - 18;
  return { y: (touches ? lineY : top) - 5, isInside: false };
}

interface RowFrame extends Frame {
  readonly toY: (value: number) => number;
  readonly isExample: boolean;
}
function placeBars(row: SeriesRow, periods: readonly AxisPeriod[], frame: RowFrame): PlacedBar[] {
  const { from, slot, plotX, toY, isExample } = frame;
  const zeroY = toY(0);
  const width = Math.min(34, slot * 0.62);
  return periods.slice(from).flatMap((period, at): PlacedBar[] => {
    const value = row.values[from + at];
    if (value === undefined) return [];
    const end = toY(value.value ?? 0);
    const top = Math.min(zeroY, end);
    const height = Math.abs(end - zeroY);
    const lineY = value.before === undefined ? undefined : toY(value.before);
    const isFilled =
      !isExample &&
      period.state !== 'unknown' &&
      !period.isPartial &&
      textWidth(value.text, size, true) <= width - 2;
    return [
      {
        period,
        value,
        x: plotX + at * slot + (slot - width) / 2,
        width,
        top,
        height,
        ...compact({ lineY }),
        label: placeLabel(value, { top, height, lineY, zeroY, isFilled }),
      },
    ];
  });
}

/** Finds the smallest and the largest displayed value, with those of the year before. */
function findRange({ rows, beside = [] }: SeriesBlock, from: number): readonly [number, number] {
  const visibleValues = [...rows, ...beside].flatMap(({ values }) =>
    values.slice(from).flatMap(({ value, before }) => [value ?? 0, before ?? 0]),
  );
  return [Math.min(0, ...visibleValues), Math.max(0, ...visibleValues)];
}

/** The height of a row; smaller where there are many. */
function measurePlotHeight({ blocks }: ChartSeries): number {
  const rows = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  if (rows === 1) return 130;
  return rows <= 3 ? 52 : 40;
}

function placeBlock(
  block: SeriesBlock,
  y: number,
  series: ChartSeries,
  frame: Frame,
): { readonly placed: PlacedBlock; readonly end: number } {
  const [least, most] = findRange(block, frame.from);
  const plotHeight = measurePlotHeight(series);
  const below = least < 0 ? labelRoom : 0;
  let at = y + (block.heading === '' ? 0 : lineHeight + 2);
  const rows = block.rows.map((row): PlacedBarRow => {
    const top = at + (frame.isPhone ? 2 * lineHeight : 0) + labelRoom;
    const bottom = top + plotHeight;
    const toY = linear(least, most === least ? least + 1 : most, bottom, top);
    const head = frame.isPhone ? [row.head.join('  ')] : row.head;
    const heads = frame.isPhone ? 0 : (head.length + 1) * lineHeight + 6;
    const position = {
      row,
      headY: at + 12,
      head,
      zeroY: toY(0),
      toY,
      top,
      bottom,
      bars: placeBars(row, series.periods, { ...frame, toY, isExample: series.isExample }),
    };
    at = Math.max(bottom + below + 10, at + heads);
    return position;
  });
  return { placed: { key: block.key, heading: block.heading, headingY: y + 12, rows }, end: at };
}

/** Places every bar, number and line, in logical px. */
export const layBars = keepResults((series: ChartSeries, width: number): BarLayout => {
  const frame = findFrame(series, width);
  let y = 0;
  const blocks = series.blocks.map((block) => {
    const { placed, end } = placeBlock(block, y, series, frame);
    y = end + 6;
    return placed;
  });
  const { isPhone, plotX, slot } = frame;
  return {
    isPhone,
    plotX,
    slot,
    blocks,
    axisY: y,
    years:
      series.size === 'year'
        ? []
        : placeYears(series.periods.slice(frame.from), { x0: plotX, step: slot, inset: 3 }),
    height: y + axisRoom,
  };
});

/** The focus points: each bar, then its line of the year before, row by row. */
export const barFocusPoints = (
  series: ChartSeries,
  width: number,
  words: { readonly before: string; readonly undisclosed: string },
): readonly FocusPoint[] =>
  layBars(series, width).blocks.flatMap(({ heading, rows }) =>
    rows.flatMap(({ row, bars }) =>
      bars.flatMap(({ period, value, x, width: barWidth, top, lineY }): FocusPoint[] => {
        const place = { x: x + barWidth / 2, title: `${row.name} ${period.name}` };
        const { text, beforeText, undisclosed, figures } = value;
        const before = beforeText === undefined ? [] : [{ label: words.before, value: beforeText }];
        return [
          {
            ...place,
            y: top,
            lines: [
              { label: heading, value: text === '' ? series.noRecord : text },
              ...(text === '' ? [] : before),
              ...(undisclosed > 0
                ? [{ label: words.undisclosed, value: String(undisclosed) }]
                : []),
            ],
            ...compact({ figure: value.value === undefined ? undefined : figures.value }),
          },
          ...(lineY === undefined
            ? []
            : [{ ...place, y: lineY, lines: before, figure: figures.before }]),
        ];
      }),
    ),
  );
