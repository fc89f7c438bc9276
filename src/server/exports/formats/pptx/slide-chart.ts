import type { OfficeChart, OfficeFrame, OfficeKey } from '#charts/kit/office/office-chart.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { readColumn } from '#charts/kit/table.ts';
import { compact } from '#domain/values/compact.ts';
import { removeNoise } from '#domain/values/decimal.ts';
import { addFramed, countFrameRows, framePoints, type PlacedChart } from './slide-frame.ts';
import type { Box, Shapes } from './slide-shapes.ts';
import type { SlideChart } from './slide.ts';

/** The height of a line of a key in inches. */
const keyHeight = 0.3;
const keyGap = '      ';

/** Counts the lines of a key, with a margin for wider fonts. */
function countKeyLines(key: readonly OfficeKey[], { width }: Box): number {
  const room = width * 72 * 0.86;
  let [lines, used] = [1, 0];
  for (const { label } of key) {
    const own = textWidth(`■ ${label}${keyGap}`, framePoints);
    if (used > 0 && used + own > room) [lines, used] = [lines + 1, 0];
    used += own;
  }
  return lines;
}

const keySigns: Readonly<Record<OfficeKey['shape'], string>> = {
  square: '■',
  circle: '●',
  ring: '○',
  diamond: '◆',
  cross: '×',
  line: '━',
  triangle: '▲',
  box: '□',
};

/** Round signs are small in most fonts. */
const signPoints: Partial<Readonly<Record<OfficeKey['shape'], number>>> = { circle: 15, ring: 15 };

const keyRoom = (key: readonly OfficeKey[], box: Box): number =>
  key.length === 0 ? 0 : keyHeight * countKeyLines(key, box) + 0.04;

/** Counts the rows of bars that a box fits below the key. @returns whole rows */
function countFittingRows(native: OfficeChart, frame: OfficeFrame, box: Box): number {
  const height = box.height - keyRoom(native.key ?? [], box);
  return countFrameRows(frame, native, { ...box, height });
}

/** Takes the bars of some rows. */
function takeBars(native: OfficeChart, frame: OfficeFrame, from: number, to: number): OfficeChart {
  const { table } = native;
  const bars = (table?.rows.length ?? 0) / frame.rows.length;
  const take = <T>(all: readonly T[]): readonly T[] => all.slice(from * bars, to * bars);
  return {
    ...native,
    ...compact({ table: table && { ...table, rows: take(table.rows) } }),
    series: native.series.map((one) => ({
      ...one,
      ...compact({
        values: one.values && take(one.values),
        labels: one.labels && take(one.labels),
      }),
    })),
  };
}

/**
 * Takes the points of some rows of a scatter, whose values count rows from the bottom. A line
 * through the whole plot ends where its rows end.
 */
function takePoints(
  native: Extract<OfficeChart, { readonly kind: 'scatter' }>,
  from: number,
  to: number,
): OfficeChart {
  const rows = to - from;
  const below = native.rows - to;
  const isEdge = (value: number): boolean => value === 0 || value === native.rows;
  const move = (value: string | null): string | null => {
    const place = Number(value) - below;
    if (value === null || (!isEdge(Number(value)) && (place < 0 || place > rows))) return null;
    return String(removeNoise(Math.min(rows, Math.max(0, place))));
  };
  const series = native.series.map((one) => ({ ...one, values: (one.values ?? []).map(move) }));
  return {
    ...native,
    rows,
    series: series.filter(({ values }) => values.some((value) => value !== null)),
  };
}

/** Takes some rows of a chart, and the rows of the table around them. */
export function takeRows(
  native: OfficeChart,
  frame: OfficeFrame,
  from: number,
  to: number,
): OfficeChart {
  const end = Math.min(to, frame.rows.length);
  const part =
    native.kind === 'scatter' ? takePoints(native, from, end) : takeBars(native, frame, from, end);
  const before = nameGroup(frame, from);
  return { ...part, frame: { ...frame, before, rows: frame.rows.slice(from, end) } };
}

/** Heads the first column with the group of a row that stands on another slide than its heading. */
function nameGroup({ before, rows }: OfficeFrame, from: number): OfficeFrame['before'] {
  const [first, ...others] = before;
  const heading = rows.slice(0, from + 1).findLast(({ band }) => band === true);
  const isSplit = heading !== undefined && rows[from]?.band !== true;
  const name = heading?.cells[0]?.text;
  return isSplit && name !== undefined && first !== undefined
    ? [{ ...first, head: name, bold: true }, ...others]
    : before;
}

