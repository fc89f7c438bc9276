import type { TargetRowInput } from './target-row.ts';
import { compact } from '#domain/values/compact.ts';
import { closedYear, lastTwelveMonths, type Values, yearToDate } from './annual-flow.ts';
import { addMonths, type Day, lastDay, type Month, monthNumber, monthOf, yearOf } from './days.ts';
import { type Band, forecastBand, type Refusal } from './forecast.ts';
import { toNumber } from './fraction.ts';
import type { Indicator } from './indicators.ts';

/**
 * The first value on or after the baseline date, where the plan starts. A flow has one where its
 * year to date is known.
 */
export function startOf(
  { target, indicator }: TargetRowInput,
  values: Values,
  day: Day,
): Month | undefined {
  const inReach = (month: Month): boolean =>
    lastDay(month) >= target.baselineDate && lastDay(month) <= day;
  const isKnown = (month: Month): boolean =>
    indicator.kind !== 'annual_flow' || yearToDate(indicator, values, month) !== undefined;
  return [...values.keys()].filter((month) => inReach(month) && isKnown(month)).toSorted()[0];
}

/** A year to date of which no January is reported: it counts within February's (domain.md 2.5). */
const skipsJanuary = ({ kind, covers }: Indicator, values: Values): boolean =>
  kind === 'annual_flow' &&
  covers === 'year_to_date' &&
  ![...values.keys()].some((month) => month.endsWith('-01'));
/**
 * Monthly values up to the last month that was reported, oldest first: levels, or rolling twelve
 * months of a flow.
 */
function monthlyValues(
  { indicator, values }: TargetRowInput,
  history: Values,
  until: Day,
): (number | undefined)[] {
  const isDue = (month: Month): boolean =>
    !month.endsWith('-01') || history.has(month) || !skipsJanuary(indicator, history);
  const reports = values.map(({ month }) => month).filter((month) => lastDay(month) <= until);
  const months = reports.filter(isDue).toSorted();
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return Array.from({ length: monthNumber(last) - monthNumber(first) + 1 }, (_, i) => {
    const month = addMonths(first, i);
    const value =
      indicator.kind === 'annual_flow'
        ? lastTwelveMonths(indicator, history, month)
        : history.get(month);
    return value && toNumber(value);
  });
}

export function forecastOf(
  input: TargetRowInput,
  history: Values,
  month: Month,
  { until, stale }: { readonly until: Day; readonly stale: boolean },
): Band | Refusal {
  const { indicator, target } = input;
  const before = addMonths(month, -12);
  const parts = [
    yearToDate(indicator, history, month),
    yearToDate(indicator, history, before),
    closedYear(indicator, history, before.slice(0, 4)),
  ];
  const [now, then, full] = parts.map((part) => part && toNumber(part));
  const sameYear =
    indicator.kind === 'annual_flow' && month.slice(0, 4) === yearOf(target.deadline);
  const season = sameYear && now !== undefined && then !== undefined && full !== undefined;
  return forecastBand({
    // of a stale series the latest value is missing
    values: [...monthlyValues(input, history, until), ...(stale ? [undefined] : [])],
    months: monthNumber(monthOf(target.deadline)) - monthNumber(month),
    kind: indicator.kind,
    counted: indicator.counted,
    ...compact({ season: season ? ([now, then, full] as const) : undefined }),
  });
}
