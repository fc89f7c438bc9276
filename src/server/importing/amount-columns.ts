import { unitCurrency } from '#domain/unit.ts';
import { currencyCode, textAnswer, unitPower } from './answers.ts';
import { minorDigits } from '#domain/money.ts';
import { parseAmountCell, type AmountColumn } from './cells/amount.ts';
import { parseNumber, type ExactDecimal } from './cells/number.ts';
import type { AmountUnit } from './cells/unit.ts';
import type { Cell } from './files/table.ts';
import type { Column } from './columns/columns.ts';
import { isMeasure } from './field-kinds.ts';
import { sheetUnit } from './structure/titles.ts';
import type { Work } from './work.ts';

/** Unit and currency of each amount column: header, then the sheet's line, then the answers. */
export function amountColumns(columns: readonly Column[], work: Work): Map<number, AmountColumn> {
  const sheet = sheetUnit(work.header.titles);
  const power = unitPower(textAnswer(work.request.answers, 'unit'));
  const currency = currencyCode(textAnswer(work.request.answers, 'currency'));
  return new Map(
    columns
      .filter((c) => isMeasure(c.field))
      .map((c) => {
        // an amount that the file types as one of a currency stands in units of it
        const p = c.unit?.power ?? sheet?.power ?? power ?? (c.currency === undefined ? undefined : 0);
        const cur = unitCurrency(c.unit ?? {}, unitCurrency(sheet ?? {}, c.currency ?? currency));
        const text = c.unit?.text ?? sheet?.text;
        return [
          c.index,
          {
            ...(p === undefined ? {} : { power: p }),
            ...(cur === undefined ? {} : { currency: cur }),
            ...(text === undefined ? {} : { unitText: text }),
            ...(c.sign === undefined ? {} : { sign: c.sign }),
          },
        ];
      }),
  );
}

/** What an answer says of the amounts, since neither header nor sheet does: it can be changed. */
export function answeredAmounts(columns: readonly Column[], work: Work): ('unit' | 'currency')[] {
  const sheet = sheetUnit(work.header.titles);
  const amounts = columns.filter((c) => isMeasure(c.field));
  return [
    ...(textAnswer(work.request.answers, 'unit') !== undefined && amounts.some((c) => (c.unit ?? sheet)?.power === undefined)
      ? (['unit'] as const)
      : []),
    ...(textAnswer(work.request.answers, 'currency') !== undefined &&
    amounts.some((c) => (c.unit?.currency ?? sheet?.currency) === undefined)
      ? (['currency'] as const)
      : []),
  ];
}

/** A cell of an amount column in the unit of the column, so that 2.8亿元 is added to 万元 as 28,000, and so is 2.8 below a heading that names 亿元; nothing for what is no amount, or of another currency. */
export function inColumnUnit(cell: Cell, column: AmountColumn | undefined, section?: AmountUnit): ExactDecimal | undefined {
  const plain = parseNumber(cell, column?.sign);
  if (plain.kind === 'value') {
    if (plain.percent) return undefined;
    const more = section === undefined || column?.power === undefined ? 0 : section.power - column.power;
    return more >= 0
      ? { digits: plain.value.digits * 10n ** BigInt(more), scale: plain.value.scale }
      : { digits: plain.value.digits, scale: plain.value.scale - more };
  }
  if (column?.power === undefined || column.currency === undefined) return undefined;
  const { money } = parseAmountCell(cell, column).amount;
  return money?.currency === column.currency
    ? { digits: BigInt(money.minor), scale: column.power + minorDigits(column.currency) }
    : undefined;
}
