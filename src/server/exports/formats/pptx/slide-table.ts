import type { FrameCell } from '#charts/kit/office/office-chart.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { inches } from './ooxml.ts';
import { type Box, placeBox, type Run, type Shapes } from './slide-shapes.ts';
import { cellRoom } from './slide-grid.ts';

/** The height of a line in a table, in font sizes. */
export const lead = 1.24;

/** A cell of a table on a slide; null for an empty one. */
export interface TableCell {
  readonly cell: FrameCell | null;
  readonly right?: boolean;
  readonly points: number;
  readonly head?: boolean;
  /** Whether it has no side padding, so that it aligns with the slide's margin. */
  readonly flush?: boolean;
}
export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The height of the row in inches. */
  readonly height: number;
  readonly line: Token;
  readonly band?: boolean;
  readonly anchor?: 'ctr' | 'b';
}

function writeCell(
  shapes: Shapes,
  { cell, right = false, points, head = false, flush = false }: TableCell,
  { line, band = false, anchor = 'ctr' }: TableRow,
): string {
  const edge = (tag: string, ink: Token | undefined): string =>
    `<a:${tag} w="${ink === undefined ? 0 : 9525}">${ink === undefined ? '<a:noFill/>' : shapes.paint(ink)}</a:${tag}>`;
  const side = inches((flush ? 0 : cellRoom.side) / 72);
  const above = inches(cellRoom.above / 72);
  const runs: Run[][] = [];
  // some programs write an empty run in their own large size
  if (cell !== null && (cell.text !== '' || (cell.under ?? '') !== '')) {
    const { text, under, bold = false, colour = head ? 'ink-2' : 'ink' } = cell;
    runs.push([{ text, points, ink: colour, bold }]);
    if (under !== undefined && under !== '')
      for (const line of under.split('\n'))
        runs.push([{ text: line, points: Math.max(10, points - 2), ink: 'ink-2' }]);
  }
  // lines of the same height in every font: rows beside bars must not grow
  const body = runs
    .map((list) => shapes.paragraph(list, right ? 'r' : 'l', 0, (list[0]?.points ?? points) * lead))
    .join('');
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${body || '<a:p><a:endParaRPr lang="en-US" sz="600"/></a:p>'}</a:txBody><a:tcPr marL="${side}" marR="${side}" marT="${above}" marB="${above}" anchor="${anchor}">${edge('lnL', undefined)}${edge('lnR', undefined)}${edge('lnT', undefined)}${edge('lnB', line)}${band ? shapes.paint('sunken') : '<a:noFill/>'}</a:tcPr></a:tc>`;
}

/** Adds a table. Widths are in inches. */
export function addTable(
  shapes: Shapes,
  { x, y }: Pick<Box, 'x' | 'y'>,
  widths: readonly number[],
  rows: readonly TableRow[],
  name = 'Table',
): void {
  const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0);
  const box = { x, y, width: sum(widths), height: sum(rows.map(({ height }) => height)) };
  const body = rows
    .map(
      (row) =>
        `<a:tr h="${inches(row.height)}">${row.cells.map((cell) => writeCell(shapes, cell, row)).join('')}</a:tr>`,
    )
    .join('');
  shapes.raw(
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${shapes.next()}" name="${name}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placeBox(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${widths.map((width) => `<a:gridCol w="${inches(width)}"/>`).join('')}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
  );
}
