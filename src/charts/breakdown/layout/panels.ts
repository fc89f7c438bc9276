import { compact } from '#domain/values/compact.ts';
import {
  type BreakdownSeries,
  type DrawnBlock,
  type DrawnRow,
  rowsOnScale,
} from '#charts/breakdown/data/series.ts';
import { type AnnotationAxis, valueAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { drawLines, type Shape } from '#charts/kit/shapes/shapes.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import { linear } from '#charts/kit/style/scale.ts';
import type { Drawing } from './drawing.ts';

const line = 17;
const bar = 11;
const leastHead = 24;
const gap = 26;

interface Grid {
  readonly columns: number;
  /** Room for the part names at the left of a panel. */
  readonly names: number;
  readonly width: number;
  /** The first panel of a line is wider by the names. */
  readonly named: 'each' | 'first';
}

/** Chooses how many panels are side by side. Grouped bars have one panel below the other. */
function placeGrid({ form, parts }: BreakdownSeries, width: number): Grid {
  const names = Math.min(
    width * 0.4,
    Math.max(...parts.map(({ name }) => textWidth(name, 12))) + 10,
  );
  const most = form === 'grouped' ? 1 : width >= 880 ? 4 : width >= 560 ? 3 : width >= 440 ? 2 : 1;
  if (most === 1) return { columns: 1, names, width: width - names, named: 'each' };
  return { columns: most, names, width: (width - names - gap * (most - 1)) / most, named: 'first' };
}

interface Scale {
  readonly least: number;
  readonly most: number;
  /** Room for the longest value behind a bar. */
  readonly values: number;
}
function findScale(block: DrawnBlock, small: number): Scale {
  const cells = rowsOnScale(block).flatMap((row) => row.cells);
  const values = cells.map(({ value }) => value ?? 0);
  return {
    least: Math.min(0, ...values),
    most: Math.max(0, ...values),
    values: Math.max(
      ...cells.map(
        ({ text, unknown }) => textWidth(text, small) + (unknown === undefined ? 0 : 16),
      ),
    ),
  };
}

/** Breaks the name of a group above its panel into lines. */
const titleLines = (row: DrawnRow, width: number): readonly string[] =>
  nameLines(row.name, width - textWidth(row.total.text, 12) - 10, { bold: true });

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the name of the group. */
  readonly head: number;
  /** The top of the line of each part, and the bottom of the last one. */
  readonly tops: readonly number[];
}
/** Draws the bar of a part, its value, and a ring for amounts that are not known. */
function drawCell(
  { value, text, unknown }: DrawnRow['cells'][number],
  part: BreakdownSeries['parts'][number] | undefined,
  { from, end, top }: { readonly from: number; readonly end: number; readonly top: number },
  small: number,
): readonly Shape[] {
  const isNegative = (value ?? 0) < 0;
  const isOnlyRing = value === undefined && unknown !== undefined;
  const shapes: Shape[] = [];
  if (value !== undefined && value !== 0)
    shapes.push({
      kind: 'bar',
      x: from,
      y: top,
      width: Math.max(1, end - from),
      height: bar,
      fill: part?.fill ?? 'accent',
      ...compact({ stroke: part?.outlined === true ? 'accent' : undefined }),
    });
  if (!isOnlyRing)
    shapes.push({
      kind: 'text',
      y: top + 10,
      text,
      size: small,
      colour: 'ink-2',
      x: isNegative ? from - 4 : end + 5,
      ...compact({ anchor: isNegative ? 'end' : undefined }),
    });
  if (unknown !== undefined)
    shapes.push({
      kind: 'ring',
      x: end + (isOnlyRing ? 9 : 14 + textWidth(text, small)),
      y: top + 6,
    });
  return shapes;
}

function drawPanel(
  { parts, small }: BreakdownSeries,
  row: DrawnRow,
  { least, most, values }: Scale,
  { x, y, width, head, tops }: Place,
): {
  readonly shapes: readonly Shape[];
  readonly points: readonly FocusPoint[];
  readonly to: (value: number) => number;
} {
  const negative = least < 0 ? textWidth('−000', small) : 0;
  const to = linear(least, most > least ? most : least + 1, x + negative, x + width - values - 8);
  const zero = to(0);
  const total = row.total.text;
  const rule = y + head - 5.5;
  const shapes: Shape[] = [
    ...drawLines(titleLines(row, width), { x, y: y + 12, bold: true, colour: 'ink' }),
    { kind: 'text', x: x + width, y: y + 12, text: total, anchor: 'end' },
    { kind: 'line', from: [x, rule], to: [x + width, rule], colour: 'rule-strong' },
  ];
  const points: FocusPoint[] = [];
  for (const [at, cell] of row.cells.entries()) {
    const top = y + head + (tops[at] ?? 0);
    const value = cell.value ?? 0;
    const [from, end] = [Math.min(zero, to(value)), Math.max(zero, to(value))];
    const part = parts[at];
    shapes.push(...drawCell(cell, part, { from, end, top }, small));
    points.push({
      x: (from + end) / 2,
      y: top + bar / 2,
      half: (end - from) / 2,
      title: `${row.name} · ${part?.name ?? ''}`,
      lines: cell.lines,
      figure: cell.figure,
    });
  }
  const bottom = y + head + (tops.at(-1) ?? 0);
  shapes.push({ kind: 'line', from: [zero, y + head - 2], to: [zero, bottom], colour: 'axis' });
  return { shapes, points, to };
}

/** Places a panel for each group, all on one scale, with a bar for each part. */
export function layPanels(series: BreakdownSeries, width: number): Drawing {
  const shapes: Shape[] = [];
  const points: FocusPoint[] = [];
  const axes: AnnotationAxis[] = [];
  const grid = placeGrid(series, width);
  const names = series.parts.map(({ name }) => nameLines(name, grid.names - 8));
  const tops = [0];
  for (const name of names) tops.push((tops.at(-1) ?? 0) + line + moreForName(name));
  let y = 0;
  for (const block of series.blocks) {
    const scale = findScale(block, series.small);
    shapes.push({
      kind: 'text',
      x: width,
      y: y + 11,
      text: block.unit,
      size: series.small,
      anchor: 'end',
      colour: 'ink-3',
    });
    y += 20;
    const top = y;
    let place: ((value: number) => number) | undefined;
    for (let from = 0; from < block.rows.length; from += grid.columns) {
      const rows = block.rows.slice(from, from + grid.columns);
      const more = rows.map((row) => moreForName(titleLines(row, grid.width)));
      const head = leastHead + Math.max(0, ...more);
      for (const [part, name] of names.entries())
        shapes.push(
          ...drawLines(name, { x: 0, y: y + head + (tops[part] ?? 0) + 10, colour: 'ink-2' }),
        );
      for (const [column, row] of rows.entries()) {
        const x = grid.names + column * (grid.width + gap);
        const panel = drawPanel(series, row, scale, { x, y, width: grid.width, head, tops });
        shapes.push(...panel.shapes);
        points.push(...panel.points);
        place ??= panel.to;
      }
      y += head + (tops.at(-1) ?? 0) + 18;
    }
    // an annotation is on the panels of the first column, which share their scale with the others
    if (place !== undefined && block.axis !== undefined) {
      const ends = [grid.names, grid.names + grid.width] as const;
      axes.push(valueAxis({ along: 'x', from: top, to: y - 18, ends }, block.axis, place));
    }
  }
  return { height: Math.ceil(y), shapes, points, axes };
}
