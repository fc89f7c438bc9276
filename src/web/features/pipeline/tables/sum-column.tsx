import type { ReactNode } from 'react';
import { fullText, type MeasureUnit, measureUnit, valueText } from '#charts/kit/text/units.ts';
import type { Language } from '#domain/values/language.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';
import { largestAmount, type PageUnits } from '#domain/overview/money-units.ts';
import { heldBackAmounts, heldBackTerm } from '#domain/labels/general/missing-figure.ts';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';

interface Sums {
  readonly amounts: readonly WireMoney[];
  readonly held_back?: readonly string[];
}
export interface SumColumn {
  /** The label, with the unit of a column of one currency. */
  readonly head: (label: string) => string;
  /**
   * Plain numbers when the column has one currency, else each sum with its unit. Names hidden
   * currencies.
   */
  readonly cells: (sums: Sums) => readonly ReactNode[];
}

const exact = (money: WireMoney): string => toMajor(fromWire(money));

/**
 * A column of sums: one unit for each currency, that of sums on the page or of the largest sum.
 */
export function sumColumn(rows: readonly Sums[], language: Language, units?: PageUnits): SumColumn {
  const all = rows.flatMap(({ amounts }) => amounts);
  const findUnit = (currency: string): MeasureUnit =>
    measureUnit(currency, language, units?.(currency)?.sum ?? largestAmount(all, currency));
  const columns = new Map(
    [...new Set(all.map(({ currency }) => currency))].map((currency) => [
      currency,
      findUnit(currency),
    ]),
  );
  const text = (money: WireMoney): string => {
    const unit = columns.get(money.currency) ?? findUnit(money.currency);
    return columns.size === 1
      ? valueText(exact(money), unit)
      : fullText(exact(money), unit, unit.digits);
  };
  return {
    head: (label) => {
      const [only] = columns.size === 1 ? columns.values() : [];
      return only === undefined ? label : `${label} · ${only.word}`;
    },
    cells: ({ amounts, held_back: heldBack }) => [
      ...amounts.map((money) => (
        <span key={money.currency} className={dataTableStyles.sum}>
          {text(money)}
        </span>
      )),
      ...(heldBack === undefined
        ? []
        : [
            <span key="held">
              {amounts.length === 0 ? heldBackTerm[language] : heldBackAmounts(heldBack, language)}
            </span>,
          ]),
      ...(amounts.length === 0 && heldBack === undefined ? ['—'] : []),
    ],
  };
}
