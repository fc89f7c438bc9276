import { keepResults } from '#charts/kit/keep-results.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { PipelineGroup, PipelineSeries } from './series-types.ts';

/** A narrower drawing has the second currency below the first one. */
const leastSideBySide = 480;
/**
 * From this width on, median and middle 8 in 10 of a distribution are in columns; else below the
 * name of the stage.
 */
const leastColumns = 700;
/** The least width of the plot beside columns of median and middle 8 in 10. */
const leastPlot = 200;
/** Whether the second currency is below the first. */
export const isStacked = ({ secondary }: PipelineSeries, width: number): boolean =>
  secondary !== undefined && width < leastSideBySide;

/** The columns of a drawing: ends of the words, the plot and the columns of numbers, in px. */
export interface Columns {
  readonly labelWidth: number;
  readonly left: number;
  readonly right: number;
  /** Right end of the numbers of projects, and of the room before them. */
  readonly count: number;
  readonly beforeCount: number;
  readonly sum: number;
  /** Right ends of medians and middle ranges, where they are in columns. */
  readonly spread: readonly [number, number] | undefined;
  readonly stacked: boolean;
  readonly radius: number;
}

/** Least distance between two labels of the axis, and to the heads of the columns, in px. */
const labelGap = 8;
/**
 * Places the labels of the axis left of the heads of the columns.
 * @returns the middle of the label of each tick in px; undefined for a label that would touch the
 *   one before it
 */
export function placeAxisLabels(
  { ticks, spreadColumns }: PipelineSeries,
  { spread, count }: Columns,
  x: (value: number) => number,
): readonly (number | undefined)[] {
  const head = spread === undefined ? 0 : textWidth(spreadColumns?.[0] ?? '', 12) + labelGap;
  let end = Number.NEGATIVE_INFINITY;
  return ticks.map(({ v, label }) => {
    const half = textWidth(label, 12) / 2;
    const middle = Math.min(x(v), count - head - half);
    if (middle - half < end + labelGap) return undefined;
    end = middle + half;
    return middle;
  });
}

/** The widest of some texts, in px. */
const widest = (texts: readonly string[], bold = false): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, 12, bold)));

/** The width of the sums without their head. */
const sumWidth = ({ groups }: PipelineSeries): number =>
  Math.max(
    widest(groups.flatMap(({ rows }) => rows.map(({ sum }) => sum))),
    widest(
      groups.map(({ sum }) => sum),
      true,
    ),
  );
/**
 * Whether the unit has a line of its own above the axis: in a narrow drawing the long name of a
 * currency would leave no room for the dots.
 */
export const isUnitAbove = (series: PipelineSeries, width: number): boolean =>
  width < leastSideBySide &&
  series.secondary === undefined &&
  widest([series.unit]) > sumWidth(series) + 16;

/** The widths of the sums of both currencies. */
function sumWidths(series: PipelineSeries, width: number) {
  const { groups, unit, secondary } = series;
  const rows = groups.flatMap((group) => group.rows);
  const sums = Math.max(isUnitAbove(series, width) ? 0 : widest([unit]), sumWidth(series));
  const others = Math.max(
    widest([secondary ?? '', ...rows.map((row) => row.secondary ?? '')]),
    widest(
      groups.map((group) => group.secondary ?? ''),
      true,
    ),
  );
  return { sums, others };
}

/**
 * Places the columns of a drawing of this width; each is as wide as its widest text. Median and
 * middle 8 in 10 stand below the name of the stage where their columns would leave little plot, as
 * for a currency with a long name.
 */
export const placeColumns = keepResults((series: PipelineSeries, width: number): Columns => {
  const { spreadColumns, secondary } = series;
  if (spreadColumns !== undefined && secondary === undefined && width >= leastColumns) {
    const columns = placeNumbers(series, width, spreadColumns);
    if (columns.right - columns.left >= leastPlot) return columns;
  }
  return placeNumbers(series, width, undefined);
});

