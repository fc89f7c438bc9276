import type { OfficeChart, OfficeSeries } from '#charts/kit/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { dayNumber } from '#domain/values/date.ts';
import { displayUnit } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import { moneyFormat, trillionFormat } from '#server/exports/formats/xlsx/number-formats.ts';
import { columnName } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';

/** Day number of 1970-01-01 in a workbook. */
const epoch = 25_569;

/** A chart with its rows in a worksheet, whose first line holds the headings. */
export interface ChartSheet {
  readonly name: string;
  readonly table: ChartTable;
  readonly native: OfficeChart;
}
/** Lists the series without a column in the table. They get columns after it. */
export const ownColumns = ({ series }: OfficeChart): readonly OfficeSeries[] =>
  series.filter(({ values }) => values !== undefined);

const place = ({ name }: ChartSheet, column: number, from: number, to: number): string => {
  const letters = columnName(column);
  const sheet = `'${name.replaceAll("'", "''")}'`;
  return xmlText(
    from === to ? `${sheet}!$${letters}$${from}` : `${sheet}!$${letters}$${from}:$${letters}$${to}`,
  );
};
/** How many rows of the table are drawn: those behind the first ones may be totals. */
const countDrawn = ({ table, native }: ChartSheet): number =>
  native.kind === 'bar' ? (native.first ?? table.rows.length) : table.rows.length;
const findColumn = ({ table, native }: ChartSheet, series: OfficeSeries): number =>
  series.column === undefined
    ? table.columns.length + ownColumns(native).indexOf(series)
    : table.columns.findIndex(({ id }) => id === series.column);

/** Makes the number format of a chart's values. */
export function valueFormat({ unit }: OfficeChart, language: Language): string {
  if (unit === 'share') return '0%';
  if (!isCurrency(unit.id)) return Math.abs(Number(unit.like)) < 20 ? '#,##0.0' : '#,##0';
  // The display unit of the figure: 万亿 or tn, 亿 or bn, else 万 or mn.
  const { power } = displayUnit(unit.id, unit.like, language);
  return power >= 12
    ? trillionFormat(unit.id, language)
    : moneyFormat(unit.id, language, power >= 8);
}

const points = (cells: readonly (string | null)[], of: (cell: string) => string): string =>
  `<c:ptCount val="${cells.length}"/>${cells.map((cell, index) => (cell === null ? '' : `<c:pt idx="${index}"><c:v>${of(cell)}</c:v></c:pt>`)).join('')}`;

/** Writes the reference and cached value of a series name. */
export const writeSeriesName = (sheet: ChartSheet, series: OfficeSeries): string =>
  `<c:tx><c:strRef><c:f>${place(sheet, findColumn(sheet, series), 1, 1)}</c:f><c:strCache>${points([series.name], xmlText)}</c:strCache></c:strRef></c:tx>`;

/** The values of a series that are drawn. */
const valuesOf = (sheet: ChartSheet, series: OfficeSeries): readonly (string | null)[] =>
  (series.values ?? readColumn(sheet.table, series.column ?? '')).slice(0, countDrawn(sheet));

/** A part of a stack needs so much of the longest stack to hold its number. */
const leastShare = 0.055;

/** The places of a series whose part of a stack is too short for its number. */
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

/** Writes the reference and cached values of a series. A missing number is no point. */
export function writeValues(
  sheet: ChartSheet,
  series: OfficeSeries,
  tag: 'val' | 'yVal',
  format: string,
): string {
  const drawn = countDrawn(sheet);
  const cells = valuesOf(sheet, series);
  const at = place(sheet, findColumn(sheet, series), 2, drawn + 1);
  return `<c:${tag}><c:numRef><c:f>${at}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${points(cells, String)}</c:numCache></c:numRef></c:${tag}>`;
}

/** Writes the reference and cached values of the category axis: names, days or amounts. */
export function writeCategories(sheet: ChartSheet, format: string): string {
  const { table, native } = sheet;
  const drawn = countDrawn(sheet);
  const cells = readColumn(table, native.across).slice(0, drawn);
  const at = `<c:f>${place(
    sheet,
    table.columns.findIndex(({ id }) => id === native.across),
    2,
    drawn + 1,
  )}</c:f>`;
  if (native.kind === 'bar')
    return `<c:cat><c:strRef>${at}<c:strCache>${points(cells, xmlText)}</c:strCache></c:strRef></c:cat>`;
  const [tag, code, of] =
    native.kind === 'line'
      ? (['cat', 'yyyy\\-mm\\-dd', (day: string) => String(dayNumber(day) + epoch)] as const)
      : (['xVal', format, String] as const);
  return `<c:${tag}><c:numRef>${at}<c:numCache><c:formatCode>${xmlText(code)}</c:formatCode>${points(cells, of)}</c:numCache></c:numRef></c:${tag}>`;
}
