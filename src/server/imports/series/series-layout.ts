import type { DataStatus, MissingReason } from '#domain/values/data-status.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { HeaderColumn, TableHeader } from '#server/imports/structure/table-header.ts';
import {
  isYearHeader,
  measurePeriodShare,
  type PeriodKind,
} from '#server/imports/values/period.ts';
import { isInList, periodHeaders } from '#server/imports/vocabulary/words.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import type { SeriesMapping } from './series-mapping.ts';

/** The status, source and missing reason in a row of the long form. */
export interface RowDetails {
  readonly data_status?: DataStatus;
  /** Empty if the file names no source. */
  readonly source?: string;
  readonly missing?: MissingReason;
  /** The indicator of a row that gives a reason instead of a value. */
  readonly indicator?: string;
}
/** A column of numbers whose indicator is unknown. */
export interface UnnamedColumn {
  readonly key: string;
  readonly values: readonly string[];
  /** Whether its heading says that the values are sums since January. */
  readonly isYearToDate: boolean;
}
export interface SeriesLayout {
  readonly period: number;
  readonly periods: PeriodKind;
  readonly columns: readonly IndicatorColumn[];
  /** Columns of numbers, or labels of the long form, that name no known indicator. */
  readonly unnamed: readonly UnnamedColumn[];
  /** Set for the long form: its rows with columns of indicators, and the original columns. */
  readonly long?: {
    readonly rows: readonly Row[];
    readonly label: number;
    readonly value: number;
    readonly unit?: number;
    /** The texts in the column of names, each with its indicator if known. */
    readonly labels: readonly { readonly text: string; readonly indicator?: string }[];
    readonly unknownRows: readonly Row[];
    readonly details: (row: number) => RowDetails;
  };
}

/**
 * Finds the column of periods: the mapped one, else one in which four of five cells are months or
 * years, and whose header says so or that comes first.
 * @returns undefined if no column has periods
 */
export function findPeriodColumn(
  header: TableHeader,
  sample: readonly Row[],
  mapping: SeriesMapping,
): HeaderColumn | undefined {
  const share = (c: HeaderColumn): number => measurePeriodShare(sample, c.index, 'month');
  const areYears = (c: HeaderColumn): boolean => measurePeriodShare(sample, c.index, 'year') >= 0.8;
  const open = header.columns.filter((c) => mapping.find(c.key) === undefined);
  return (
    header.columns.find((c) => mapping.find(c.key) === 'period') ??
    open.find((c) => share(c) >= 0.8 && (isInList(periodHeaders, c.child) || c.index === 0)) ??
    open.find(
      (c) =>
        areYears(c) &&
        (isYearHeader(c.child) || (isInList(periodHeaders, c.child) && c.index === 0)),
    ) ??
    (mapping.isSeries ? open.find((c) => share(c) >= 0.8 || areYears(c)) : undefined)
  );
}
