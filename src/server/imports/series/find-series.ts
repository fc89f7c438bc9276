import type { Indicator } from '#domain/zone/indicator.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { findLongSeries } from './long-series.ts';
import { findSeries, type SeriesLayout } from './observations.ts';
import { seriesMapping } from './series-mapping.ts';
import type { FoundTable } from '#server/imports/structure/tables.ts';

/** How a table is read as a series of months, wide or long; nothing for a register. An answer can say that it is the one or the other. */
export function seriesOf(
  { table, header }: FoundTable,
  indicators: readonly Indicator[],
  answers: ImportAnswers,
): SeriesLayout | undefined {
  const mapping = seriesMapping(answers, indicators);
  if (answers['read_as'] === 'projects') return undefined;
  const rows = table.rows.slice(header.first);
  return (
    findSeries(header, rows, indicators, mapping) ??
    findLongSeries(header, rows, indicators, mapping)
  );
}
