import type { Indicator } from '#domain/zone/indicator.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';
import type { FoundTable } from '#server/imports/structure/tables.ts';
import { findPeriodKind } from '#server/imports/values/period.ts';
import { findIndicator, createIndicatorColumn } from './indicator-columns.ts';
import { findLongSeries } from './long-series.ts';
import { findPeriodColumn, type SeriesLayout } from './series-layout.ts';
import { readSeriesMapping, seriesParts, type SeriesMapping } from './series-mapping.ts';

/**
 * Finds the layout month × indicators: a column of months, and either indicators in at least half
 * of the others or an answer that the table is a series.
 */
function findWideSeries(
  header: TableHeader,
  rows: readonly Row[],
  indicators: readonly Indicator[],
  mapping: SeriesMapping,
): SeriesLayout | undefined {
  if (
    header.columns.some(
      (c) => mapping.find(c.key) === 'indicator' || mapping.find(c.key) === 'value',
    )
  )
    return undefined;
  const period = findPeriodColumn(header, rows.slice(0, 60), mapping);
  if (!period) return undefined;
  const others = header.columns.filter((c) => c.index !== period.index);
  const columns = others.flatMap((c) => {
    const id = mapping.find(c.key);
    if (id === undefined) return findIndicator(c, indicators) ?? [];
    return (seriesParts as readonly string[]).includes(id)
      ? []
      : [createIndicatorColumn(c, id, indicators)];
  });
  const isMapped = mapping.isSeries || header.columns.some(({ key }) => mapping.provesSeries(key));
  return isMapped || (columns.length > 0 && columns.length >= (header.columns.length - 1) / 2)
    ? { period: period.index, periods: findPeriodKind(rows.slice(0, 200), period.index), columns }
    : undefined;
}

/** Lays out a table as a series, wide or long. Returns undefined for a register. */
export function findSeries(
  { table, header }: FoundTable,
  indicators: readonly Indicator[],
  answers: ImportAnswers,
): SeriesLayout | undefined {
  const mapping = readSeriesMapping(answers, indicators);
  if (answers['read_as'] === 'projects') return undefined;
  const rows = table.rows.slice(header.first);
  return (
    findWideSeries(header, rows, indicators, mapping) ??
    findLongSeries(header, rows, indicators, mapping)
  );
}
