import { textWidth, wrapText } from '#charts/kit/style/font-advances.ts';
import { addChart } from './slide-chart.ts';
import type { PlacedChart } from './slide-frame.ts';
import { gridLayout, gridPoints } from './slide-grid.ts';
import type { Box, Run, Shapes } from './slide-shapes.ts';
import { addTable, type TableRow } from './slide-table.ts';
import type { SlideFigure, SlidePart, SlideTable } from './slide.ts';

const bodyPoints = 16;
const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0);
const textOf = (cell: SlideTable['rows'][number][number]): string =>
  typeof cell === 'string'
    ? cell
    : [cell.text, cell.under ?? ''].filter((text) => text !== '').join('\n');
const captionHeight = 0.34;
/** The gaps between parts and between columns, in inches. */
const [gap, columnGap] = [0.2, 0.45];
type ColumnsPart = Extract<SlidePart, { readonly kind: 'columns' }>;

/** Computes column widths in inches, from their shares or else from their texts. */
function columnWidths({ columns, rows }: SlideTable, width: number) {
  const shares = columns.map(({ share = 0 }) => share);
  const texts = rows.map((row) => row.map(textOf));
  const widths = gridLayout({ columns, rows: texts }, width * 72).widths.map(
    (points) => points / 72,
  );
  const own =
    sum(shares) > 0
      ? shares.map((share) => (share / sum(shares)) * width)
      : widths.map((one) => (one / sum(widths)) * width);
  const { heights } = gridLayout(
    { columns, rows: texts },
    width * 72,
    own.map((one) => one * 72),
  );
  return { widths: own, heights: heights.map((points) => points / 72) };
}

/** Measures the height of a table of a width in inches. @returns inches, with the caption */
export const tableHeight = (table: SlideTable, width: number): number =>
  sum(columnWidths(table, width).heights.slice(table.headless === true ? 1 : 0)) +
  (table.caption === undefined ? 0 : captionHeight);

function addGrid(shapes: Shapes, box: Box, table: SlideTable): number {
  const { widths, heights } = columnWidths(table, box.width);
  const top = table.caption === undefined ? 0 : captionHeight;
  if (table.caption !== undefined)
    shapes.text('Caption', { ...box, height: captionHeight }, [
      [{ text: table.caption, points: 13, ink: 'ink', bold: true }],
    ]);
  // spare room goes between the rows
  const spare = (box.height - top - sum(heights)) / Math.max(1, table.rows.length + 1);
  const more = Math.max(0, Math.min(0.2, spare));
  const head: TableRow = {
    height: (heights[0] ?? 0.3) + more / 2,
    line: 'rule-strong',
    anchor: 'b',
    cells: table.columns.map(({ label, right = false }, at) => ({
      cell: { text: label },
      right,
      points: gridPoints,
      head: true,
      flush: at === 0,
    })),
  };
  const rows = table.rows.map(
    (row, index): TableRow => ({
      height: (heights[index + 1] ?? 0.3) + more,
      line: 'rule',
      cells: table.columns.map(({ right = false }, at) => {
        const cell = row[at] ?? '';
        return {
          cell: typeof cell === 'string' ? { text: cell } : cell,
          right,
          points: gridPoints,
          flush: at === 0,
        };
      }),
    }),
  );
  const all = table.headless === true ? rows : [head, ...rows];
  addTable(shapes, { x: box.x, y: box.y + top }, widths, all);
  return top + sum(all.map(({ height }) => height));
}

/** Adds large numbers side by side. */
function addFigures(shapes: Shapes, box: Box, figures: readonly SlideFigure[]): number {
  const width = box.width / Math.max(3, figures.length);
  figures.forEach(({ before = '', value, after = '', label, note = '' }, at) => {
    const wide = textWidth(value, 44, true) + textWidth(`${before} ${after}`, 18);
    const points = wide > (width - 0.2) * 72 ? 28 : 44;
    const number: readonly Run[] = [
      ...(before === '' ? [] : [{ text: `${before} `, points: 18, ink: 'ink' as const }]),
      { text: value, points, ink: 'ink', bold: true },
      ...(after === '' ? [] : [{ text: ` ${after}`, points: 18, ink: 'ink' as const }]),
    ];
    const place = { x: box.x + at * width, y: box.y, width: width - 0.15, height: 1.5 };
    const lines: (readonly Run[])[] = [
      number,
      [{ text: label, points: 14, ink: 'ink', bold: true }],
    ];
    if (note !== '') lines.push([{ text: note, points: 12, ink: 'ink-2' }]);
    shapes.text('Figure', place, lines);
  });
  return 1.55;
}

const lineSizes = [bodyPoints, 14, 12.5, 11, 10.5] as const;

/**
 * Measures the height of lines in a width in inches, with a margin for wider fonts.
 * @returns inches
 */
export const linesHeight = (
  lines: readonly string[],
  width: number,
  points: number = bodyPoints,
): number =>
  (sum(lines.map((line) => wrapText(line, width * 72 * 0.9, points).length)) * points * 1.24) / 72 +
  lines.length * 0.08;

