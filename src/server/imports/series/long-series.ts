import { compact } from '#domain/values/compact.ts';
import { missingReasons } from '#domain/values/data-status.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import { cleanText } from '#server/imports/read/cell-text.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import {
  indicatorOf,
  namedIndicator,
  periodColumn,
  type IndicatorColumn,
  type SaidOfValue,
  type SeriesLayout,
} from './observations.ts';
import { dataStatusOf } from '#server/imports/columns/own-columns.ts';
import { periodKindOf } from '#server/imports/values/period.ts';
import type { SeriesMapping } from './series-mapping.ts';
import type { HeaderColumn, TableHeader } from '#server/imports/structure/header.ts';

const unitHeader = /^(?:计量|計量)?(?:单位|単位)$|^units?$/i;
const mostly = (rows: readonly Row[], index: number, test: (cell: Cell) => boolean): boolean => {
  const filled = rows.flatMap((r) => ((r.cells[index] ?? '') === '' ? [] : [r.cells[index] ?? '']));
  return filled.length > 0 && filled.filter(test).length / filled.length >= 0.8;
};

/**
 * The long form, one row for each period and indicator, as columns of indicators: each row keeps its number and holds one value.
 * Nothing where no column names known indicators or none holds numbers.
 */
export function findLongSeries(
  header: TableHeader,
  rows: readonly Row[],
  indicators: readonly Indicator[],
  mapping: SeriesMapping,
): SeriesLayout | undefined {
  const sample = rows.slice(0, 200);
  const period = periodColumn(header, sample, mapping);
  if (!period) return undefined;
  const named = (label: string, index: number): IndicatorColumn | undefined => {
    const column = { index, parent: '', child: label, key: label };
    const said = mapping.of(label);
    return said === undefined || said === 'ignore'
      ? said === 'ignore'
        ? undefined
        : indicatorOf(column, indicators)
      : namedIndicator(column, said, indicators);
  };
  const said = (part: string): HeaderColumn | undefined =>
    header.columns.find((c) => mapping.of(c.key) === part);
  const others = header.columns.filter((c) => c.index !== period.index);
  const label =
    said('indicator') ??
    others.find(
      (c) =>
        mapping.of(c.key) === undefined &&
        mostly(sample, c.index, (cell) => named(String(cell), 0) !== undefined),
    );
  const value =
    said('value') ??
    others.find(
      (c) =>
        c !== label &&
        mapping.of(c.key) === undefined &&
        mostly(sample, c.index, (cell) => parseNumber(cell).kind === 'value'),
    );
  if (!label || !value) return undefined;
  const unit =
    said('unit') ??
    others.find((c) => mapping.of(c.key) === undefined && unitHeader.test(c.child.trim()));
  const [status, source, missing] = ['data_status', 'source', 'missing'].map(
    (id) => others.find((c) => c.child.trim() === id)?.index,
  );
  const saidOf = (row: Row | undefined): SaidOfValue => {
    const cell = (index: number | undefined): string =>
      index === undefined ? '' : cleanText(row?.cells[index] ?? '');
    const reason = missingReasons.find((one) => one === cell(missing));
    const data_status = dataStatusOf(cell(status));
    const indicator = reason === undefined ? undefined : named(cell(label.index), 0)?.indicator;
    return {
      ...compact({ data_status, source: source === undefined ? undefined : cell(source) }),
      ...(reason === undefined || indicator === undefined ? {} : { missing: reason, indicator }),
    };
  };
  const columns = new Map<string, IndicatorColumn | undefined>();
  let next = header.columns.length;
  const wide = rows.map((row): Row => {
    const text = String(row.cells[label.index] ?? '').trim();
    if (!columns.has(text)) {
      const found = named(text, next);
      const given = unit === undefined ? undefined : parseUnit(String(row.cells[unit.index] ?? ''));
      columns.set(
        text,
        found && {
          ...found,
          ...compact({
            unit: found.unit === undefined && found.money && given ? given : undefined,
          }),
        },
      );
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
    periods: periodKindOf(sample, period.index),
    columns: [...columns.values()].filter((c) => c !== undefined),
    long: {
      rows: wide,
      label: label.index,
      value: value.index,
      ...compact({ unit: unit?.index }),
      labels: [...columns].map(([text, column]) => ({
        text,
        ...compact({ indicator: column?.indicator }),
      })),
      said: (row) => saidOf(rows[row]),
      unknown: rows.filter((r) => !columns.get(String(r.cells[label.index] ?? '').trim())),
    },
  };
}
