import { keepResults } from '#charts/kit/keep-results.ts';
import { type AnnotationAxis, valueAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { drawLines, type Shape } from '#charts/kit/shapes/shapes.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import { linear } from '#charts/kit/style/scale.ts';
import { compact } from '#domain/values/compact.ts';
import type { LadderBlock, LadderRow, LadderSeries } from './series.ts';

const leastBeside = 520;
/** Height of each rung's bar; later rungs are thinner. */
const heights = [18, 18, 10, 4] as const;
const bar = heights[0];
const headLine = 46;

interface Frame {
  readonly width: number;
  readonly beside: boolean;
  readonly names: number;
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
  /** Right ends of the number columns. */
  readonly columns: readonly number[];
}
interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly points: readonly FocusPoint[];
  readonly axes?: readonly AnnotationAxis[];
}

function placeFrame({ heads, small }: LadderSeries, block: LadderBlock, width: number): Frame {
  const { rows: own, total, beside: other } = block;
  const rows = other === undefined ? own : [...own, ...other.rows];
  const totals = other === undefined ? [total] : [total, other.total];
  const beside = width >= leastBeside;
  const longest = Math.max(...[...rows, ...totals].map(({ name }) => textWidth(name, 12, true)));
  const names = beside ? Math.min(longest, width * 0.24) : width;
  const widths = heads.map((head, at) =>
    Math.max(
      textWidth(head, small),
      ...[...rows, ...totals].map(({ rungs }) => textWidth(rungs[at]?.text ?? '', 12, true)),
    ),
  );
  const columns = widths.map(
    (_, at) => width - widths.slice(at + 1).reduce((sum, next) => sum + next + 14, 0),
  );
  const first = (columns[0] ?? width) - (widths[0] ?? 0);
  const left = beside ? names + 14 : 0;
  const right = beside ? Math.max(left + 60, first - 18) : width - 4;
  const values = rows.flatMap(({ rungs }) => rungs.map(({ value }) => value ?? 0));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = linear(least, most > least ? most : least + 1, left, right);
  return { width, beside, names, left, right, x, columns };
}

/** Draws the mark of a rung: outlined, light, mid and thinner, thin and dark. */
function drawRung(at: number, from: number, to: number, y: number): Shape {
  const height = heights[at] ?? 4;
  const top = y + (bar - height) / 2;
  const [x, width] = [Math.min(from, to), Math.max(1, Math.abs(to - from))];
  if (at === 0)
    return {
      kind: 'bar',
      x: x + 0.5,
      y: top + 0.5,
      width: width - 1,
      height: height - 1,
      stroke: 'ink-3',
    };
  const fills = ['bg', 'stage-2', 'stage-4', 'ink'] as const;
  return {
    kind: 'bar',
    x,
    y: top,
    width,
    height,
    fill: fills[at] ?? 'ink',
    ...compact({ stroke: at === 1 ? 'accent' : undefined }),
  };
}

function drawBars({ rungs }: LadderRow, { x }: Frame, y: number): Shape[] {
  // the outline comes last, so that a bar beyond it is visible
  const order = [1, 2, 3, 0];
  return order.flatMap((at): Shape[] => {
    const value = rungs[at]?.value;
    return value === undefined || value === 0 ? [] : [drawRung(at, x(0), x(value), y)];
  });
}

/** Draws the head of each column with the mark of its rung. */
function drawHeads(series: LadderSeries, unit: string, frame: Frame, top: number): Shape[] {
  const { heads, small } = series;
  const addNote = (x: number, y: number, text: string): Shape => ({
    kind: 'text',
    x,
    y,
    text,
    size: small,
    anchor: 'end',
    colour: 'ink-3',
  });
  if (frame.beside)
    return [
      { kind: 'text', x: 0, y: top + headLine - 8, text: unit, size: small, colour: 'ink-3' },
      ...frame.columns.flatMap((x, at) => [
        drawRung(at, x - 22, x, top + 4),
        addNote(x, top + headLine - 8, heads[at] ?? ''),
      ]),
    ];
  const step = frame.width / heads.length;
  return heads.flatMap((head, at): Shape[] => [
    drawRung(at, at * step, at * step + 22, top + 4),
    { kind: 'text', x: at * step, y: top + headLine - 8, text: head, size: small, colour: 'ink-3' },
  ]);
}

