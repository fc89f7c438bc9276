import { sheetEpoch } from '#charts/kit/office/sheet-day.ts';
import type { OfficeChart, OfficeSeries } from '#charts/kit/office/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { dayNumber } from '#domain/values/date.ts';
import { columnName } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';

/**
 * Converts a day to its number in a workbook.
 * @returns the serial number of the day, as spreadsheets count from 1899-12-30
 */
export const sheetDay = (day: string): number => dayNumber(day) + sheetEpoch;

/** A chart with its rows in a worksheet. The first row has the headings. */
export interface ChartSheet {
  readonly name: string;
  readonly table: ChartTable;
  readonly native: OfficeChart;
}
/** A column after those of the table: the places or the values of a series. */
export interface OwnColumn {
  readonly series: OfficeSeries;
  readonly part: 'places' | 'values';
  readonly cells: readonly (string | null)[];
}
/** Lists the columns after those of the table, in order. */
export const ownColumns = ({ series }: OfficeChart): readonly OwnColumn[] =>
  series.flatMap((one): readonly OwnColumn[] => [
    ...(one.places === undefined
      ? []
      : [{ series: one, part: 'places' as const, cells: one.places }]),
    ...(one.values === undefined
      ? []
      : [{ series: one, part: 'values' as const, cells: one.values }]),
  ]);

const place = ({ name }: ChartSheet, column: number, from: number, to: number): string => {
  const letters = columnName(column);
  const sheet = `'${name.replaceAll("'", "''")}'`;
  return xmlText(
    from === to ? `${sheet}!$${letters}$${from}` : `${sheet}!$${letters}$${from}:$${letters}$${to}`,
  );
};
/**
 * Counts the drawn rows. Bars draw the first rows only, since totals may follow. All series of a
 * scatter have as many rows as the longest one, since LibreOffice drops shorter series.
 */
const countDrawn = ({ table, native }: ChartSheet): number => {
  if (native.kind === 'scatter')
    return Math.max(0, ...native.series.map(({ values = [] }) => values.length));
  return native.kind === 'bar' ? (native.first ?? table.rows.length) : table.rows.length;
};
const findOwn = ({ table, native }: ChartSheet, series: OfficeSeries, part: OwnColumn['part']) =>
  table.columns.length +
  ownColumns(native).findIndex((own) => own.series === series && own.part === part);
const findColumn = (sheet: ChartSheet, series: OfficeSeries): number =>
  series.column === undefined
    ? findOwn(sheet, series, 'values')
    : sheet.table.columns.findIndex(({ id }) => id === series.column);

const points = (cells: readonly (string | null)[], of: (cell: string) => string): string =>
  `<c:ptCount val="${cells.length}"/>${cells.map((cell, index) => (cell === null ? '' : `<c:pt idx="${index}"><c:v>${of(cell)}</c:v></c:pt>`)).join('')}`;
const numbers = (
  tag: string,
  at: string,
  code: string,
  cells: readonly (string | null)[],
  of: (cell: string) => string = String,
): string =>
  `<c:${tag}><c:numRef><c:f>${at}</c:f><c:numCache><c:formatCode>${xmlText(code)}</c:formatCode>${points(cells, of)}</c:numCache></c:numRef></c:${tag}>`;

/** Writes the reference and cached value of a series name. */
export const writeSeriesName = (sheet: ChartSheet, series: OfficeSeries): string =>
  `<c:tx><c:strRef><c:f>${place(sheet, findColumn(sheet, series), 1, 1)}</c:f><c:strCache>${points([series.name], xmlText)}</c:strCache></c:strRef></c:tx>`;

/** Lists the drawn values of a series, one for each row. A missing value is null. */
function valuesOf(sheet: ChartSheet, series: OfficeSeries): readonly (string | null)[] {
  const cells = series.values ?? readColumn(sheet.table, series.column ?? '');
  return Array.from({ length: countDrawn(sheet) }, (_, at) => cells[at] ?? null);
}

/** The least share of the longest stack at which a part has room for its number. */
const leastShare = 0.055;

/** Lists the rows in which a series' part of the stack is too short for its number. */
export function listShortParts(sheet: ChartSheet, series: OfficeSeries): readonly number[] {
  const all = sheet.native.series.map((one) => valuesOf(sheet, one).map(Number));
  const sums = Array.from({ length: countDrawn(sheet) }, (_, at) =>
    all.reduce((sum, values) => sum + Math.abs(values[at] ?? 0), 0),
  );
  const least = Math.max(0, ...sums) * leastShare;
  return valuesOf(sheet, series).flatMap((value, at) =>
    value !== null && Math.abs(Number(value)) < least ? [at] : [],
  );
}

/** Writes the reference and cached values of a series. A missing value has no point. */
export function writeValues(
  sheet: ChartSheet,
  series: OfficeSeries,
  tag: 'val' | 'yVal',
  format: string,
): string {
  const at = place(sheet, findColumn(sheet, series), 2, countDrawn(sheet) + 1);
  return numbers(tag, at, format, valuesOf(sheet, series));
}

/** Writes the reference and cached places of a scatter's series. */
export function writePlaces(sheet: ChartSheet, series: OfficeSeries, format: string): string {
  const at = place(sheet, findOwn(sheet, series, 'places'), 2, countDrawn(sheet) + 1);
  const { places = [] } = series;
  const cells = Array.from({ length: countDrawn(sheet) }, (_, row) => places[row] ?? null);
  return numbers('xVal', at, format, cells);
}

/**
 * Writes the reference and cached values of the category axis: names or days.
 * @throws Error if the table has no such column
 */
export function writeCategories(sheet: ChartSheet): string {
  const { table, native } = sheet;
  if (native.kind === 'scatter') return '';
  const drawnCount = countDrawn(sheet);
  const cells = readColumn(table, native.across).slice(0, drawnCount);
  const column = table.columns.findIndex(({ id }) => id === native.across);
  const at = place(sheet, column, 2, drawnCount + 1);
  return native.kind === 'line'
    ? numbers('cat', at, 'yyyy\\-mm\\-dd', cells, (day: string) => String(sheetDay(day)))
    : `<c:cat><c:strRef><c:f>${at}</c:f><c:strCache>${points(cells, xmlText)}</c:strCache></c:strRef></c:cat>`;
}
