import { parseAmount, type AmountRefusal } from '#domain/amount.ts';
import { type Decimal, scaleByTen } from '#domain/decimal.ts';
import { isStorable, roundToMinor, toWire, type Currency, type RoundedMoney } from '#domain/money.ts';
import type { Amount } from '#domain/project.ts';
import type { Cell } from '#server/importing/files/table.ts';
import type { AmountUnit } from './unit.ts';
import { missingReason } from '#server/importing/words.ts';
import { parseNumber, plainText, type DecimalSign, type ExactDecimal } from './number.ts';

export type AmountFault = AmountRefusal | 'hashes' | 'range' | 'negative' | 'below_zero' | 'unsure_separator';
export interface ParsedCell {
  readonly amount: Amount;
  readonly fault?: AmountFault;
  /** Amount kept − amount written, in major units, where that was finer than the minor unit. */
  readonly rounded?: Decimal;
}
/** What the header, the sheet or an answer says for every cell of the column. `power`: ten to it is one unit. */
export interface AmountColumn {
  readonly power?: number;
  readonly currency?: Currency;
  readonly unitText?: string;
  readonly sign?: DecimalSign;
}

function toMinor(value: ExactDecimal, power: number, currency: Currency): RoundedMoney | 'too_large' {
  const read = roundToMinor(scaleByTen(value.digits.toString(), power - value.scale), currency);
  return isStorable(read.money) ? read : 'too_large';
}

/** An amount that was read; one below 0 is a fault. */
const kept = ({ money, difference }: RoundedMoney, amount: Omit<Amount, 'money'>): ParsedCell => ({
  amount: { money: toWire(money), ...amount },
  ...(money.minor < 0n ? { fault: 'negative' } : {}),
  ...(difference === '0' ? {} : { rounded: difference }),
});

/** An investment, which cannot be below 0: one that is keeps its text and stands in no sum. */
export const readInvestment = (cell: ParsedCell): ParsedCell =>
  cell.fault === 'negative'
    ? { amount: { missing: 'not_readable', ...(cell.amount.text === undefined ? {} : { text: cell.amount.text }) }, fault: 'below_zero' }
    : cell;

/**
 * An amount as a register writes it, in minor units of its own currency, rounded half to even where it is finer. Unit precedence: cell,
 * header, sheet, answer. What can't be read is `not_readable` with its text and a fault, never 0 and never a guess; of a range the low
 * end is kept as "at least".
 */
export function parseAmountCell(cell: Cell, column: AmountColumn): ParsedCell {
  const raw = typeof cell === 'number' ? String(cell) : plainText(cell);
  const unreadable = (fault: AmountFault): ParsedCell => ({ amount: { missing: 'not_readable', text: raw }, fault });
  const blank: Amount = { missing: 'not_reported', ...(raw === '' ? {} : { text: raw }) };
  if (typeof cell === 'string') {
    const reason = missingReason(raw);
    if (reason) return { amount: { ...blank, missing: reason } };
    if (/^#+$/.test(raw)) return unreadable('hashes');
  }
  const unit = column.unitText === undefined ? {} : { unit: column.unitText };
  const plain = parseNumber(cell, column.sign);
  if (plain.kind === 'value' && !plain.percent) {
    if (column.currency === undefined) return unreadable('currency_unknown');
    if (column.power === undefined) return unreadable('unit_unknown');
    const read = toMinor(plain.value, column.power, column.currency);
    if (typeof read === 'string') return unreadable(read);
    const cellRead = kept(read, { text: raw, ...unit });
    return plain.unsure && cellRead.fault === undefined ? { ...cellRead, fault: 'unsure_separator' } : cellRead;
  }
  const context = {
    ...(column.power === undefined ? {} : { unit: `1${'0'.repeat(column.power)}` }),
    ...(column.currency === undefined ? {} : { currency: column.currency }),
    ...(column.sign === ',' ? { decimal: 'comma' as const } : {}),
  };
  const parsed = parseAmount(raw, context);
  if (parsed.kind === 'missing') return { amount: { ...blank, missing: parsed.reason } };
  if (parsed.kind === 'refused') return unreadable(parsed.reason);
  if (parsed.kind === 'range') {
    const low = kept({ money: parsed.low, difference: '0' }, { qualifier: 'at_least', text: raw, ...unit });
    return low.fault === undefined ? { ...low, fault: 'range' } : low;
  }
  const words = parsed.qualifier === undefined ? {} : { qualifier: parsed.qualifier };
  return kept({ money: parsed.money, difference: parsed.rounded ?? '0' }, { text: raw, ...unit, ...words });
}

/** The column as the rows below a heading read it that names a unit of its own. */
export const inSection = (column: AmountColumn, unit: AmountUnit | undefined): AmountColumn =>
  unit === undefined
    ? column
    : { ...column, power: unit.power, unitText: unit.text, ...(unit.currency === undefined ? {} : { currency: unit.currency }) };

/** Which of unit and currency an answer must say so that this cell can be read; neither where it could not be read with both. */
export function openParts(cell: Cell, column: AmountColumn, fault: AmountFault | undefined): readonly ('currency' | 'unit')[] {
  const isOpen = (of: AmountFault | undefined): boolean => of === 'currency_unknown' || of === 'unit_unknown';
  if (!isOpen(fault)) return [];
  const still = (more: AmountColumn): boolean => isOpen(parseAmountCell(cell, { ...more, ...column }).fault);
  if (still({ power: 0, currency: 'CNY' })) return [];
  return [...(still({ power: 0 }) ? (['currency'] as const) : []), ...(still({ currency: 'CNY' }) ? (['unit'] as const) : [])];
}
