import { compact } from '#domain/values/compact.ts';
import {
  type BreakdownSeries,
  type DrawnBlock,
  type DrawnCell,
  type DrawnPart,
  type DrawnRow,
  rowsOnScale,
} from '#charts/breakdown/data/series.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { drawLines, type Shape } from '#charts/kit/shapes/shapes.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { moreForName, nameLine, nameLines } from '#charts/kit/text/name-lines.ts';
import type { Drawing } from './drawing.ts';

/** A narrower drawing has the names above their rows. */
const leastBeside = 480;
const rowHeight = 40;
const nameHeight = 18;
const leastHead = 2;
const bar = 10;

interface Columns {
  readonly names: number;
  readonly width: number;
  /** Left end of each column. */
  readonly left: readonly number[];
}
function placeColumns(block: DrawnBlock, count: number, width: number): Columns {
  if (width < leastBeside) {
    const own = width / (count + 1);
    return { names: 0, width: own, left: Array.from({ length: count + 1 }, (_, at) => at * own) };
  }
  const longest = Math.max(...block.rows.map(({ name }) => textWidth(name, 12, true)));
  const names = Math.min(longest + 14, width * 0.3);
  const own = (width - names) / (count + 1);
  return {
    names,
    width: own,
    left: Array.from({ length: count + 1 }, (_, at) => names + at * own),
  };
}

/** Draws the number of a cell with its projects, above its bar. */
function drawCell(
  cell: DrawnCell,
  part: DrawnPart | undefined,
  place: { readonly x: number; readonly y: number; readonly width: number },
  most: number,
  small: number,
): Shape[] {
  const { x, y, width } = place;
  const room = width - 10;
  const number = textWidth(cell.text, 12);
  const beside = number + 6 + textWidth(cell.count, small) <= room;
  const isEmpty = cell.value === undefined && cell.unknown === undefined;
  const shapes: Shape[] = [
    { kind: 'text', x, y: y + 14, text: cell.text, colour: part === undefined ? 'ink' : 'ink-2' },
  ];
  if (!isEmpty && cell.count !== '' && beside)
    shapes.push({
      kind: 'text',
      x: x + number + 6,
      y: y + 14,
      text: cell.count,
      size: small,
      colour: 'ink-3',
    });
  const value = Math.abs(cell.value ?? 0);
  const length = most === 0 ? 0 : Math.max(value === 0 ? 0 : 1.5, (value / most) * (room - 14));
  if (part !== undefined && value > 0)
    shapes.push({
      kind: 'bar',
      x: x + 0.5,
      y: y + 21.5,
      width: length,
      height: bar,
      fill: (cell.value ?? 0) < 0 ? 'bg' : part.fill,
      ...compact({ stroke: part.outlined || (cell.value ?? 0) < 0 ? 'accent' : undefined }),
    });
  if (cell.unknown !== undefined && part !== undefined)
    shapes.push({ kind: 'ring', x: x + length + 8, y: y + 26 });
  if (!isEmpty && cell.count !== '' && !beside)
    shapes.push({
      kind: 'text',
      x: x + (part === undefined ? 0 : length + 16),
      y: y + 31,
      size: small,
      text: cell.count,
      colour: 'ink-3',
    });
  return shapes;
}

/** Draws a head whose last line is just above the first row. */
function drawHead(name: string, x: number, bottom: number, width: number, size: number): Shape[] {
  const lines = nameLines(name, width, { size });
  const y = bottom - 8 - moreForName(lines);
  return [...drawLines(lines, { x, y, size, colour: 'ink-3' })];
}
/** The height of the heads of the columns: that of the head with the most lines. */
const headHeight = (names: readonly string[], width: number, size: number): number =>
  24 +
  nameLine * Math.max(leastHead, ...names.map((name) => nameLines(name, width, { size }).length));

