import type { Currency } from '#domain/values/money.ts';
import { sharedWords } from '#domain/values/reading/shared-currency-words.ts';
import { sharedCurrency, yuanCurrency } from '#domain/values/reading/unit.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import { cutText } from '#server/imports/read/cell-text.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import { type AmountColumn, parseAmountCell } from '#server/imports/values/amount.ts';

/** An amount in a column of its own, and what its column and its row say about it. */
interface RowAmount {
  readonly row: Row;
  readonly column: Column;
  readonly cell: Cell;
  /** The properties that heading, sheet, formats and answers state. */
  readonly ofColumn: AmountColumn;
  /** The same with the currency of the row. */
  readonly ofRow: AmountColumn;
}

/** Whether the words of a heading can mean the currency of a row: 万元 and TWD, $ and CAD. */
function canMean({ stated, unitText = '' }: AmountColumn, currency: Currency): boolean {
  if (stated?.shared !== undefined)
    return (
      sharedWords[stated.shared].among.some((one) => one === currency) ||
      sharedCurrency(stated.shared, currency) === currency
    );
  return stated?.currency === currency || yuanCurrency(unitText, currency) === currency;
}

/** Whether heading and row name different currencies for an amount that names none itself. */
function isContradicted({ cell, ofColumn, ofRow }: RowAmount): boolean {
  const { currency } = ofRow;
  if (ofRow.stated === undefined || currency === undefined || canMean(ofRow, currency))
    return false;
  const readAs = (column: AmountColumn): Currency | undefined =>
    parseAmountCell(cell, column).amount.money?.currency;
  return readAs(ofRow) === currency && readAs(ofColumn) !== currency;
}

/**
 * Collects amounts whose heading names one currency and whose row names another one. Nothing in the
 * file says which of them counts, so one question asks.
 */
export class RowCurrencies {
  private readonly columns = new Map<number, Column>();
  private readonly answer: string | undefined;
  private count = 0;
  private first: { readonly row: number; readonly value: string } | undefined;
  private lastRow: Row | undefined;
  constructor(context: Pick<ImportContext, 'request'>) {
    this.answer = readTextAnswer(context.request.answers, 'row_currency');
  }

  /** Returns the properties of an amount, with the currency that the answer says. */
  settle(amount: RowAmount): AmountColumn {
    const { row, column, cell, ofColumn, ofRow } = amount;
    if (!isContradicted(amount)) return ofRow;
    this.columns.set(column.index, column);
    this.first ??= { row: row.number, value: cutText(String(cell), 40) };
    if (this.lastRow !== row) this.count += 1;
    this.lastRow = row;
    const byHeading =
      this.answer === 'heading' ||
      (this.answer === 'investment' && column.field !== 'total_investment');
    return byHeading ? ofColumn : ofRow;
  }

  /** Asks which currency counts, if there are such amounts. A person must answer. */
  ask({ questions }: ImportContext, columns: readonly Column[]): void {
    const { first } = this;
    if (first === undefined) return;
    const isInvestment = [...this.columns.values()].map(
      ({ field }) => field === 'total_investment',
    );
    const isMixed = isInvestment.includes(true) && isInvestment.includes(false);
    questions.ask(
      'row_currency',
      'q_row_currency',
      [
        questions.choice('heading', 'c_currency_of_heading'),
        questions.choice('row', 'c_currency_of_row'),
        ...(isMixed ? [questions.choice('investment', 'c_currency_of_investment')] : []),
      ],
      {
        values: {
          ...first,
          count: this.count,
          headings: [...this.columns.values()].map(({ key }) => key).join(', '),
          column: columns.find(({ field }) => field === 'currency')?.key ?? '',
        },
      },
    );
  }
}
