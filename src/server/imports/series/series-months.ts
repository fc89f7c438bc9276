import type { Month } from '#domain/values/date.ts';
import type { FiscalYears } from '#server/imports/context/fiscal-years.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { SeriesLayout } from './series-layout.ts';
import type { Problems } from '#server/imports/context/problems.ts';
import { parsePeriodMonth } from '#server/imports/values/period.ts';

/** The month of each row of a series. For a fiscal year it is the last month. */
export interface SeriesMonths {
  readonly months: readonly (Month | undefined)[];
  /** Numbers of the rows without a readable month. */
  readonly monthless: readonly number[];
  /** The month in which the fiscal years of the series begin. Undefined if it has none. */
  readonly begins: number | undefined;
}

/** Reads the months of a series, and reports each row without one. */
export function readMonths(
  rows: readonly Row[],
  layout: SeriesLayout,
  { problems, fiscal }: { readonly problems: Problems; readonly fiscal: FiscalYears },
): SeriesMonths {
  const monthless: number[] = [];
  let begins: number | undefined;
  const months = rows.map(({ cells, number }) => {
    const cell = cells[layout.period] ?? '';
    const read = fiscal.read(cell, number);
    const isFiscal = read !== cell;
    const month =
      read === undefined ? undefined : parsePeriodMonth(read, isFiscal ? 'month' : layout.periods);
    if (isFiscal) begins = fiscal.begins;
    if (month === undefined) monthless.push(number);
    // one question covers all rows, so no single row is reported
    if (month === undefined && read !== undefined)
      problems.add('bad_period', { row: number, index: layout.period, value: String(cell) });
    return month;
  });
  return { months, monthless, begins };
}
