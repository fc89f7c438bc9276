import { parseAmount, type AmountRefusal } from '#domain/amount.ts';
import { minorDigits, toWire, type Currency, type Money } from '#domain/money.ts';
import type { Amount } from '#domain/project.ts';
import type { Cell } from '#server/importing/files/table.ts';
import type { AmountUnit } from './unit.ts';
import { missingReason } from '#server/importing/words.ts';
import { parseNumber, plainText, type DecimalSign, type ExactDecimal } from './number.ts';

export type AmountFault = AmountRefusal | 'hashes' | 'range' | 'negative' | 'unsure_separator';
export interface ParsedCell {
  readonly amount: Amount;
  readonly fault?: AmountFault;
}
/** What the header, the sheet or an answer says for every cell of the column. `power`: ten to it is one unit. */
export interface AmountColumn {
  readonly power?: number;
  readonly currency?: Currency;
  readonly unitText?: string;
  readonly sign?: DecimalSign;
}

const largest = 9_223_372_036_854_775_807n;

function toMinor(value: ExactDecimal, power: number, currency: Currency): Money | 'finer_than_minor_unit' | 'too_large' {
  const scaled = value.digits * 10n ** BigInt(power + minorDigits(currency));
  const divisor = 10n ** BigInt(value.scale);
  if (scaled % divisor !== 0n) return 'finer_than_minor_unit';
  const minor = scaled / divisor;
  return minor > largest || minor < -largest ? 'too_large' : { minor, currency };
}

/**
 * An amount as a register writes it, exact, in minor units of its own currency. Unit precedence: cell, header, sheet, answer.
 * What can't be read is missing with a fault, never 0 and never a guess; of a range the low end is kept as "at least".
 */
export function parseAmountCell(cell: Cell, column: AmountColumn): ParsedCell {
  const raw = typeof cell === 'number' ? String(cell) : plainText(cell);
  const blank: Amount = { missing: 'not_reported', ...(raw === '' ? {} : { text: raw }) };
  if (typeof cell === 'string') {
    const reason = missingReason(raw);
    if (reason) return { amount: { ...blank, missing: reason } };
    if (/^#+$/.test(raw)) return { amount: blank, fault: 'hashes' };
  }
  const unit = column.unitText === undefined ? {} : { unit: column.unitText };
  const plain = parseNumber(cell, column.sign);
  if (plain.kind === 'value' && !plain.percent) {
    if (column.currency === undefined) return { amount: blank, fault: 'currency_unknown' };
    if (column.power === undefined) return { amount: blank, fault: 'unit_unknown' };
    const money = toMinor(plain.value, column.power, column.currency);
    if (typeof money === 'string') return { amount: blank, fault: money };
    const amount: Amount = { money: toWire(money), text: raw, ...unit };
    return plain.unsure ? { amount, fault: 'unsure_separator' } : money.minor < 0n ? { amount, fault: 'negative' } : { amount };
  }
  const context = {
    ...(column.power === undefined ? {} : { unit: `1${'0'.repeat(column.power)}` }),
    ...(column.currency === undefined ? {} : { currency: column.currency }),
    ...(column.sign === ',' ? { decimal: 'comma' as const } : {}),
  };
  const parsed = parseAmount(raw, context);
  if (parsed.kind === 'missing') return { amount: { ...blank, missing: parsed.reason } };
  if (parsed.kind === 'refused') return { amount: blank, fault: parsed.reason };
  if (parsed.kind === 'range') return { amount: { money: toWire(parsed.low), qualifier: 'at_least', text: raw, ...unit }, fault: 'range' };
  return {
    amount: { money: toWire(parsed.money), text: raw, ...unit, ...(parsed.qualifier === undefined ? {} : { qualifier: parsed.qualifier }) },
  };
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
