import { compact } from '#domain/values/compact.ts';
import { reportLabels } from '#report/labels/index.ts';
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

/**
 * Writes when the changes of a report happened: in its period, else since the compared day. A
 * single day would say that all happened on it.
 */
export function changesTimeText({
  period,
  overview,
  language,
}: Pick<ReportInput, 'period' | 'overview' | 'language'>): string {
  const { compare } = overview;
  return period === undefined && compare !== undefined
    ? reportLabels[language].sinceDay(formatDate(compare, language, 'long'))
    : periodText({ overview, language, ...compact({ period }) });
}
