import { listMonthsToDate, sumMonths, type YearToDate } from '#domain/targets/annual-flow.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import type { AbsenceReason } from '#domain/values/data-status.ts';
import { monthEnd, type IsoDate, type Month } from '#domain/values/date.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import type { Indicator } from '#domain/zone/indicator.ts';

/** Why the reported months of a year make no year to date. At most one reason is set. */
export type UnknownSum = Pick<TargetRow, 'missing_months' | 'sum_break'>;

/** A flow that is reported month by month: its amounts, and the years to date that they make. */
interface MonthlyFlow {
  readonly amounts?: ReadonlyMap<Month, Decimal>;
  readonly ytd?: YearToDate;
}

/**
 * Finds why the last amount between two days makes no year to date: the series breaks within the
 * year, or months are missing.
 *
 * @param from - the first day; omit it for no limit
 * @returns no reason where the year to date is known, or nothing was reported
 */
export function findUnknownSum(
  { amounts = new Map(), ytd }: MonthlyFlow,
  { breaks = [] }: Pick<Indicator, 'breaks'>,
  to: IsoDate,
  from = '',
): UnknownSum {
  const months = [...amounts.keys()].filter((month) => monthEnd(month) <= to);
  const last = months.findLast((month) => monthEnd(month) >= from);
  if (last === undefined || ytd?.has(last) === true) return {};
  const toDate = listMonthsToDate(last);
  const lastBreak = breaks.findLast(({ month }) => toDate.indexOf(month) > 0);
  if (lastBreak === undefined)
    return { missing_months: toDate.filter((month) => !months.includes(month)) };
  const value = sumMonths(amounts, lastBreak.month, last, { breaks });
  const since = value === undefined ? undefined : { value, date: monthEnd(last) };
  return { sum_break: { ...lastBreak, ...compact({ since }) } };
}

/** Whether months are reported that make no sum. */
export const isSumUnknown = (row: UnknownSum & { readonly missing?: AbsenceReason }): boolean =>
  row.missing === 'no_sum' || row.missing_months !== undefined || row.sum_break !== undefined;
