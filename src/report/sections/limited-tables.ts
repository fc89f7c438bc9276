import { compact } from '#domain/values/compact.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type ChartTable, findFigure, type TableColumn } from '#charts/kit/table.ts';
import { cellText } from '#charts/kit/text/cell-text.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';
import type { ReportTable } from '#domain/report/report.ts';

const writeLabel = ({ label, unit }: TableColumn, language: Language): string =>
  unit === undefined || unit === '' || label.includes(unit)
    ? label
    : label + kitLabels[language].brackets(unit);

/** Cuts a table to the largest number of rows, with the number of the others. */
export function cutTable(table: ReportTable, most: number, language: Language): ReportTable {
  const omittedCount = table.rows.length - most;
  if (omittedCount <= 0) return table;
  return {
    ...table,
    rows: table.rows.slice(0, most),
    ...compact({ figures: table.figures?.slice(0, most) }),
    more: reportLabels[language].more(formatNumber(omittedCount, language, 0)),
  };
}

/** Whether a cell of a table has no content. */
export const isEmptyCell = (cell: string | undefined): boolean =>
  cell === undefined || cell === '' || cell === '—';
/** Removes the columns that have no content; the first one stays. */
export function dropEmptyColumns(table: ReportTable): ReportTable {
  const { columns, rows, figures } = table;
  const isFilled = columns.map((_, at) => at === 0 || rows.some((row) => !isEmptyCell(row[at])));
  if (isFilled.every(Boolean)) return table;
  const pick = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => isFilled[at]);
  return {
    ...table,
    columns: pick(columns),
    rows: rows.map(pick),
    ...compact({ figures: figures?.map(pick) }),
  };
}

/**
 * Takes the last column out of a table of several rows if all its cells are equal.
 * @returns the table, and the text of the cells for the caption
 */
export function foldColumn(table: ReportTable): {
  readonly table: ReportTable;
  readonly note?: string;
} {
  const { columns, rows, figures } = table;
  const note = rows[0]?.[columns.length - 1];
  const isFolded =
    rows.length > 1 && note !== undefined && rows.every((row) => row[columns.length - 1] === note);
  if (!isFolded || isEmptyCell(note)) return { table };
  const dropLast = <T>(list: readonly T[]): readonly T[] => list.slice(0, columns.length - 1);
  return {
    note,
    table: {
      ...table,
      columns: dropLast(columns),
      rows: rows.map(dropLast),
      ...compact({ figures: figures?.map(dropLast) }),
    },
  };
}

/** Limits the rows of a chart's table and sorts them for reading, newest month first. */
export function limitChartTable(table: ChartTable, language: Language, most: number): ReportTable {
  const monthly = table.columns.some(({ kind }) => kind === 'month');
  const rows = monthly ? table.rows.toReversed() : table.rows;
  const figures = table.rows.map((_, row) =>
    table.columns.map((_column, at) => {
      const figure = findFigure(table, row, at);
      return figure === undefined ? null : writeFigureName(figure.measure, figure.of);
    }),
  );
  const columns = table.columns.map((column) => ({
    label: writeLabel(column, language),
    right: column.kind === 'number',
  }));
  return cutTable(
    {
      columns,
      rows: rows.map((row) => table.columns.map((_, at) => cellText(table, row, at, language))),
      figures: monthly ? figures.toReversed() : figures,
    },
    most,
    language,
  );
}
