import { compact } from '#domain/values/compact.ts';
import type { BreakdownSeries, DrawnBlock, DrawnRow } from '#charts/breakdown/data/series.ts';
import { type AnnotationAxis, valueAxis } from '#charts/kit/annotation-axis.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { textWidth, wrapText } from '#charts/kit/style/font-advances.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import { drawLines, type Shape } from '#charts/kit/shapes/shapes.ts';
import type { Drawing } from './drawing.ts';
import { type Frame, listTexts, placeFrame } from './frame.ts';
import { countLines, drawNames, labelLine, type PartLabel } from './part-labels.ts';

const bar = 16;
interface Segment extends PartLabel {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
/** Lists the segments of a row that have a length, from zero outwards. */
function listSegments({ parts, form }: BreakdownSeries, row: DrawnRow, { x }: Frame): Segment[] {
  const cells = form === 'bars' ? [row.total] : row.cells;
  let sum = 0;
  return cells.flatMap((cell, at): Segment[] => {
    const value = cell.value ?? 0;
    if (value === 0) return [];
    const [from, to] = [x(Math.min(sum, sum + value)), x(Math.max(sum, sum + value))];
    sum += value;
    return [{ at, from, to, x: (from + to) / 2, text: parts[at]?.name ?? '' }];
  });
}

function drawSegments(series: BreakdownSeries, segments: readonly Segment[], y: number): Shape[] {
  return segments.map(({ at, from, to }): Shape => {
    const part = series.form === 'bars' ? undefined : series.parts[at];
    const inset = part?.outlined === true ? 1 : 0;
    // a pixel of background between neighbours
    const width = Math.max(1, to - from - 1);
    return {
      kind: 'bar',
      x: from + inset / 2,
      y: y + inset / 2,
      width: Math.max(0.5, width - inset),
      height: bar - inset,
      fill: part?.fill ?? 'accent',
      ...compact({ stroke: inset > 0 ? 'accent' : undefined }),
    };
  });
}

/** Names the segments of a bar from left to right; one needs no direction. */
const nameParts = (names: readonly string[], words: BreakdownSeries['words']): string =>
  names.length === 1 ? (names[0] ?? '') : words.fromLeft.replace('{}', names.join(words.separator));

/** Draws the note behind a bar: what is undisclosed, or the names of its segments. */
function drawNote(
  series: BreakdownSeries,
  row: DrawnRow,
  { right, beside }: Frame,
  at: { readonly x: number; readonly y: number },
  names: readonly string[],
): Shape[] {
  const { unknown } = row.total;
  const fits = (text: string): boolean => at.x + 14 + textWidth(text, series.small) < right + 8;
  const shapes: Shape[] = [];
  let { x } = at;
  if (unknown !== undefined) {
    shapes.push({ kind: 'ring', x: x + 9, y: at.y - 4 });
    x += 18;
    if (beside && names.length === 0 && fits(unknown))
      shapes.push({ kind: 'text', x, y: at.y, text: unknown, size: series.small, colour: 'ink-3' });
  }
  if (names.length === 0) return shapes;
  const text = nameParts(names, series.words);
  return [
    ...shapes,
    { kind: 'text', x: x + 6, y: at.y, text, size: series.small, colour: 'ink-3' },
  ];
}

interface Cursor {
  y: number;
  readonly shapes: Shape[];
  readonly points: FocusPoint[];
  readonly axes: AnnotationAxis[];
  /** Parts that already have a name in the drawing. */
  readonly named: Set<number>;
  /** The same row of the other side, for the first row of a block. */
  beside: DrawnRow | undefined;
}

function addHeads(
  { heads, small }: BreakdownSeries,
  block: DrawnBlock,
  frame: Frame,
  cursor: Cursor,
) {
  const { columns, beside, width } = frame;
  const { shapes } = cursor;
  const text = (x: number, y: number, words: string): Shape => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: small,
    colour: 'ink-3',
    anchor: 'end',
  });
  shapes.push(text(width, cursor.y + 11, block.unit));
  if (!beside) {
    cursor.y += 18;
    return;
  }
  for (const [at, x] of columns.entries()) shapes.push(text(x, cursor.y + 26, heads[at] ?? ''));
  cursor.y += 34;
}

/**
 * Names the segments that no earlier row named: behind the bar where the names fit, else above it.
 */
function nameSegments(
  series: BreakdownSeries,
  segments: readonly Segment[],
  frame: Frame,
  cursor: Cursor,
): { readonly over: readonly Segment[]; readonly behind: readonly string[] } {
  if (series.form === 'bars') return { over: [], behind: [] };
  const fresh = segments.filter(({ at }) => !cursor.named.has(at));
  const isFirst = cursor.named.size === 0;
  for (const { at } of fresh) cursor.named.add(at);
  if (fresh.length === 0 || isFirst) return { over: fresh, behind: [] };
  const names = segments.map(({ text }) => text);
  const words = nameParts(names, series.words);
  const end = segments.at(-1)?.to ?? 0;
  const fits =
    end + 30 + textWidth(words, series.small) < (frame.beside ? frame.right + 8 : frame.width);
  return fits ? { over: [], behind: names } : { over: fresh, behind: [] };
}

function addNumbers(row: DrawnRow, { columns, beside }: Frame, y: number, bold: boolean): Shape[] {
  if (!beside) return [];
  const texts = listTexts(row);
  return columns.map((x, at) => ({
    kind: 'text',
    x,
    y,
    text: texts[at] ?? '',
    anchor: 'end',
    bold: bold || at === columns.length - 1,
    colour: at === columns.length - 1 ? 'ink' : 'ink-2',
  }));
}

