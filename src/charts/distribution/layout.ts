import { keepResults } from '#charts/kit/keep-results.ts';
import { type AnnotationAxis, valueAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { drawLines, type Shape } from '#charts/kit/shapes/shapes.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { drawBins, drawDots, type Frame, type Marks, plotHeight, radius } from './marks.ts';
import type { DrawnSizes, SizeBlock, SizeSeries } from './series.ts';

/** From this width on, names and numbers are beside the plot. */
const leastBeside = 520;
const headHeight = 24;

interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly points: readonly FocusPoint[];
  readonly axes: readonly AnnotationAxis[];
}

function placeFrame(
  series: SizeSeries,
  block: SizeBlock,
  { width, beside }: Pick<Frame, 'width' | 'beside'>,
): Frame {
  const { heads, small } = series;
  const { rows, beside: others = [], from, to, top } = block;
  const all = [...rows, ...others];
  const widths = heads.map((head, at) =>
    Math.max(
      textWidth(head, small),
      ...all.map(({ columns }) => textWidth(columns[at] ?? '', 12, true)),
    ),
  );
  const columns = widths.map(
    (_, at) => width - widths.slice(at + 1).reduce((sum, next) => sum + next + 14, 0),
  );
  const names = all.map(({ name, knownCount }) =>
    Math.max(textWidth(name, 12, true), textWidth(knownCount, small)),
  );
  const left = beside ? Math.min(width * 0.26, Math.max(60, ...names)) + 12 : radius + 2;
  const first = (columns[0] ?? width) - (widths[0] ?? 0);
  const right = beside ? Math.max(left + 60, first - 16) : width - radius - 2;
  const x = linear(from, to, left, right);
  return { width, beside, left, right, x, top, small, columns: beside ? columns : [] };
}

/** The least distance between two labels of the axis. */
const tickGap = 10;

interface TickLabel {
  readonly text: string;
  readonly middle: number;
  readonly half: number;
}

/** Places labels at powers of ten, moved inwards at the ends: every power, or as many as fit. */
function placeTicks({ ticks }: SizeBlock, { x, left, right, small }: Frame): readonly TickLabel[] {
  const labels = ticks.map(({ at, text }): TickLabel => {
    const half = textWidth(text, small) / 2;
    return { text, half, middle: Math.min(Math.max(x(at), left + half - 4), right - half + 4) };
  });
  const areApart = (some: readonly TickLabel[]): boolean =>
    some.every(({ middle, half }, at) => {
      const before = some[at - 1];
      return before === undefined || middle - half >= before.middle + before.half + tickGap;
    });
  const choices = labels.map((_, skipped) => labels.filter((__, at) => at % (skipped + 1) === 0));
  return choices.find(areApart) ?? [];
}

/**
 * Whether names and numbers leave room for the plots beside them: two labels of each axis at least,
 * since one alone gives no scale.
 */
const hasRoomBeside = (series: SizeSeries, width: number): boolean =>
  width >= leastBeside &&
  series.blocks.every((block) => {
    const labels = placeTicks(block, placeFrame(series, block, { width, beside: true }));
    return labels.length >= Math.min(2, block.ticks.length);
  });

/** Whether the unit fits left of the first label of the axis. */
function hasRoomForUnit(block: SizeBlock, frame: Frame): boolean {
  const [first] = placeTicks(block, frame);
  const end = textWidth(block.heading, 12, true) + tickGap;
  return frame.beside && (first === undefined || end <= first.middle - first.half);
}

function drawHead(series: SizeSeries, block: SizeBlock, frame: Frame, top: number): Shape[] {
  const { small, columns } = frame;
  const y = top + 12;
  return [
    ...placeTicks(block, frame).map(
      ({ text, middle }): Shape => ({
        kind: 'text',
        x: middle,
        y,
        text,
        size: small,
        anchor: 'middle',
        colour: 'ink-3',
      }),
    ),
    ...columns.map(
      (end, at): Shape => ({
        kind: 'text',
        x: end,
        y,
        text: series.heads[at] ?? '',
        size: small,
        anchor: 'end',
        colour: 'ink-3',
      }),
    ),
  ];
}

const nameOf = (row: DrawnSizes, { beside, width, left }: Frame): readonly string[] =>
  nameLines(row.name, beside ? left - 10 : width * 0.55, { bold: true });

