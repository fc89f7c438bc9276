import type { ReportInput } from '#domain/report/report.ts';
import { periodDays } from '#domain/report/report-period.ts';
import { isMonth } from '#domain/values/date.ts';
import { formatDate, formatMonth, formatQuarter } from '#domain/values/format.ts';

/** Writes the period of a report, or its day. */
export function periodText({
  period,
  overview,
  language,
}: Pick<ReportInput, 'period' | 'overview' | 'language'>): string {
  if (period === undefined) return formatDate(overview.as_of, language, 'long');
  return isMonth(period)
    ? formatMonth(period, language, 'long')
    : formatQuarter(periodDays(period).first.slice(0, 7), language);
}