/** Ends each slide after some rows, or before a heading that would be the last of them. */
function cutRows(rows: OfficeFrame['rows'], size: number): readonly number[] {
  const ends: number[] = [];
  let end = 0;
  while (end < rows.length) {
    const next = Math.min(end + size, rows.length);
    const isHeading = next < rows.length && next - end > 1 && rows[next - 1]?.band === true;
    end = isHeading ? next - 1 : next;
    ends.push(end);
  }
  return ends;
}

/**
 * Shares the rows of a chart over as few slides as possible, about the same number on each.
 * @returns the end of each slide, in rows
 */
export function shareRows(native: OfficeChart, frame: OfficeFrame, box: Box): readonly number[] {
  const { rows } = frame;
  const most = countFittingRows(native, frame, box);
  for (let count = Math.ceil(rows.length / most); ; count += 1)
    for (let size = Math.ceil(rows.length / count); size <= most; size += 1) {
      const ends = cutRows(rows, size);
      if (ends.length <= count) return ends;
    }
}

/** Adds the key of a chart. Signs have the colours of their series. */
function addKey(shapes: Shapes, key: readonly OfficeKey[], box: Box): number {
  const height = keyHeight * countKeyLines(key, box);
  const runs = key.flatMap(({ label, colour, shape }) => [
    {
      text: `${keySigns[shape]}\u00a0`,
      points: signPoints[shape] ?? framePoints,
      ink: colour,
      sign: true,
    },
    // a line ends between two labels only
    {
      text: `${label.replaceAll(' ', '\u00a0')}${keyGap}`,
      points: framePoints,
      ink: 'ink-2' as const,
    },
  ]);
  shapes.text('Key', { ...box, height }, [runs], { anchor: 'ctr' });
  return height + 0.04;
}

/** Measures the width of the labels after the last points, in inches. */
function labelRoom({ series }: OfficeChart): number {
  const texts = series.flatMap(({ labels = [], label_place: place = 'r' }) =>
    place === 'r' ? (labels.at(-1)?.split('\n') ?? []) : [],
  );
  const most = Math.max(0, ...texts.map((text) => textWidth(text ?? '', 12, true)));
  return most === 0 ? 0.2 : most / 72 + 0.35;
}

/** Adds the texts above both ends of a plot. */
function addCorners(shapes: Shapes, box: Box, { corner, heading }: OfficeChart): void {
  const line = (text: string, align: 'l' | 'r'): void =>
    shapes.text(
      'Mark',
      { ...box, y: box.y - 0.05, height: 0.24 },
      [[{ text, points: framePoints, ink: 'ink', bold: true }]],
      { align },
    );
  if (heading !== undefined) line(heading, 'l');
  if (corner !== undefined) line(corner, 'r');
}

/** Adds a chart that has its own axes. */
function addPlain(
  shapes: Shapes,
  box: Box,
  { native, table, alt }: SlideChart,
  relation: string,
): PlacedChart {
  const drawnTable = native.table ?? table;
  const names = native.kind === 'bar' ? readColumn(drawnTable, native.across) : [];
  const widest = Math.max(0, ...names.map((name) => textWidth(name ?? '', 12)));
  const left =
    native.kind === 'bar'
      ? Math.min(3, widest / 72 + 0.3)
      : native.kind === 'column' && native.axis?.bare === true
        ? 0.1
        : 0.8;
  const right = native.kind === 'bar' ? 0.6 : labelRoom(native);
  const isHeaded = native.corner !== undefined || native.heading !== undefined;
  const [above, below] = native.kind === 'bar' ? [0.35, 0.05] : [isHeaded ? 0.34 : 0.2, 0.4];
  shapes.chart(box, alt, relation);
  addCorners(shapes, box, native);
  return {
    native,
    rows: table,
    plot: {
      points: {
        width: (box.width - left - right) * 72,
        height: (box.height - above - below) * 72,
      },
      x: left / box.width,
      y: above / box.height,
      width: (box.width - left - right) / box.width,
      height: (box.height - above - below) / box.height,
    },
  };
}

/**
 * Adds a chart to a slide, with its key above it and the charts below it.
 *
 * @param first - number of the relation to the first chart
 * @returns the charts in the order of their relations
 */
export function addChart(
  shapes: Shapes,
  box: Box,
  chart: SlideChart,
  first: number,
): readonly PlacedChart[] {
  const { key = [], below = [] } = chart.native;
  const top = key.length > 0 ? addKey(shapes, key, box) : 0;
  const all = [chart.native, ...below];
  const shares = all.map(({ share = 1 }) => share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const room = box.height - top;
  let y = box.y + top;
  return all.map((native, at) => {
    const height = (room * (shares[at] ?? 1)) / total;
    const place = { ...box, y, height };
    y += height;
    const one = { ...chart, native };
    const relation = `rId${first + at}`;
    return native.frame === undefined
      ? addPlain(shapes, place, one, relation)
      : addFramed(shapes, place, one, native.frame, relation);
  });
}
