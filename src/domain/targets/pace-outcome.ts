import { compareDecimal, type Decimal, fromNumber } from '#domain/values/decimal.ts';
import { isCountedRow, type CountableRow } from './counted-row.ts';
import type { TargetRow } from './target-row.ts';
import { getDirection, meets, remaining } from './verdict.ts';

/** The outcome at the deadline if the present pace continues. */
export type PaceOutcome =
  | { readonly kind: 'met' }
  | {
      /** Too little or too much for the target. */
      readonly kind: 'short' | 'over';
      /** The missing or excess amount in the unit of the indicator; counts are whole. */
      readonly by: Decimal;
      /** The values do not change or move away from the target. */
      readonly away: boolean;
    };

/**
 * Compares the middle of the forecast with the target. Counts are rounded: more than 200 needs 201,
 * so 184 is 17 short.
 * @returns undefined without a forecast or a numeric target
 */
export function findPaceOutcome(
  row: CountableRow & Pick<TargetRow, 'forecast' | 'comparator'>,
): PaceOutcome | undefined {
  const { forecast, target, comparator } = row;
  if (forecast.kind === 'refused' || target === undefined) return undefined;
  const isCounted = isCountedRow(row);
  const value = fromNumber(isCounted ? Math.round(forecast.p50) : forecast.p50);
  if (meets(comparator, value, target)) return { kind: 'met' };
  const over = comparator === '<' || compareDecimal(value, target) > 0;
  return {
    kind: over ? 'over' : 'short',
    by: remaining(comparator, value, target, isCounted),
    away: comparator !== '=' && forecast.pace * getDirection(comparator) <= 0,
  };
}
