import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { HeaderColumn, TableHeader } from '#server/imports/structure/table-header.ts';
import type { FoundTable } from '#server/imports/structure/tables.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import { findPeriodKind } from '#server/imports/values/period.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';
import {
  createIndicatorColumn,
  findIndicator,
  isComparison,
  readSeriesHeading,
} from './indicator-columns.ts';
import { findLongSeries } from './long-series.ts';
import { findPeriodColumn, type SeriesLayout, type UnnamedColumn } from './series-layout.ts';
import { readSeriesMapping, seriesParts, type SeriesMapping } from './series-mapping.ts';
import type { SeriesVocabulary } from './series-vocabulary.ts';

const sampleSize = 200;
const cellTexts = (rows: readonly Row[], index: number): string[] =>
  rows.slice(0, sampleSize).flatMap((row) => {
    const text = String(row.cells[index] ?? '').trim();
    return text === '' || findMissingReason(text) !== undefined ? [] : [text];
  });
const areNumbers = (texts: readonly string[]): boolean =>
  texts.length > 0 &&
  texts.filter((text) => parseNumber(text).kind === 'value').length / texts.length >= 0.8;

/** Lists the columns of numbers that name no indicator, without those that compare two months. */
function listUnnamed(
  columns: readonly HeaderColumn[],
  rows: readonly Row[],
): readonly UnnamedColumn[] {
  return columns.flatMap((column) => {
    const values = cellTexts(rows, column.index);
    return column.key === '' || isComparison(column.key) || !areNumbers(values)
      ? []
      : [{ key: column.key, values, isYearToDate: readSeriesHeading(column).isYearToDate }];
  });
}

const isNote = (heading: string): boolean =>
  /备注|说明|来源|填报|審核|审核|備考|出典|担当|^(?:notes?|remarks?|comments?|source|reported by)\b/i.test(
    heading,
  );

/** Whether every row has a month of its own, and all other columns with content hold numbers. */
function holdsNumbersOnly(
  rows: readonly Row[],
  period: HeaderColumn,
  others: readonly HeaderColumn[],
): boolean {
  const periods = cellTexts(rows, period.index);
  const filledCells = others
    .filter(({ child }) => !isNote(child))
    .flatMap((column) => {
      const texts = cellTexts(rows, column.index);
      return texts.length === 0 ? [] : [texts];
    });
  return (
    periods.length >= 2 &&
    new Set(periods).size === periods.length &&
    filledCells.length > 0 &&
    filledCells.every(areNumbers)
  );
}

/**
 * Finds the layout month × indicators. It has a column of months. In addition, at least half of the
 * other columns name indicators, or all of them hold numbers, or an answer says that the table is a
 * series.
 */
function findWideSeries(
  header: TableHeader,
  rows: readonly Row[],
  vocabulary: SeriesVocabulary,
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
    if (id === undefined) return findIndicator(c, vocabulary) ?? [];
    return (seriesParts as readonly string[]).includes(id)
      ? []
      : (createIndicatorColumn(c, id, vocabulary) ?? []);
  });
  const isMapped = mapping.isSeries || header.columns.some(({ key }) => mapping.provesSeries(key));
  const comparisonCount = others.filter(({ child }) => isComparison(child)).length;
  const isSeries =
    isMapped ||
    (columns.length > 0 && columns.length >= (others.length - comparisonCount) / 2) ||
    holdsNumbersOnly(rows, period, others);
  if (!isSeries) return undefined;
  const open = others.filter(
    (c) => mapping.find(c.key) === undefined && !columns.some(({ index }) => index === c.index),
  );
  return {
    period: period.index,
    periods: findPeriodKind(rows.slice(0, 200), period.index),
    columns,
    unnamed: listUnnamed(open, rows),
  };
}

/** Finds the layout of a series, wide or long. @returns undefined for a register */
export function findSeries(
  { table, header }: FoundTable,
  vocabulary: SeriesVocabulary,
  answers: ImportAnswers,
): SeriesLayout | undefined {
  const mapping = readSeriesMapping(answers, vocabulary);
  if (answers['read_as'] === 'projects') return undefined;
  const rows = table.rows.slice(header.first);
  return (
    findWideSeries(header, rows, vocabulary, mapping) ??
    findLongSeries(header, rows, vocabulary, mapping)
  );
}