/** Makes the focus points of a row: its segments, then its total. */
const makePoints = (
  row: DrawnRow,
  segments: readonly Segment[],
  form: BreakdownSeries['form'],
  { x, y }: { readonly x: number; readonly y: number },
): FocusPoint[] => [
  ...(form === 'bars' ? [] : segments).flatMap(({ at, from, to, text }): FocusPoint[] => {
    const cell = row.cells[at];
    return cell === undefined
      ? []
      : [
          {
            x: (from + to) / 2,
            y,
            half: (to - from) / 2,
            figure: cell.figure,
            title: `${row.name} · ${text}`,
            lines: cell.lines,
          },
        ];
  }),
  {
    x,
    y,
    title: row.name,
    figure: row.total.figure,
    lines: [
      ...row.cells.flatMap(({ value, lines }) => (value === undefined ? [] : lines.slice(0, 1))),
      ...row.total.lines,
    ],
  },
];

/** The second line of a row on a phone: established, pipeline, what is not disclosed. */
const belowText = ({ heads }: BreakdownSeries, row: DrawnRow): string =>
  [
    ...row.columns.map((text, at) => `${heads[at]} ${text}`),
    ...(row.total.unknown === undefined ? [] : [row.total.unknown]),
  ].join(' · ');

function addRow(series: BreakdownSeries, row: DrawnRow, frame: Frame, cursor: Cursor): void {
  const { shapes } = cursor;
  const { beside, width, names } = frame;
  const segments = listSegments(series, row, frame);
  const { over, behind } = nameSegments(series, segments, frame, cursor);
  // on both sides of a comparison, the first row leaves the room that one of them needs
  const others =
    cursor.beside === undefined || series.form === 'bars'
      ? []
      : listSegments(series, cursor.beside, frame);
  const lines = [over, others].map((names) => countLines(names, width, series.small));
  const room = Math.max(...lines) * labelLine;
  const name = nameLines(row.name, beside ? names : width - 80);
  if (!beside) {
    shapes.push(...drawLines(name, { x: 0, y: cursor.y + 13, colour: 'ink' }), {
      kind: 'text',
      x: width,
      y: cursor.y + 13,
      text: row.total.text,
      bold: true,
      anchor: 'end',
      colour: 'ink',
    });
    cursor.y += 18 + moreForName(name);
  }
  const top = cursor.y + room + (room > 0 ? 4 : 0) + (beside ? 9 : 2);
  shapes.push(...drawNames(over, width, top, series.small), ...drawSegments(series, segments, top));
  const end = segments.at(-1)?.to ?? frame.x(0);
  shapes.push(...drawNote(series, row, frame, { x: end + 2, y: top + 12 }, behind));
  const behindBar = { x: Math.max(frame.left, end) + 8, y: top + bar / 2 };
  cursor.points.push(...makePoints(row, segments, series.form, behindBar));
  if (beside) {
    shapes.push(
      ...drawLines(name, { x: 0, y: top + 12, colour: 'ink' }),
      ...addNumbers(row, frame, top + 12, false),
    );
    cursor.y = top + bar + 9 + moreForName(name);
    shapes.push({ kind: 'line', from: [0, cursor.y], to: [width, cursor.y], colour: 'grid' });
    return;
  }
  const below = wrapText(belowText(series, row), width, series.small);
  shapes.push(...drawLines(below, { x: 0, y: top + bar + 15, size: series.small }));
  cursor.y = top + bar + (below.length === 0 ? 8 : 26 + moreForName(below));
}

function addBlock(series: BreakdownSeries, block: DrawnBlock, width: number, cursor: Cursor): void {
  const frame = placeFrame(series, block, width);
  addHeads(series, block, frame, cursor);
  const from = cursor.y;
  for (const [at, row] of block.rows.entries()) {
    cursor.beside = at === 0 ? block.beside?.rows[0] : undefined;
    addRow(series, row, frame, cursor);
  }
  const zero = frame.x(0);
  if (block.axis !== undefined)
    cursor.axes.push(
      valueAxis(
        { along: 'x', from, to: cursor.y, ends: [frame.left, frame.right] },
        block.axis,
        frame.x,
      ),
    );
  cursor.shapes.push({
    kind: 'line',
    from: [zero, from + 4],
    to: [zero, cursor.y],
    colour: 'axis',
  });
  const { total } = block;
  const below = frame.beside ? [] : wrapText(belowText(series, total), width, series.small);
  const y = cursor.y + 18;
  cursor.shapes.push(
    { kind: 'text', x: 0, y, text: total.name, bold: true, colour: 'ink' },
    ...(frame.beside
      ? addNumbers(total, frame, y, true)
      : [
          {
            kind: 'text',
            x: width,
            y,
            text: total.total.text,
            bold: true,
            anchor: 'end',
            colour: 'ink',
          } as const,
          ...drawLines(below, { x: 0, y: y + 16, size: series.small }),
        ]),
  );
  cursor.points.push(...makePoints(total, [], series.form, { x: frame.left, y: y - 4 }));
  cursor.y = y + (below.length === 0 ? 14 : 30 + moreForName(below));
}
/** Places bars by group, each divided into its parts or whole, one block below the other. */
export function layBars(series: BreakdownSeries, width: number): Drawing {
  const cursor: Cursor = {
    y: 0,
    shapes: [],
    points: [],
    axes: [],
    named: new Set(),
    beside: undefined,
  };
  for (const block of series.blocks) {
    cursor.named.clear();
    addBlock(series, block, width, cursor);
  }
  const { shapes, points, axes } = cursor;
  return { height: Math.ceil(cursor.y), shapes, points, axes };
}
