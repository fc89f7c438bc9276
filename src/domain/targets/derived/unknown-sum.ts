import { listMonthsToDate, sumMonths, type YearToDate } from '#domain/targets/annual-flow.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import type { AbsenceReason } from '#domain/values/data-status.ts';
import {
  addMonths,
  monthEnd,
  monthsApart,
  toMonth,
  type IsoDate,
  type Month,
} from '#domain/values/date.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import {
  isYearToDate,
  type Indicator,
  type MeasuredObservation,
  type Target,
} from '#domain/zone/indicator.ts';

/** Why reported months make no sum of their year, or of several years. At most one reason is set. */
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

/**
 * Finds why the last value makes no sum of several years: the series breaks since their start, or
 * months are missing without which a year has no sum.
 *
 * @param sums - the sums of the years up to each month, see `sumYears`
 * @returns no reason for any other target, where the sum is known, or where nothing was reported
 */
export function findUnknownYears(
  sums: readonly MeasuredObservation[],
  { covers, baseline_date, deadline }: Pick<Target, 'covers' | 'baseline_date' | 'deadline'>,
  indicator: Indicator,
  as_of: IsoDate,
): UnknownSum {
  if (covers !== 'sum_of_years' || indicator.kind !== 'annual_flow') return {};
  const isReported = ({ value, missing }: MeasuredObservation) =>
    value !== undefined || missing === 'no_sum';
  const reportedSums = sums.filter(
    (one) => [deadline, as_of].every((day) => monthEnd(one.period) <= day) && isReported(one),
  );
  const last = reportedSums.at(-1);
  if (last?.missing !== 'no_sum') return {};
  const first = addMonths(toMonth(baseline_date), 1);
  const lastBreak = indicator.breaks?.findLast(
    ({ month }) => month > first && month <= last.period,
  );
  if (lastBreak !== undefined) return { sum_break: lastBreak };
  const periods = new Set(reportedSums.map(({ period }) => period));
  const months = Array.from({ length: monthsApart(first, last.period) + 1 }, (_, at) =>
    addMonths(first, at),
  );
  // a year to date already has the sum of its months
  const isNeeded = (month: Month) =>
    !isYearToDate(indicator) || month === last.period || month.endsWith('-12');
  return { missing_months: months.filter((month) => isNeeded(month) && !periods.has(month)) };
}

/** Whether months are reported that make no sum. */
export const isSumUnknown = (row: UnknownSum & { readonly missing?: AbsenceReason }): boolean =>
  row.missing === 'no_sum' || row.missing_months !== undefined || row.sum_break !== undefined;
