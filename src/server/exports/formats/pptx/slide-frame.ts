import type { OfficeChart, OfficeFrame } from '#charts/kit/office/office-chart.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { breakLines } from '#report/paper/line-breaks.ts';
import type { PlotPlace } from './chart-xml.ts';
import { cellRoom } from './slide-grid.ts';
import type { Box, Shapes } from './slide-shapes.ts';
import { addTable, lead, type TableCell, type TableRow } from './slide-table.ts';
import type { SlideChart } from './slide.ts';

/** A chart in its frame on a slide. */
export interface PlacedChart {
  readonly native: OfficeChart;
  readonly rows: ChartTable;
  readonly plot: PlotPlace;
}
/** The least height of the head in inches. */
const headLeast = 0.5;
const rowMost = 0.9;
const namesHeight = 0.36;
const plotPad = { left: 0.24, right: 0.3 } as const;
/** The share of a width that texts may use, since other fonts are wider than the measured ones. */
const slack = 0.86;
export const framePoints = 12;
const smallPoints = 10.5;
const markPoints = 11;
const markHeight = 0.22;

/** Counts the lines of a text in a column, with a margin for wider fonts. */
const countLines = (text: string, width: number, points: number, bold: boolean): number =>
  text
    .split('\n')
    .reduce(
      (sum, line) =>
        sum + breakLines(line, (width - cellRoom.side * 2) * slack, points, bold).length,
      0,
    );

/** Measures the height of the head, which holds its longest text and the numbers of the axis. */
function measureHead({ before, after, marks = [] }: OfficeFrame, native: OfficeChart): number {
  const columns = [...before, ...after];
  const isBare = native.kind === 'column' || native.axis?.bare === true;
  if (columns.every(({ head }) => head === '') && marks.length === 0 && isBare) return 0.08;
  const lines = columns.map(({ head, width, bold = false }) =>
    countLines(head, width, framePoints - 1, bold),
  );
  return Math.max(headLeast, (Math.max(0, ...lines) * (framePoints - 1) * 1.28) / 72 + 0.1);
}

/** Measures the least row height that fits the longest cell. */
function measureRow({ before, after, rows }: OfficeFrame, points: number): number {
  const columns = [...before, ...after];
  const heights = rows.flatMap(({ cells }) =>
    cells.map(({ text, under = '', bold = false }, at) => {
      const width = columns[at]?.width ?? 100;
      const small = Math.max(10, points - 2);
      const below = under === '' ? 0 : countLines(under, width, small, false) * small;
      return ((countLines(text, width, points, bold) * points + below) * lead) / 72 + 0.07;
    }),
  );
  return Math.max(0, ...heights);
}

/** The least width of a plot in points: names take no more of it. */
const plotLeast = 300;
/** The least share of the frame that columns of figures leave to the plot. */
const plotShare = 0.2;
/** The least width of a column of figures in points. */
const columnLeast = 62;

/**
 * Narrows the widest columns after the plot until the plot has its share. Their texts then have
 * several lines.
 *
 * @param width - of the whole frame in points
 */
function narrowFigures(frame: OfficeFrame, width: number): OfficeFrame {
  const { before, after } = frame;
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  const room = width * (1 - plotShare) - sum(before.map((column) => column.width));
  const widths = after.map((column) => column.width);
  const step = 6;
  while (sum(widths) > room && Math.max(...widths) - step >= columnLeast)
    widths[widths.indexOf(Math.max(...widths))] = Math.max(...widths) - step;
  return { ...frame, after: after.map((one, at) => ({ ...one, width: widths[at] ?? one.width })) };
}

/**
 * Widens the names before the plot until each row has room for its lines. Rows of a table grow with
 * their texts, while the bars beside them keep their distance.
 *
 * @param width - of the whole frame in points
 * @param most - the height of a row in inches
 */
function widenNames(frame: OfficeFrame, width: number, most: number): OfficeFrame {
  const { before, after } = frame;
  const [names, ...others] = before;
  if (names === undefined) return frame;
  const otherWidths = [...others, ...after].reduce((sum, one) => sum + one.width, 0);
  const step = 12;
  let wide = frame;
  let own = names.width;
  while (measureRow(wide, smallPoints) > most && own + step + otherWidths + plotLeast <= width) {
    own += step;
    wide = { ...frame, before: [{ ...names, width: own }, ...others] };
  }
  // rows too low for one line stay so, however wide the names are
  return measureRow(wide, smallPoints) < measureRow(frame, smallPoints) ? wide : frame;
}

/** Heights of the head and of each row, in inches, and the size of the texts. */
interface FrameSize {
  readonly head: number;
  readonly row: number;
  readonly points: number;
}
/** The height of a row where all rows fill the room, in inches. */
const fullRow = (frame: OfficeFrame, native: OfficeChart, room: number): number =>
  (room - measureHead(frame, native)) / Math.max(1, frame.rows.length);

