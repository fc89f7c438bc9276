import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { Language } from '#domain/values/language.ts';
import { numberFormat } from '#server/exports/formats/xlsx/number-formats.ts';
import { type SheetCell, XlsxWriter } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import { cellFormat } from './chart-scale.ts';
import { type ChartSheet, ownColumns, type OwnColumn } from './chart-values.ts';
import { makeZip } from '#server/exports/formats/zip/zip-parts.ts';

/**
 * Makes a cell of a chart's table. Numbers stay exact, days become dates, and everything else
 * becomes text that never runs as a formula.
 */
function tableCell(
  value: string | null,
  column: TableColumn,
  formatOf: (value: string) => string,
): SheetCell {
  if (value === null) return null;
  if (column.kind === 'number') return { number: value, look: { format: formatOf(value) } };
  return column.kind === 'date' ? { day: value } : { text: value };
}
const heading = (text: string) => ({ text, look: { bold: true, line: true } });

function ownCell(
  { part }: OwnColumn,
  value: string | null,
  native: OfficeChart,
  formatOf: (value: string) => string,
): SheetCell {
  if (value === null) return null;
  const days = native.kind === 'scatter' && native.days === true && part === 'places';
  // the values of a scatter are row positions
  const isRow = native.kind === 'scatter' && part === 'values';
  const format = days ? 'yyyy\\-mm\\-dd' : isRow ? numberFormat(value) : formatOf(value);
  return { number: value, look: { format } };
}

/** Writes the sheet of a chart: the columns of the table, then those that only the chart needs. */
function writeDrawn(writer: XlsxWriter, sheet: ChartSheet, language: Language): void {
  const { name, table, native } = sheet;
  const own = ownColumns(native);
  const drawnColumns = new Set([
    ...(native.kind === 'scatter' ? [] : [native.across]),
    ...native.series.map(({ column }) => column),
  ]);
  const chooseFormat = (value: string): string => cellFormat(native, value, language);
  const into = writer.sheet({
    name,
    widths: [...table.columns, ...own].map(() => 16),
    frozen: { rows: 1, columns: 1 },
  });
  into.row([
    ...table.columns.map(({ id, label }) =>
      heading(native.series.find(({ column }) => column === id)?.name ?? label),
    ),
    ...own.map(({ series }) => heading(series.name)),
  ]);
  const rows = Math.max(table.rows.length, ...own.map(({ cells }) => cells.length));
  for (let index = 0; index < rows; index += 1)
    into.row([
      ...table.columns.map((column, at) =>
        tableCell(
          table.rows[index]?.[at] ?? null,
          column,
          drawnColumns.has(column.id) ? chooseFormat : numberFormat,
        ),
      ),
      ...own.map((column) => ownCell(column, column.cells[index] ?? null, native, chooseFormat)),
    ]);
  into.end();
}

function writeRows(writer: XlsxWriter, name: string, { columns, rows }: ChartTable): void {
  const into = writer.sheet({
    name,
    widths: columns.map(() => 16),
    frozen: { rows: 1, columns: 1 },
  });
  into.row(columns.map(({ label }) => heading(label)));
  for (const row of rows)
    into.row(columns.map((column, at) => tableCell(row[at] ?? null, column, numberFormat)));
  into.end();
}

/**
 * Writes the workbook inside a slide. It holds the rows that the chart draws. If they differ from
 * those of the figure's CSV, a second sheet has the latter.
 */
export function chartWorkbook(
  sheet: ChartSheet,
  rows: ChartTable,
  { title, made_at, language }: { title: string; made_at: string; language: Language },
): Uint8Array {
  return makeZip(made_at, (into) => {
    const writer = new XlsxWriter(into, { title, author: 'Headway', moment: made_at });
    writeDrawn(writer, sheet, language);
    if (rows !== sheet.table) writeRows(writer, `${sheetLabels[language].data} 2`, rows);
    writer.end();
  });
}
