import {
  addMonths,
  monthEnd,
  monthsApart,
  toMonth,
  type IsoDate,
  type Month,
} from '#domain/values/date.ts';

/** The lengths of the periods of a series, with their months. */
export const periodMonths = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;
export type PeriodSize = keyof typeof periodMonths;

/** A period of the calendar year. */
export interface CalendarPeriod {
  /** `2026`, `2026-H1`, `2026-Q1` or `2026-01`. */
  readonly key: string;
  readonly size: PeriodSize;
  readonly first_month: Month;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

function makeKey(month: Month, size: PeriodSize): string {
  const year = month.slice(0, 4);
  if (size === 'year') return year;
  if (size === 'month') return month;
  const part = Math.ceil(Number(month.slice(5, 7)) / periodMonths[size]);
  return `${year}-${size === 'quarter' ? 'Q' : 'H'}${part}`;
}

/** The period of a size that holds a month. */
export function findPeriod(month: Month, size: PeriodSize): CalendarPeriod {
  const months = periodMonths[size];
  const first_month = addMonths(month, -((Number(month.slice(5, 7)) - 1) % months));
  return {
    key: makeKey(month, size),
    size,
    first_month,
    start: `${first_month}-01`,
    end: monthEnd(addMonths(first_month, months - 1)),
  };
}

/** The period of the same size `count` periods later; earlier for a negative number. */
export const shiftPeriod = (
  { first_month, size }: CalendarPeriod,
  months: number,
): CalendarPeriod => findPeriod(addMonths(first_month, months), size);

/** Whether a month is in a period. */
export const holdsMonth = ({ start, end }: Pick<CalendarPeriod, 'start' | 'end'>, month: Month) =>
  month >= toMonth(start) && month <= toMonth(end);

/**
 * Lists the periods from one month to another.
 * @param most the largest number of periods; the latest ones are listed
 */
export function listPeriods(
  from: Month,
  to: Month,
  size: PeriodSize,
  most: number,
): CalendarPeriod[] {
  const last = findPeriod(to, size);
  const count =
    Math.floor(
      monthsApart(findPeriod(from, size).first_month, last.first_month) / periodMonths[size],
    ) + 1;
  const periodCount = Math.max(0, Math.min(most, count));
  return Array.from({ length: periodCount }, (_, at) =>
    shiftPeriod(last, (at + 1 - periodCount) * periodMonths[size]),
  );
}
