import { addDecimal, type Decimal, subtractDecimal } from '#domain/values/decimal.ts';
import type { ValueBasis } from './target-row.ts';
import { addMonths, type Month } from '#domain/values/date.ts';

/** Year-to-date values by month, without months that were not reported. */
export type YearToDate = ReadonlyMap<Month, Decimal>;

/** The value of a yearly flow in a month, with its parts. */
export interface AnnualValue {
  readonly value: Decimal;
  readonly basis: Exclude<ValueBasis, 'level'>;
  /** For the last twelve months: this year to date, last full year, year to date a year before. */
  readonly parts?: readonly [Decimal, Decimal, Decimal];
}

/**
 * The value of a yearly flow in a month: in December the closed year, else the last twelve months
 * (YTD + last full year − YTD a
 * year before), else the year to date. Undefined when the month is missing. A January that is not
 * reported counts within the
 * year to date of February. Source: domain reference 3.1.
 */
export function annualValue(ytd: YearToDate, month: Month): AnnualValue | undefined {
  const now = ytd.get(month);
  if (now === undefined) return undefined;
  if (month.endsWith('-12')) return { value: now, basis: 'closed_year' };
  const yearBefore = addMonths(month, -12);
  const full = ytd.get(`${yearBefore.slice(0, 4)}-12`);
  const then = ytd.get(yearBefore);
  if (full === undefined || then === undefined) return { value: now, basis: 'year_to_date' };
  return {
    value: subtractDecimal(addDecimal(now, full), then),
    basis: 'last_12_months',
    parts: [now, full, then],
  };
}

/** The months whose year-to-date values an annual value is made of. */
export const listSourceMonths = (
  { basis }: Pick<AnnualValue, 'basis'>,
  month: Month,
): readonly Month[] => {
  const yearBefore = addMonths(month, -12);
  return basis === 'last_12_months' ? [month, yearBefore, `${yearBefore.slice(0, 4)}-12`] : [month];
};

/** The months of a year up to one of them. */
export const listMonthsToDate = (month: Month): readonly Month[] =>
  Array.from({ length: Number(month.slice(5, 7)) }, (_, i) =>
    addMonths(`${month.slice(0, 4)}-01`, i),
  );

/**
 * The amount of a single month: the value of January, else the difference of two neighbouring
 * months; undefined when either is
 * missing.
 */
export function findMonthAmount(ytd: YearToDate, month: Month): Decimal | undefined {
  const now = ytd.get(month);
  if (now === undefined || month.endsWith('-01')) return now;
  const before = ytd.get(addMonths(month, -1));
  return before === undefined ? undefined : subtractDecimal(now, before);
}

/** Year-to-date values from monthly amounts; the sum of a year ends at its first missing month. */
export function cumulate(months: ReadonlyMap<Month, Decimal>): YearToDate {
  const result = new Map<Month, Decimal>();
  for (const month of [...months.keys()].sort()) {
    const amount = months.get(month);
    const before = month.endsWith('-01') ? '0' : result.get(addMonths(month, -1));
    if (amount !== undefined && before !== undefined) result.set(month, addDecimal(before, amount));
  }
  return result;
}
