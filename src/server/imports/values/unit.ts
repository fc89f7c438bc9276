import {
  parseUnit as parseMoneyUnit,
  type AmountUnit as MoneyUnit,
} from '#domain/values/reading/unit.ts';

/** A unit of money with the text that names it. */
export interface AmountUnit extends MoneyUnit {
  readonly text: string;
}

/**
 * Parses a unit of money.
 * @returns undefined for any other text, also for the English word "won" alone, for a bare number,
 * and for 兆 alone, which is ambiguous
 */
export function parseUnit(raw: string): AmountUnit | undefined {
  const text = raw.trim();
  if (text === '' || text.length > 40 || /^(?:\d?|won)$/i.test(text)) return undefined;
  const unit = parseMoneyUnit(text);
  if (
    unit === undefined ||
    unit === 'ambiguous' ||
    (unit.power === 0 && unit.currency === undefined && unit.shared === undefined)
  )
    return undefined;
  return { ...unit, text };
}

/** Whether a text is a unit of counts or shares, which changes no value. */
export const isPlainUnit = (text: string): boolean =>
  /^(?:人|名|家|个|個|件|社|项|%|％|百分比|persons?|people|jobs|人数)$/i.test(
    text.normalize('NFKC').trim(),
  );
