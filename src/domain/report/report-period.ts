import {
  addDays,
  addMonths,
  isMonth,
  monthEnd,
  toQuarter,
  type IsoDate,
  type Month,
} from '#domain/values/date.ts';

/** A month or a quarter of the calendar year, as 2021-03 or 2021Q1. */
export type ReportPeriod = string;

const quarter = /^(\d{4})Q([1-4])$/;

/** True for a month or a quarter. */
export const isReportPeriod = (text: string): boolean =>
  isMonth(text) || (quarter.test(text) && !text.startsWith('0000'));

const firstMonth = (period: ReportPeriod): Month => {
  const [, year = '', number = '1'] = quarter.exec(period) ?? [];
  return year === '' ? period : `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}`;
};

/** The first and last day of a period, and the day before it. */
export function periodDays(period: ReportPeriod): {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly before: IsoDate;
} {
  const from = firstMonth(period);
  const first = `${from}-01`;
  return {
    first,
    last: monthEnd(quarter.test(period) ? addMonths(from, 2) : from),
    before: addDays(first, -1),
  };
}

/** The quarter that holds a month. */
export const quarterWith = (month: Month): ReportPeriod =>
  `${month.slice(0, 4)}Q${toQuarter(month)}`;
