import { type Currency, orderByCurrency, type WireMoney } from '#domain/values/money.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { VersionExpressions } from './filter-store.ts';

/**
 * The divisor of the two halves of amounts. The halves are summed apart, so that sums beyond 2^63
 * are exact on both engines.
 */
export const exactHalf = 1_000_000_000n;
export interface SumRow {
  readonly currency: string | null;
  readonly count: number;
  readonly high_minor: bigint | null;
  readonly low_minor: bigint | null;
}

/** The columns of a sum that add up. */
export const addedColumns = ['count', 'high_minor', 'low_minor'] as const;

/**
 * Selects count, currency and the two halves of the sum of a measure. Group by the currency column.
 */
export const sumColumns = (eb: VersionExpressions, measure: Measure) => {
  const minor = eb.ref(`v.${measure}_minor`);
  return [
    eb.ref(`v.${measure}_currency`).as('currency'),
    eb.fn.countAll<number>().as('count'),
    eb.cast<bigint | null>(eb.fn.sum(eb(minor, '/', exactHalf)), 'bigint').as('high_minor'),
    eb.cast<bigint | null>(eb.fn.sum(eb(minor, '%', exactHalf)), 'bigint').as('low_minor'),
  ] as const;
};

/**
 * Combines the rows of one group: the count, the count without an amount, and the sums by currency,
 * the main one first.
 */
export function addRows(
  rows: readonly SumRow[],
  main?: Currency,
): {
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly WireMoney[];
} {
  const sums = new Map<string, bigint>();
  let count = 0;
  let undisclosed = 0;
  for (const row of rows) {
    count += row.count;
    if (row.currency === null) undisclosed += row.count;
    else
      sums.set(
        row.currency,
        (sums.get(row.currency) ?? 0n) + (row.high_minor ?? 0n) * exactHalf + (row.low_minor ?? 0n),
      );
  }
  const amounts = [...sums].map(([currency, minor]) => ({ currency, minor: String(minor) }));
  return { count, undisclosed, amounts: orderByCurrency(amounts, main) };
}
