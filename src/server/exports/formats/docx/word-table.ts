import { compact } from '#domain/values/compact.ts';
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ReportTable } from '#domain/report/report.ts';
import { columnWidths } from '#report/paper/column-widths.ts';
import { pageStyles, textRoom } from '#report/paper/page-style.ts';
import { makeRuns, type RunContext } from './word-runs.ts';
import { styleIds, twips } from './word-styles.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** Makes a line of a table. Its width is in eighths of a point. */
const line = (eighths: number) =>
  ({ style: BorderStyle.SINGLE, size: eighths, color: '1A1A1A' }) as const;
const [thick, thin] = [line(12), line(6)];

/**
 * Makes a table with three lines. Its head repeats on each page, and its rows never break across
 * pages.
 */
export function wordTable(table: ReportTable, report: RunContext): Table {
  const style = pageStyles[report.language];
  const [room, padding] = [textRoom(style), 4];
  const ideal = columnWidths(table, {
    size: style.table,
    room: room - padding * 2,
    gap: padding * 2,
    least: style.table * 2.4,
    spare: room,
    // other fonts are wider, and Word adds space between digits and Chinese characters
    stretch: 0.1,
  }).map((width) => width + padding * 2);
  // too many columns for the page become narrower than a word
  const scale = Math.min(1, room / ideal.reduce((sum, width) => sum + width, 0));
  const widths = ideal.map((width) => twips(width * scale));
  const cell = (text: string, at: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...compact({
        borders: head ? { top: thick, bottom: thin, left: none, right: none } : undefined,
      }),
      children: [
        new Paragraph({
          style: head ? styleIds.cellHead : styleIds.cell,
          alignment: table.columns[at]?.right === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: makeRuns(text, report),
        }),
      ],
    });
  const row = (cells: readonly string[], head: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: head,
      children: table.columns.map((_, at) => cell(cells[at] ?? '', at, head)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: twips(padding), right: twips(padding), marginUnitType: WidthType.DXA },
    borders: {
      top: thick,
      bottom: thick,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      row(
        table.columns.map(({ label }) => label),
        true,
      ),
      ...table.rows.map((cells) => row(cells, false)),
    ],
  });
}
