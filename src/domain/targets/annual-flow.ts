import { addDecimal, type Decimal, subtractDecimal } from '#domain/values/decimal.ts';
import { type Indicator, isBrokenBetween } from '#domain/zone/indicator.ts';
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
 * The value of a yearly flow in a month (domain reference 3.1): in December the closed year, else
 * the last twelve months (YTD + last full year − YTD a year before), else the year to date.
 * @returns undefined when the month is missing
 */
export function annualValue(ytd: YearToDate, month: Month): AnnualValue | undefined {
  const now = ytd.get(month);
  if (now === undefined) return undefined;
  if (month.endsWith('-12')) return { value: now, basis: 'closed_year' };
  const yearBefore = addMonths(month, -12);
  const full = ytd.get(`${yearBefore.slice(0, 4)}-12`);
  const before = ytd.get(yearBefore);
  if (full === undefined || before === undefined) return { value: now, basis: 'year_to_date' };
  return {
    value: subtractDecimal(addDecimal(now, full), before),
    basis: 'last_12_months',
    parts: [now, full, before],
  };
}

/** Lists the months whose year-to-date values an annual value uses. */
export const listSourceMonths = (
  { basis }: Pick<AnnualValue, 'basis'>,
  month: Month,
): readonly Month[] => {
  const yearBefore = addMonths(month, -12);
  return basis === 'last_12_months' ? [month, yearBefore, `${yearBefore.slice(0, 4)}-12`] : [month];
};

/** Lists the months from January to a month. */
export const listMonthsToDate = (month: Month): readonly Month[] =>
  Array.from({ length: Number(month.slice(5, 7)) }, (_, i) =>
    addMonths(`${month.slice(0, 4)}-01`, i),
  );

/**
 * Finds the amount of a month alone: in January its value, else the difference of two neighbouring
 * months.
 *
 * @param indicator - where the values to date break, so that two of them can't be subtracted
 * @returns undefined when either month is missing, or the series breaks between them
 */
export function findMonthAmount(
  ytd: YearToDate,
  month: Month,
  indicator: Pick<Indicator, 'breaks'>,
): Decimal | undefined {
  const now = ytd.get(month);
  if (now === undefined || month.endsWith('-01')) return now;
  const last = addMonths(month, -1);
  const before = ytd.get(last);
  return before === undefined || isBrokenBetween(indicator, last, month)
    ? undefined
    : subtractDecimal(now, before);
}

/**
 * Sums monthly amounts to years to date. The sum of a year ends at its first missing month, and at a
 * break of the series: across it, it would be a figure of neither definition.
 */
export function cumulate(
  months: ReadonlyMap<Month, Decimal>,
  indicator: Pick<Indicator, 'breaks'>,
): YearToDate {
  const result = new Map<Month, Decimal>();
  for (const month of [...months.keys()].sort()) {
    const amount = months.get(month);
    const last = addMonths(month, -1);
    const before = month.endsWith('-01')
      ? '0'
      : isBrokenBetween(indicator, last, month)
        ? undefined
        : result.get(last);
    if (amount !== undefined && before !== undefined) result.set(month, addDecimal(before, amount));
  }
  return result;
}

/**
 * Sums the reported amounts of months, both ends included.
 * @returns undefined where a month is missing, or the series breaks within them
 */
export function sumMonths(
  amounts: ReadonlyMap<Month, Decimal>,
  first: Month,
  last: Month,
  indicator: Pick<Indicator, 'breaks'>,
): Decimal | undefined {
  if (isBrokenBetween(indicator, first, last)) return undefined;
  let sum: Decimal | undefined = '0';
  for (let month = first; sum !== undefined && month <= last; month = addMonths(month, 1)) {
    const amount = amounts.get(month);
    sum = amount === undefined ? undefined : addDecimal(sum, amount);
  }
  return sum;
}
