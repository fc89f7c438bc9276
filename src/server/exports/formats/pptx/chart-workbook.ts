import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import type { OfficeChart } from '#charts/kit/office-chart.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import { numberFormat } from '#server/exports/formats/xlsx/number-formats.ts';
import { type SheetCell, XlsxWriter } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import { ownColumns, valueFormat } from './chart-values.ts';
import { makeZip } from '#server/exports/formats/zip/zip-parts.ts';

/**
 * Makes a cell of a chart's table: numbers as exact numbers, days as dates, everything else as text
 * that never runs.
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

/**
 * Writes the workbook inside a slide: the rows of the chart as in its CSV, then the columns that
 * only the chart needs.
 */
export function chartWorkbook(
  name: string,
  table: ChartTable,
  native: OfficeChart,
  title: string,
  made_at: string,
  language: Language,
): Uint8Array {
  return makeZip(made_at, (into) => {
    const writer = new XlsxWriter(into, { title, author: 'Headway', moment: made_at });
    const own = ownColumns(native);
    const sheet = writer.sheet({
      name,
      widths: [...table.columns, ...own].map(() => 16),
      frozen: { rows: 1, columns: 1 },
    });
    const drawn = new Set([native.across, ...native.series.map(({ column }) => column)]);
    const scaled = native.unit === 'share' || isCurrency(native.unit.id);
    // Money and shares have the format of the chart. Other values keep their decimals.
    const chooseFormat = (value: string): string =>
      scaled ? valueFormat(native, language) : numberFormat(value);
    const drawnColumns = table.columns.map(({ id }) => drawn.has(id));
    sheet.row([
      ...table.columns.map(({ id, label }) => ({
        text: native.series.find(({ column }) => column === id)?.name ?? label,
        look: { bold: true, line: true },
      })),
      ...own.map(({ name: heading }) => ({ text: heading, look: { bold: true, line: true } })),
    ]);
    for (const [index, row] of table.rows.entries())
      sheet.row([
        ...table.columns.map((column, at) =>
          tableCell(
            row[at] ?? null,
            column,
            drawnColumns[at] === true ? chooseFormat : numberFormat,
          ),
        ),
        ...own.map(({ values }): SheetCell => {
          const value = values?.[index] ?? null;
          return value === null
            ? null
            : {
                number: value,
                look: { format: native.kind === 'scatter' ? '0' : chooseFormat(value) },
              };
        }),
      ]);
    sheet.end();
    writer.end();
  });
}