/** Counts the rows around a plot that the room fits without growing. @returns at least 1 */
export function countFrameRows(whole: OfficeFrame, native: OfficeChart, box: Box): number {
  const frame = narrowFigures(whole, box.width * 72);
  const room = box.height - measureHead(frame, native);
  const wide = widenNames(frame, box.width * 72, fullRow(frame, native, box.height));
  return Math.max(1, Math.floor(room / measureRow(wide, smallPoints)));
}

function measureFrame(frame: OfficeFrame, native: OfficeChart, room: number): FrameSize {
  const head = measureHead(frame, native);
  const most = fullRow(frame, native, room);
  const points = measureRow(frame, framePoints) > most ? smallPoints : framePoints;
  const row =
    native.kind === 'column' ? most : Math.min(Math.max(rowMost, measureRow(frame, points)), most);
  return { head, row, points };
}

/** Makes the rows of the table around a chart, with an empty column for the plot. */
function frameRows({ before, after, rows }: OfficeFrame, size: FrameSize): readonly TableRow[] {
  const all = [...before, undefined, ...after];
  const { points } = size;
  const empty: TableCell = { cell: null, points };
  const head: TableRow = {
    height: size.head,
    line: size.head < headLeast ? 'rule' : 'rule-strong',
    anchor: 'b',
    cells: all.map((column, at) => {
      if (column === undefined) return empty;
      const { head: text, right = false, bold = false } = column;
      const cell = bold ? { text, bold, colour: 'ink' as const } : { text };
      return { cell, head: true, points: framePoints - 1, flush: at === 0, right };
    }),
  };
  const body = rows.map(
    ({ cells, band = false }): TableRow => ({
      height: size.row,
      line: 'rule',
      band,
      cells: all.map((column, at) =>
        column === undefined
          ? empty
          : {
              cell: cells[at > before.length ? at - 1 : at] ?? { text: '' },
              points,
              flush: at === 0 && !band,
              right: column.right === true,
            },
      ),
    }),
  );
  return [head, ...body];
}

/**
 * Adds the marks above the plot at their places on the axis. Of numbers that would touch, it shows
 * every second or third one.
 */
function addMarks(
  shapes: Shapes,
  { marks = [] }: OfficeFrame,
  box: Box,
  native: OfficeChart,
  head: number,
): void {
  const { min, max } = native.axis ?? { min: 0, max: 1 };
  const marksInPlace = marks.map(({ at, text, quiet = false }) => {
    const half = textWidth(text, markPoints, true) / slack / 144 + 0.04;
    return { text, quiet, x: box.x + ((at - min) / (max - min)) * box.width, half };
  });
  const isApart = (step: number): boolean => {
    const some = marksInPlace.filter((_, at) => at % step === 0);
    return some.every(({ x, half }, at) => {
      const next = some[at + 1];
      return next === undefined || next.x - next.half >= x + half;
    });
  };
  let step = 1;
  while (native.kind === 'scatter' && !isApart(step)) step += 1;
  for (const { text, quiet, x } of marksInPlace.filter((_, at) => at % step === 0)) {
    const y = quiet ? box.y + head - markHeight : box.y;
    const look = quiet ? ({ ink: 'ink-2' } as const) : ({ ink: 'ink', bold: true } as const);
    shapes.text(
      'Mark',
      { x: x - 1, y, width: 2, height: markHeight },
      [[{ text, points: markPoints, ...look }]],
      { align: 'ctr', anchor: 't' },
    );
  }
}

/** Adds a chart in the empty column of a table that has its names and figures. */
export function addFramed(
  shapes: Shapes,
  box: Box,
  { native, table, alt }: SlideChart,
  given: OfficeFrame,
  relation: string,
): PlacedChart {
  const names = native.kind === 'column' && native.nameless !== true ? namesHeight : 0;
  const room = box.height - names;
  const width = box.width * 72;
  const narrow = narrowFigures(given, width);
  const frame = widenNames(narrow, width, fullRow(narrow, native, room));
  const widths = [...frame.before, ...frame.after].map(({ width }) => width / 72);
  const [left, right] = [widths.slice(0, frame.before.length), widths.slice(frame.before.length)];
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  const plotWidth = box.width - sum(widths);
  const size = measureFrame(frame, native, room);
  const rows = frameRows(frame, size);
  addTable(shapes, box, [...left, plotWidth, ...right], rows, 'Table around the chart');
  const height = size.row * frame.rows.length;
  const place = {
    x: box.x + sum(left),
    y: box.y,
    width: plotWidth,
    height: size.head + height + Math.max(0.05, names),
  };
  shapes.chart(place, alt, relation);
  const inner = plotWidth - plotPad.left - plotPad.right;
  addMarks(shapes, frame, { ...place, x: place.x + plotPad.left, width: inner }, native, size.head);
  return {
    native,
    rows: table,
    plot: {
      points: { width: inner * 72, height: height * 72 },
      x: plotPad.left / plotWidth,
      y: size.head / place.height,
      width: inner / plotWidth,
      height: height / place.height,
    },
  };
}
