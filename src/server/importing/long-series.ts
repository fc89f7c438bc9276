import type { Indicator } from '#domain/indicator.ts';
import { parseNumber } from './cells/number.ts';
import { parseUnit } from './cells/unit.ts';
import type { Cell, Row } from './files/table.ts';
import { indicatorOf, periodColumn, type IndicatorColumn, type SeriesLayout } from './observations.ts';
import type { TableHeader } from './structure/header.ts';

const unitHeader = /^(?:计量|計量)?(?:单位|単位)$|^units?$/i;
const mostly = (rows: readonly Row[], index: number, test: (cell: Cell) => boolean): boolean => {
  const filled = rows.flatMap((r) => ((r.cells[index] ?? '') === '' ? [] : [r.cells[index] ?? '']));
  return filled.length > 0 && filled.filter(test).length / filled.length >= 0.8;
};

/**
 * The long form, one row for each period and indicator, as columns of indicators: each row keeps its number and holds one value.
 * Nothing where no column names known indicators or none holds numbers.
 */
export function findLongSeries(header: TableHeader, rows: readonly Row[], indicators: readonly Indicator[]): SeriesLayout | undefined {
  const sample = rows.slice(0, 200);
  const period = periodColumn(header, sample);
  if (!period) return undefined;
  const named = (label: string, index: number): IndicatorColumn | undefined =>
    indicatorOf({ index, parent: '', child: label, key: label }, indicators);
  const others = header.columns.filter((c) => c.index !== period.index);
  const label = others.find((c) => mostly(sample, c.index, (cell) => named(String(cell), 0) !== undefined));
  const value = others.find((c) => c !== label && mostly(sample, c.index, (cell) => parseNumber(cell).kind === 'value'));
  if (!label || !value) return undefined;
  const unit = others.find((c) => unitHeader.test(c.child.trim()));
  const columns = new Map<string, IndicatorColumn | undefined>();
  let next = header.columns.length;
  const wide = rows.map((row): Row => {
    const text = String(row.cells[label.index] ?? '').trim();
    if (!columns.has(text)) {
      const found = named(text, next);
      const given = unit === undefined ? undefined : parseUnit(String(row.cells[unit.index] ?? ''));
      columns.set(text, found && { ...found, ...(found.unit === undefined && found.money && given ? { unit: given } : {}) });
      next += 1;
    }
    const column = columns.get(text);
    const cells: Cell[] = Array.from({ length: next }, () => '');
    cells[period.index] = row.cells[period.index] ?? '';
    if (column !== undefined) cells[column.index] = row.cells[value.index] ?? '';
    return { ...row, cells };
  });
  return {
    period: period.index,
    columns: [...columns.values()].filter((c) => c !== undefined),
    long: {
      rows: wide,
      label: label.index,
      value: value.index,
      unknown: rows.filter((r) => !columns.get(String(r.cells[label.index] ?? '').trim())),
    },
  };
}