/** Places the columns; `spreadColumns`: heads of the columns of a distribution. */
function placeNumbers(
  series: PipelineSeries,
  width: number,
  spreadColumns: PipelineSeries['spreadColumns'],
): Columns {
  const { groups, secondary } = series;
  const rows = groups.flatMap((group) => group.rows);
  const inColumns = spreadColumns !== undefined;
  const labels = rows.flatMap((row) => [
    row.label,
    ...(inColumns ? [] : (row.spread?.lines ?? [])),
  ]);
  const names = groups.map(({ label }) => label);
  const labelWidth = Math.min(width * 0.34, Math.max(40, widest(labels), widest(names, true)) + 12);
  const counts = Math.max(
    14,
    inColumns ? widest([spreadColumns[0]]) : 0,
    widest(
      groups.map(({ count }) => count),
      true,
    ),
  );
  const { sums, others } = sumWidths(series, width);
  const isStack = isStacked(series, width);
  const sum = secondary === undefined || isStack ? width : width - others - 16;
  const beforeSum = sum - (isStack ? Math.max(sums, others) : sums) - 16;
  const [medians, middles] = ([0, 1] as const).map((at) =>
    widest([spreadColumns?.[at + 1] ?? '', ...rows.map(({ spread }) => spread?.cells[at] ?? '')]),
  ) as [number, number];
  const medianEnd = beforeSum - middles - 16;
  const count = inColumns ? medianEnd - medians - 16 : beforeSum;
  const undisclosed = Math.max(
    0,
    ...rows.map(({ dots }) => Math.min(6, dots.filter(({ v }) => v === null).length)),
  );
  const radius = rows.some(({ dots }) => dots.length > 60) ? 3.4 : 5.2;
  return {
    labelWidth,
    left: labelWidth + 16 + undisclosed * radius * 2.1,
    right: count - counts - 16,
    count,
    beforeCount: count - counts - 8,
    sum,
    spread: inColumns ? [medianEnd, beforeSum] : undefined,
    stacked: isStack,
    radius,
  };
}

/** A mark with its word in the band of a group. */
export interface PlacedKey {
  readonly mark: 'dashed' | 'square';
  readonly words: string;
  /** Right end of the word, in px. */
  readonly end: number;
  /** 0: beside the name of the group. 1: below it. */
  readonly line: 0 | 1;
}

/** The width of a mark with its word; the next one may follow. */
const keyWidth = (word: string): number => textWidth(word, 12) + 24;

/**
 * Places the words of a group beside its name. A key without room goes below the name, since a mark
 * without its word is worse than a higher band; a note without room is left out.
 */
export function placeWords(
  { label, note, undisclosed, other, count }: PipelineGroup,
  columns: Columns,
): { readonly keys: readonly PlacedKey[]; readonly noteFits: boolean } {
  const { left, right, beforeCount, spread } = columns;
  // beside a distribution the numbers of projects have a head of their own: keep words off them
  const end = spread === undefined ? columns.count - textWidth(count, 12, true) - 10 : right;
  const room = beforeCount - Math.max(left, 4 + textWidth(label, 12, true) + 10);
  const widths: [number, number] = [0, 0];
  const keys = (
    [
      ['dashed', undisclosed],
      ['square', other],
    ] as const
  ).flatMap(([mark, words]): readonly PlacedKey[] => {
    if (words === undefined) return [];
    const line = widths[0] + keyWidth(words) <= room ? 0 : 1;
    const key = { mark, words, end: end - widths[line], line } as const;
    widths[line] += keyWidth(words);
    return [key];
  });
  const noteWidth = note === undefined ? 0 : textWidth(note, 12) + 8;
  return { keys, noteFits: noteWidth > 0 && noteWidth + widths[0] <= room };
}

/** Whether a group has a key below its name. */
export const hasKeysBelow = (series: PipelineSeries, width: number): boolean => {
  const columns = placeColumns(series, width);
  return series.groups.some((group) => placeWords(group, columns).keys.some(({ line }) => line));
};
