import type { OfficeAxis, OfficeChart, OfficeSeries } from '#charts/kit/office/office-chart.ts';
import { readColumn } from '#charts/kit/table.ts';
import { tickDigits } from '#charts/kit/style/scale.ts';
import { removeNoise, scaleByTen } from '#domain/values/decimal.ts';
import { displayUnit } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { numberFormat } from '#server/exports/formats/xlsx/number-formats.ts';
import type { ChartSheet } from './chart-values.ts';

type Cells = readonly (string | null)[];

const scaleAxis = (axis: OfficeAxis, by: number): OfficeAxis => ({
  ...axis,
  min: removeNoise(axis.min / by),
  max: removeNoise(axis.max / by),
  step: removeNoise(axis.step / by),
});

/**
 * Converts money to the multiple of its chart: 650,000,000 yuan become 6.5 in the cells and on the
 * axis of a chart in 亿元. Number formats cannot divide by 万 or 亿.
 *
 * @returns the sheet with converted values; a chart without money unchanged
 */
export function scaleMoney(sheet: ChartSheet, language: Language): ChartSheet {
  const { native, table } = sheet;
  if (native.unit === 'share' || !isCurrency(native.unit.id)) return sheet;
  const { power } = displayUnit(native.unit.id, native.unit.like, language);
  const shift = (cells: Cells): Cells =>
    cells.map((cell) => (cell === null ? null : scaleByTen(cell, -power)));
  const scaleSeries = ({ column, ...series }: OfficeSeries): OfficeSeries => ({
    ...series,
    values: shift(series.values ?? readColumn(table, column ?? '')),
  });
  const axis = native.axis === undefined ? {} : { axis: scaleAxis(native.axis, 10 ** power) };
  if (native.kind === 'scatter') {
    const series = native.series.map(({ places = [], ...one }) => ({
      ...one,
      places: shift(places),
    }));
    return { ...sheet, native: { ...native, ...axis, series } };
  }
  const at = table.columns.findIndex(({ id }) => id === native.across);
  return {
    ...sheet,
    native: { ...native, ...axis, series: native.series.map(scaleSeries) },
    table: {
      columns: table.columns.slice(at, at + 1),
      rows: table.rows.map((row) => row.slice(at, at + 1)),
    },
  };
}

/** Makes the number format of a chart's axis, with the decimals in which its steps differ. */
export function axisFormat({ unit, axis }: OfficeChart): string {
  const scale = unit === 'share' ? 100 : 1;
  const ticks = axis === undefined ? [] : [axis.min, axis.step];
  const digits = tickDigits(ticks.map((tick) => removeNoise(tick * scale)));
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  return unit === 'share' ? `0${decimals}%` : `#,##0${decimals}`;
}

const quote = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);

/** Makes the number format of a cell in a chart. The unit follows money, as in 6.5亿元. */
export function cellFormat({ unit }: OfficeChart, value: string, language: Language): string {
  if (unit === 'share') return '0%';
  if (!isCurrency(unit.id)) return numberFormat(value);
  const { before, after } = displayUnit(unit.id, unit.like, language);
  return `${quote(before)}${numberFormat(value)}${quote(after)}`;
}
