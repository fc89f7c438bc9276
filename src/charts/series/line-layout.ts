import { keepResults } from '#charts/kit/keep-results.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { spreadLabels } from '#charts/kit/spread-labels.ts';
import { compact } from '#domain/values/compact.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { linear, tickDigits, ticksOver } from '#charts/kit/style/scale.ts';
import { numberText } from '#charts/kit/text/units.ts';
import type { ChartSeries, SeriesBlock, SeriesRow } from './series-types.ts';
import { placeYears, type PlacedYear } from './years.ts';

const phoneWidth = 400;
const size = 12;
const lineHeight = 16;
/** The height of the plot of one currency, and of each of several. */
const plotHeights = { one: 190, many: 120 };

export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly text: string;
}
export interface PlacedLine {
  readonly row: SeriesRow;
  readonly points: readonly LinePoint[];
  /** The label at its end. */
  readonly label: string;
  readonly labelY: number;
}
export interface PlacedBracket {
  readonly text: string;
  readonly y1: number;
  readonly y2: number;
}
export interface PlacedLines {
  readonly key: string;
  readonly heading: string;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  /** The position of a value in the display unit. */
  readonly toY: (value: number) => number;
  readonly lines: readonly PlacedLine[];
  readonly labelX: number;
  readonly bracketX: number;
  readonly brackets: readonly PlacedBracket[];
  /** On a phone the brackets are written as text below the plot. */
  readonly under: readonly string[];
}
export interface LineLayout {
  readonly x0: number;
  readonly x1: number;
  readonly blocks: readonly PlacedLines[];
  readonly years: readonly PlacedYear[];
  readonly axisY: number;
  readonly height: number;
}

const lastTotal = ({ values }: SeriesRow) => values.findLast(({ total }) => total !== undefined);
/** The label at the end of a line: its name and its last total. */
export const writeLabel = (row: SeriesRow): string =>
  `${row.lineName} ${lastTotal(row)?.totalText ?? '—'}`;

interface Frame {
  readonly isPhone: boolean;
  readonly x0: number;
  readonly x1: number;
  readonly labelWidth: number;
}
function findFrame({ blocks }: ChartSeries, width: number): Frame {
  const isPhone = width < phoneWidth;
  const rows = blocks.flatMap((block) => block.rows);
  const labelWidth = Math.max(0, ...rows.map((row) => textWidth(writeLabel(row), size, true)));
  const brackets = blocks.flatMap((block) => block.brackets);
  const bracketWidth =
    isPhone || brackets.length === 0
      ? 0
      : 24 + Math.max(...brackets.map(({ text }) => textWidth(text, size, false)));
  const x0 = 44;
  return { isPhone, x0, x1: Math.max(x0 + 80, width - labelWidth - bracketWidth - 14), labelWidth };
}

const listTotals = (rows: readonly SeriesRow[]): readonly number[] =>
  rows.flatMap(({ opening, values }) => [opening, ...values.map(({ total = 0 }) => total)]);

/**
 * Round numbers from zero to the largest total of a block; whole ones where projects are counted.
 */
export function totalTicks({ rows, beside = [], isCounted }: SeriesBlock): readonly number[] {
  const most = Math.max(0, ...listTotals([...rows, ...beside]));
  if (most === 0) return [0, 1];
  const ticks = ticksOver(most, 4);
  return isCounted && !ticks.every(Number.isInteger) ? ticksOver(most, Math.ceil(most)) : ticks;
}

function placeBlock(
  block: SeriesBlock,
  y: number,
  series: ChartSeries,
  frame: Frame,
): { readonly placed: PlacedLines; readonly end: number } {
  const { isPhone, x0, x1, labelWidth } = frame;
  const top = y + (block.heading === '' ? 8 : lineHeight + 10);
  const bottom = top + plotHeights[series.blocks.length === 1 ? 'one' : 'many'];
  const least = Math.min(0, ...listTotals([...block.rows, ...(block.beside ?? [])]));
  const ticks = totalTicks(block);
  const toY = linear(least, ticks.at(-1) ?? 1, bottom, top);
  const toX = linear(0, Math.max(1, series.periods.length), x0, x1);
  const drawnRows = block.rows.map((row) => {
    const stop = row.values.findIndex(({ total }) => total === undefined);
    const knownValues = stop < 0 ? row.values : row.values.slice(0, stop);
    return [
      { x: toX(0), y: toY(row.opening), name: '', text: '' },
      ...knownValues.map(({ total = 0, totalText = '' }, at) => ({
        x: toX(at + 1),
        y: toY(total),
        name: series.periods[at]?.name ?? '',
        text: totalText,
      })),
    ];
  });
  const places = spreadLabels(
    drawnRows.map((points) => points.at(-1)?.y ?? bottom),
    { top, bottom, apart: lineHeight },
  );
  const lines = block.rows.map((row, at) => ({
    row,
    points: drawnRows[at] ?? [],
    label: writeLabel(row),
    labelY: (places[at] ?? 0) + 4,
  }));
  const findY = (key: string): number =>
    (lines.find(({ row }) => row.key === key)?.labelY ?? 4) - 4;
  const digits = tickDigits(ticks);
  const end = bottom + (isPhone ? 6 + block.brackets.length * lineHeight : 0);
  return {
    placed: {
      key: block.key,
      heading: block.heading,
      top,
      bottom,
      ticks: ticks.map((tick) => ({ y: toY(tick), label: numberText(tick, digits) })),
      toY,
      lines,
      labelX: Math.max(x0, ...lines.map(({ points }) => points.at(-1)?.x ?? x0)) + 8,
      bracketX: x1 + labelWidth + 20,
      brackets: isPhone
        ? []
        : block.brackets.map(({ from, to, text }) => ({ text, y1: findY(from), y2: findY(to) })),
      under: isPhone ? block.brackets.map(({ text }) => text) : [],
    },
    end,
  };
}

/** Places the lines with their labels and brackets, in logical px. */
export const layLines = keepResults((series: ChartSeries, width: number): LineLayout => {
  const frame = findFrame(series, width);
  let y = 0;
  const axisRoom = 38;
  const blocks = series.blocks.map((block) => {
    const { placed, end } = placeBlock(block, y, series, frame);
    y = end + axisRoom;
    return placed;
  });
  const step = (frame.x1 - frame.x0) / Math.max(1, series.periods.length);
  return {
    x0: frame.x0,
    x1: frame.x1,
    blocks,
    years: placeYears(series.periods, { x0: frame.x0, step, inset: 1 }),
    axisY: y - axisRoom,
    height: y,
  };
});

/** The focus points of each line, in reading order. */
export const lineFocusPoints = (series: ChartSeries, width: number): readonly FocusPoint[] =>
  layLines(series, width).blocks.flatMap(({ heading, lines }) =>
    lines.flatMap(({ row, points }) =>
      points.slice(1).map(({ x, y, name, text }, at) => ({
        x,
        y,
        title: `${row.lineName} ${name}`,
        lines: [{ label: heading, value: text }],
        ...compact({ figure: row.values[at]?.figures.total }),
      })),
    ),
  );
