import type { TargetRow } from '#domain/targets/target-row.ts';
import { addMonths, toMonth, type Month } from '#domain/values/date.ts';
import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/**
 * Finds the value of a row a year before its own, of what its value covers; undefined where a month
 * of it was not reported or is not comparable.
 */
function findYearBefore({ now, series }: TargetRow): number | undefined {
  if (now === undefined) return undefined;
  const month = toMonth(now.date);
  // a sum of twelve months that ends within a year also takes months of the year before it
  const isSum = now.basis === 'last_12_months' && !month.endsWith('-12');
  const start = addMonths(month, isSum ? -24 : -12);
  const between = series.filter(({ period }) => period > start && period <= month);
  if (between.some(({ break_reason }) => break_reason !== undefined)) return undefined;
  const at = (period: Month): number | undefined => {
    const value = series.find((point) => point.period === period)?.value;
    return value === undefined ? undefined : Number(value);
  };
  const before = addMonths(month, -12);
  if (!isSum) return at(before);
  const [ytd, year, earlier] = [
    at(before),
    at(`${addMonths(before, -12).slice(0, 4)}-12`),
    at(addMonths(before, -12)),
  ];
  return ytd === undefined || year === undefined || earlier === undefined
    ? undefined
    : ytd + year - earlier;
}

/**
 * Writes the growth of a value over the year before it, as +4.2%, or in points for a share.
 *
 * @returns undefined where it is not known
 */
export function yearOnYearText(
  row: TargetRow,
  language: Language,
  points: (text: string) => string,
): string | undefined {
  const before = findYearBefore(row);
  const now = Number(row.now?.value);
  if (before === undefined || !Number.isFinite(now)) return undefined;
  const signed = (value: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value), language, 1)}`;
  if (row.unit === 'percent') return points(signed(now - before));
  return before <= 0 ? undefined : `${signed((now / before - 1) * 100)}%`;
}