function drawNumbers(row: LadderRow, frame: Frame, y: number, isTotal: boolean): Shape[] {
  const { beside, columns, width } = frame;
  const step = width / row.rungs.length;
  return row.rungs.map(({ text, bold }, at) => ({
    kind: 'text',
    y,
    text,
    bold: bold || isTotal,
    colour: isTotal || bold ? 'ink' : 'ink-2',
    x: beside ? (columns[at] ?? width) : at * step,
    ...compact({ anchor: beside ? 'end' : undefined }),
  }));
}

/** Lists a focus point at the end of each known rung; one for a row without any. */
function listPoints(row: LadderRow, frame: Frame, isTotal: boolean, y: number): FocusPoint[] {
  const rest = row.lines.slice(row.rungs.length);
  const points = row.rungs.flatMap(({ value, figure }, at): FocusPoint[] => {
    const line = row.lines[at];
    if (value === undefined || line === undefined) return [];
    const x = isTotal ? (frame.columns[at] ?? (frame.width / 4) * at) : frame.x(value);
    return [{ x, y, title: row.name, lines: [line, ...rest], figure }];
  });
  return points.length > 0
    ? points
    : [
        {
          x: frame.left,
          y,
          title: row.name,
          lines: row.lines,
          figure: row.rungs[0]?.figure,
        },
      ].map(compact);
}

function layRow(row: LadderRow, frame: Frame, top: number, isTotal: boolean): Drawing {
  const { beside, width, names } = frame;
  const name = nameLines(row.name, names, { bold: isTotal });
  const more = moreForName(name);
  const bars = beside ? top + 8 : top + 20 + more;
  const y = isTotal ? (beside ? top + 18 : top + 14) : bars + bar / 2 + 4;
  const bottom =
    (isTotal ? y + (beside ? 12 : 30) : bars + bar + (beside ? 8 : 26)) + (beside ? more : 0);
  return {
    height: bottom,
    shapes: [
      ...(isTotal ? [] : drawBars(row, frame, bars)),
      ...drawLines(name, { x: 0, y: beside ? y : top + 14, colour: 'ink', bold: isTotal }),
      ...drawNumbers(row, frame, beside ? y : isTotal ? y + 18 : bars + bar + 16, isTotal),
      { kind: 'line', from: [0, bottom], to: [width, bottom], colour: isTotal ? 'bg' : 'grid' },
    ],
    points: listPoints(row, frame, isTotal, isTotal ? y - 4 : bars + bar / 2),
  };
}

/** Places four nested bars from one zero for each group, one block below the other. */
export const layLadder = keepResults((series: LadderSeries, width: number): Drawing => {
  const shapes: Shape[] = [];
  const points: FocusPoint[] = [];
  const axes: AnnotationAxis[] = [];
  let y = 0;
  if (series.blocks.length === 0) shapes.push({ kind: 'text', x: 0, y: 24, text: series.empty });
  for (const block of series.blocks) {
    const frame = placeFrame(series, block, width);
    if (!frame.beside) {
      shapes.push({
        kind: 'text',
        x: width,
        y: y + 12,
        text: block.unit,
        size: series.small,
        anchor: 'end',
        colour: 'ink-3',
      });
      y += 16;
    }
    shapes.push(...drawHeads(series, block.unit, frame, y));
    y += headLine;
    const from = y;
    for (const row of block.rows) {
      const rowLayout = layRow(row, frame, y, false);
      shapes.push(...rowLayout.shapes);
      points.push(...rowLayout.points);
      y = rowLayout.height;
    }
    axes.push(
      valueAxis({ along: 'x', from, to: y, ends: [frame.left, frame.right] }, block.axis, frame.x),
    );
    const zero = frame.x(0);
    shapes.push({ kind: 'line', from: [zero, from], to: [zero, y], colour: 'axis' });
    const total = layRow(block.total, frame, y, true);
    shapes.push(...total.shapes);
    points.push(...total.points);
    y = total.height + 8;
  }
  return { height: Math.max(44, Math.ceil(y)), shapes, points, axes };
});
