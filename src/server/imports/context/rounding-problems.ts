import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Problems } from './problems.ts';

/** A column that a message names. */
interface NamedColumn {
  readonly index: number;
  readonly key: string;
}
interface Rounding {
  readonly column: NamedColumn;
  readonly currency: Currency;
  count: number;
  /** The largest difference, in major units. */
  most: Decimal;
}

/**
 * Counts amounts finer than the minor unit of their currency, by column and currency, with the
 * largest difference.
 */
export class Roundings {
  readonly #all = new Map<string, Rounding>();

  /** @param difference - stored amount − written amount, in major units */
  add(column: NamedColumn, currency: Currency, difference: Decimal): void {
    const key = `${column.index} ${currency}`;
    const size = difference.replace('-', '');
    const rounding = this.#all.get(key) ?? { column, currency, count: 0, most: '0' };
    rounding.count += 1;
    if (compareDecimal(size, rounding.most) > 0) rounding.most = size;
    this.#all.set(key, rounding);
  }

  /** Reports each column and currency once. */
  warn(problems: Problems): void {
    for (const { column, currency, count, most } of this.#all.values())
      problems.add(
        'amounts_rounded',
        { index: column.index, header: column.key },
        { count, most, currency },
      );
  }
}