function drawWords(row: DrawnSizes, frame: Frame, top: number, middle: number): Shape[] {
  const { beside, width, columns, small } = frame;
  const lines = nameOf(row, frame);
  const more = moreForName(lines);
  const name = (y: number): readonly Shape[] =>
    drawLines(lines, { x: 0, y, bold: true, colour: 'ink' });
  const drawKnownCount = (x: number, y: number, anchor: 'start' | 'end'): Shape[] =>
    row.knownCount === ''
      ? []
      : [{ kind: 'text', x, y, text: row.knownCount, size: small, colour: 'ink-3', anchor }];
  if (!beside)
    return [
      ...name(top + 14),
      ...drawKnownCount(width, top + 14, 'end'),
      { kind: 'text', x: 0, y: top + 30 + more, text: row.narrow, size: small, colour: 'ink-2' },
    ];
  return [
    ...name(row.knownCount === '' ? middle + 4 : middle - 4),
    ...drawKnownCount(0, middle + 11 + more, 'start'),
    ...row.columns.map(
      (text, at): Shape => ({
        kind: 'text',
        x: columns[at] ?? width,
        y: middle + 4,
        text,
        anchor: 'end',
        bold: at === 1,
        colour: at === 1 ? 'ink' : 'ink-2',
      }),
    ),
  ];
}

function layRow(
  row: DrawnSizes,
  { frame, series, block }: { frame: Frame; series: SizeSeries; block: SizeBlock },
  top: number,
): Marks & { readonly bottom: number } {
  const more = moreForName(nameOf(row, frame));
  const plotTop = frame.beside ? top + 4 : top + 36 + more;
  const base = plotTop + plotHeight;
  const middle = plotTop + plotHeight / 2;
  const bins = drawBins(row, frame, base, series);
  const dots = drawDots(row, frame, middle);
  const points = [...bins.points, ...dots.points];
  const median = row.median === undefined ? undefined : frame.x(row.median);
  const bottom = base + (frame.beside ? 4 + more : 8);
  const [projects, half, eight] = row.columns;
  return {
    bottom,
    shapes: [
      ...block.ticks.map(({ at }): Shape => {
        const x = frame.x(at);
        return { kind: 'line', from: [x, plotTop], to: [x, base], colour: 'grid' };
      }),
      ...bins.shapes,
      ...(median === undefined
        ? []
        : ([
            { kind: 'bar', x: median - 2, y: plotTop, width: 4, height: plotHeight, fill: 'bg' },
            { kind: 'bar', x: median - 1, y: plotTop, width: 2, height: plotHeight, fill: 'ink' },
          ] as const)),
      {
        kind: 'line',
        from: [frame.left, base + 0.5],
        to: [frame.right, base + 0.5],
        colour: 'axis',
      },
      ...dots.shapes,
      ...drawWords(row, frame, top, middle),
    ],
    points:
      points.length > 0
        ? points
        : [
            {
              x: frame.left,
              y: middle,
              title: row.name,
              figure: row.figure,
              lines: [
                {
                  label: series.heads[0],
                  value: row.knownCount === '' ? projects : row.knownCount,
                },
                { label: series.heads[1], value: half },
                { label: series.heads[2], value: eight },
              ],
            },
          ],
  };
}

/** Places the marks of every stage on one log axis per unit, in logical px. */
export const laySizes = keepResults((series: SizeSeries, width: number): Drawing => {
  const shapes: Shape[] = [];
  const points: FocusPoint[] = [];
  const axes: AnnotationAxis[] = [];
  let y = 0;
  const beside = hasRoomBeside(series, width);
  if (series.blocks.length === 0) shapes.push({ kind: 'text', x: 0, y: 24, text: series.empty });
  for (const block of series.blocks) {
    const frame = placeFrame(series, block, { width, beside });
    const { left, right, x } = frame;
    const { heading } = block;
    if (heading !== '') {
      shapes.push({ kind: 'text', x: 0, y: y + 12, text: heading, bold: true, colour: 'ink' });
      y += hasRoomForUnit(block, frame) ? 0 : 18;
    }
    shapes.push(...drawHead(series, block, frame, y));
    y += headHeight;
    const from = y;
    for (const row of block.rows) {
      const rowLayout = layRow(row, { frame, series, block }, y);
      shapes.push(...rowLayout.shapes);
      points.push(...rowLayout.points);
      y = rowLayout.bottom;
    }
    const place = (value: number): number =>
      value > 0 ? x(Math.log10(value)) : Number.NEGATIVE_INFINITY;
    axes.push(valueAxis({ along: 'x', from, to: y, ends: [left, right] }, block.axis, place));
    y += 14;
  }
  return { height: Math.max(44, Math.ceil(y - 8)), shapes, points, axes };
});
