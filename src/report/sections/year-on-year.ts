import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/**
 * Writes the growth of a value over the year before it, as +4.2%, or in points for a share.
 *
 * @param before - the value a year before
 * @returns undefined where it is not known
 */
export function yearOnYearText(
  { now, unit }: Pick<TargetRow, 'now' | 'unit'>,
  before: Decimal | undefined,
  language: Language,
  points: (text: string) => string,
): string | undefined {
  if (now === undefined || before === undefined) return undefined;
  const [value, then] = [Number(now.value), Number(before)];
  const writeSigned = (change: number): string =>
    `${change > 0 ? '+' : change < 0 ? '−' : ''}${formatNumber(Math.abs(change), language, 1)}`;
  if (unit === 'percent') return points(writeSigned(value - then));
  return then <= 0 ? undefined : `${writeSigned((value / then - 1) * 100)}%`;
}
