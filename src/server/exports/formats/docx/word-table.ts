import { compact } from '#domain/values/compact.ts';
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportTable } from '#domain/report/report.ts';
import { fitTable, type TableFit } from '#report/paper/column-widths.ts';
import { type CellLook, listPhrases, wrapCell } from '#report/paper/phrases.ts';
import { type PageStyle, pageStyles, textRoom } from '#report/paper/page-style.ts';
import { makeRuns, type RunContext } from './word-runs.ts';
import { halfPoints, styleIds, twips } from './word-styles.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** Makes a line of a table. Its width is in eighths of a point. */
const line = (eighths: number) =>
  ({ style: BorderStyle.SINGLE, size: eighths, color: '1A1A1A' }) as const;
const [thick, thin] = [line(12), line(6)];
const borders = {
  top: thick,
  bottom: thick,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** The distance of a text from the side of its cell, in points. */
const padding = 4;
/** Other fonts are wider, and Word adds space between digits and Chinese characters. */
const stretch = 0.1;

/** Fits the columns of a table into the page. */
function fitColumns(table: ReportTable, style: PageStyle): TableFit {
  const room = textRoom(style);
  const { size, widths } = fitTable(table, {
    size: style.table,
    room: room - padding * 2,
    gap: padding * 2,
    least: style.table * 2.4,
    spare: room,
    stretch,
  });
  // too many columns for the page become narrower than a word
  const scale = Math.min(1, room / widths.reduce((sum, width) => sum + width + padding * 2, 0));
  return { size, widths: widths.map((width) => (width + padding * 2) * scale - padding * 2) };
}

/**
 * Makes the runs of a cell. It has breaks between phrases in Chinese or Japanese: Word would break a
 * line inside a word.
 */
function cellRuns(
  text: string,
  width: number,
  { size, bold }: Pick<CellLook, 'size' | 'bold'>,
  report: RunContext,
): readonly TextRun[] {
  const look = compact({
    size: size === pageStyles[report.language].table ? undefined : halfPoints(size),
  });
  if (listPhrases(text).length === 0) return makeRuns(text, report, look);
  return wrapCell(text, width, { size, stretch, ...compact({ bold }) }).flatMap((line, at) => [
    ...(at === 0 ? [] : [new TextRun({ break: 1 })]),
    ...makeRuns(line, report, look),
  ]);
}

/**
 * Makes a table with three lines. Its head repeats on each page, and its rows never break across
 * pages.
 */
export function wordTable(table: ReportTable, report: RunContext): Table {
  const style = pageStyles[report.language];
  const { size, widths: texts } = fitColumns(table, style);
  const widths = texts.map((width) => twips(width + padding * 2));
  const cell = (text: string, at: number, head: boolean): TableCell => {
    const look = { size, bold: head && report.language !== 'zh-CN' };
    return new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...compact({
        borders: head ? { top: thick, bottom: thin, left: none, right: none } : undefined,
      }),
      children: [
        new Paragraph({
          style: head ? styleIds.cellHead : styleIds.cell,
          alignment: table.columns[at]?.right === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: cellRuns(text, texts[at] ?? 0, look, report),
        }),
      ],
    });
  };
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
    borders,
    rows: [
      row(
        table.columns.map(({ label }) => label),
        true,
      ),
      ...table.rows.map((cells) => row(cells, false)),
    ],
  });
}