type LinesPart = Extract<SlidePart, { readonly kind: 'lines' }>;
function addLines(
  shapes: Shapes,
  box: Box,
  { lines, colour: ink = 'ink', points: most = bodyPoints }: LinesPart,
): number {
  const points =
    lineSizes.find((size) => size <= most && linesHeight(lines, box.width, size) <= box.height) ??
    10;
  const height = Math.min(box.height, linesHeight(lines, box.width, points));
  shapes.text(
    'Text',
    { ...box, height },
    lines.map((text) => [{ text, points, ink }]),
    { space: 5 },
  );
  return height;
}

/** The room between the rows of a table that may be left out, in inches. */
function spareHeight(part: SlidePart): number {
  if (part.kind === 'table') return 0.2 * (part.table.rows.length + 1);
  if (part.kind !== 'columns') return 0;
  return Math.max(...part.columns.map(({ parts }) => sum(parts.map(spareHeight))));
}

/** Returns the height that a part needs. A chart has none, since it takes the remaining height. */
function idealHeight(part: SlidePart, box: Box): number | undefined {
  if (part.kind === 'figures') return 1.55;
  if (part.kind === 'table') return tableHeight(part.table, box.width) + spareHeight(part);
  if (part.kind === 'lines')
    return Math.min(
      box.height,
      linesHeight(part.lines, box.width, Math.min(bodyPoints, part.points ?? bodyPoints)),
    );
  return part.kind === 'columns' ? columnsHeight(part, box) : undefined;
}

/** Returns the height of the highest column; undefined if one has a chart. */
function columnsHeight({ columns }: ColumnsPart, box: Box): number | undefined {
  const widths = splitWidth(columns, box.width);
  const heights = columns.map(({ parts }, at) => {
    const own = parts.map((part) => idealHeight(part, { ...box, width: widths[at] ?? 0 }));
    return own.every((one) => one !== undefined) ? sum(own) + gap * (own.length - 1) : undefined;
  });
  return heights.every((one) => one !== undefined)
    ? Math.min(box.height, Math.max(...heights))
    : undefined;
}

/** Finds the box of a chart above other parts. */
export function chartRoom(box: Box, others: readonly SlidePart[]): Box {
  const heights = others.map((part) => gap + (idealHeight(part, box) ?? 0));
  return { ...box, height: box.height - sum(heights) };
}

/** Splits a width among columns by their shares. */
function splitWidth(columns: ColumnsPart['columns'], width: number): readonly number[] {
  const total = sum(columns.map(({ share }) => share));
  return columns.map(({ share }) => ((width - columnGap * (columns.length - 1)) * share) / total);
}

/**
 * Adds the parts of a body from top to bottom.
 *
 * @param first - number of the relation to its first chart
 */
export function addParts(
  shapes: Shapes,
  box: Box,
  parts: readonly SlidePart[],
  first: number,
): readonly PlacedChart[] {
  const wishes = parts.map((part) => idealHeight(part, box));
  const excess = sum(wishes.map((one) => one ?? 0)) + gap * (parts.length - 1) - box.height;
  const spare = sum(parts.map(spareHeight));
  const cut = excess > 0 && spare > 0 ? Math.min(1, excess / spare) : 0;
  const idealHeights = wishes.map((one, at) => {
    const part = parts[at];
    return one === undefined || part === undefined ? one : one - spareHeight(part) * cut;
  });
  const free = idealHeights.filter((one) => one === undefined).length;
  const remainingHeight =
    box.height - sum(idealHeights.map((one) => one ?? 0)) - gap * (parts.length - 1);
  const charts: PlacedChart[] = [];
  let y = box.y;
  parts.forEach((part, at) => {
    const room = box.y + box.height - y;
    const height = Math.min(room, idealHeights[at] ?? remainingHeight / Math.max(1, free));
    const place = { ...box, y, height };
    const next = first + charts.length;
    let usedHeight = height;
    if (part.kind === 'chart') charts.push(...addChart(shapes, place, part.chart, next));
    else if (part.kind === 'columns') charts.push(...addColumns(shapes, place, part, next));
    else if (part.kind === 'table') usedHeight = addGrid(shapes, place, part.table);
    else if (part.kind === 'figures') usedHeight = addFigures(shapes, place, part.figures);
    else usedHeight = addLines(shapes, { ...place, height: room }, part);
    y += usedHeight + gap;
  });
  return charts;
}

function addColumns(
  shapes: Shapes,
  box: Box,
  { columns }: ColumnsPart,
  first: number,
): readonly PlacedChart[] {
  const widths = splitWidth(columns, box.width);
  const charts: PlacedChart[] = [];
  let { x } = box;
  columns.forEach(({ parts }, at) => {
    const width = widths[at] ?? 0;
    charts.push(...addParts(shapes, { ...box, x, width }, parts, first + charts.length));
    x += width + columnGap;
  });
  return charts;
}
