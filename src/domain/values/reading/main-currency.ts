import type { Currency } from '#domain/values/money.ts';

/**
 * The most frequent currency: its number of amounts, and the number of all amounts with a currency.
 */
export interface MainCurrency {
  readonly currency: Currency;
  readonly count: number;
  readonly total: number;
}

/**
 * Finds the currency of most amounts.
 * @param sums - how many amounts of one measure are in one currency
 * @returns undefined without an amount
 */
export function findMainCurrency(
  sums: readonly { readonly currency: Currency; readonly count: number }[],
): MainCurrency | undefined {
  const counts = new Map<Currency, number>();
  for (const { currency, count } of sums) counts.set(currency, (counts.get(currency) ?? 0) + count);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (first === undefined || first[1] === 0) return undefined;
  const [currency, count] = first;
  return { currency, count, total: [...counts.values()].reduce((sum, one) => sum + one, 0) };
}