/** Draws the names of the columns, below the heading that they share. */
function drawHeads(
  parts: readonly DrawnPart[],
  { left, width, names }: Columns,
  block: DrawnBlock,
  all: string,
  { top, bottom, small }: { readonly top: number; readonly bottom: number; readonly small: number },
): Shape[] {
  const shapes: Shape[] = [];
  for (const [at, { over, name }] of parts.entries()) {
    const x = left[at] ?? 0;
    if (over !== undefined && parts[at - 1]?.over !== over) {
      const end = parts.findLastIndex((part) => part.over === over);
      shapes.push(
        { kind: 'text', x, y: top + 12, text: over, size: small, bold: true, colour: 'ink' },
        {
          kind: 'line',
          colour: 'rule-strong',
          from: [x, top + 17.5],
          to: [(left[end] ?? x) + width - 10, top + 17.5],
        },
      );
    }
    shapes.push(...drawHead(name, x, bottom, width - 6, small));
  }
  shapes.push(...drawHead(all, left.at(-1) ?? 0, bottom, width, small));
  if (names > 0) shapes.push(...drawHead(block.unit, 0, bottom, names - 6, small));
  return shapes;
}

/**
 * Adds a block: groups down, parts across. Every cell has its bar on one scale; totals have none.
 */
function addBlock(
  block: DrawnBlock,
  parts: readonly DrawnPart[],
  {
    width,
    all,
    top,
    small,
  }: { readonly width: number; readonly all: string; readonly top: number; readonly small: number },
): Drawing {
  const columns = placeColumns(block, parts.length, width);
  const most = Math.max(
    0,
    ...rowsOnScale(block).flatMap(({ cells }) => cells.map(({ value }) => Math.abs(value ?? 0))),
  );
  const heads = parts.map(({ name }) => name);
  let y = top + headHeight([...heads, all], columns.width - 6, small);
  const shapes: Shape[] = drawHeads(parts, columns, block, all, { top, bottom: y, small });
  const points: FocusPoint[] = [];
  const addRow = (row: DrawnRow, isTotal: boolean): void => {
    const room = columns.names === 0 ? width : columns.names - 8;
    const name = nameLines(row.name, room, { bold: true });
    shapes.push(
      {
        kind: 'line',
        from: [0, y - 0.5],
        to: [width, y - 0.5],
        colour: isTotal ? 'rule-strong' : 'grid',
      },
      ...drawLines(name, { x: 0, y: y + 14, bold: true, colour: 'ink' }),
    );
    if (columns.names === 0) y += nameHeight + moreForName(name);
    for (const [at, cell] of [...row.cells, row.total].entries()) {
      const x = columns.left[at] ?? 0;
      const part = isTotal ? undefined : parts[at];
      shapes.push(...drawCell(cell, part, { x, y, width: columns.width }, most, small));
      points.push({
        x: x + columns.width / 2,
        y: y + 20,
        half: columns.width / 2 - 4,
        title: `${row.name} · ${parts[at]?.name ?? all}`,
        lines: cell.lines,
        figure: cell.figure,
      });
    }
    y += columns.names === 0 ? rowHeight : Math.max(rowHeight, moreForName(name) + 22);
  };
  for (const row of block.rows) addRow(row, false);
  addRow(block.total, true);
  return { height: y + 4, shapes, points };
}

/** Places a table whose cells have bars, one block below the other. */
export function layMatrix(series: BreakdownSeries, width: number): Drawing {
  const { parts, blocks } = width < leastBeside ? (series.narrow ?? series) : series;
  const all = series.heads.at(-1) ?? '';
  let drawing: Drawing = { height: 0, shapes: [], points: [] };
  for (const block of blocks) {
    const next = addBlock(block, parts, { width, all, top: drawing.height, small: series.small });
    drawing = {
      height: next.height + 8,
      shapes: [...drawing.shapes, ...next.shapes],
      points: [...drawing.points, ...next.points],
    };
  }
  return drawing;
}
