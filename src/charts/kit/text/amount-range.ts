import { type FormatOptions, formatValue, unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/**
 * Writes an amount with its multiple and without its currency, for a column or an axis whose
 * currency is named once: 159mn, 168.3亿.
 */
export function writeBareAmount(
  value: string,
  currency: string,
  language: Language,
  options: Pick<FormatOptions, 'like'> = {},
): string {
  const { number, suffix } = formatValue(value, currency, language, options);
  const word = unitLabel(currency, language);
  const multiple = suffix.endsWith(word) ? suffix.slice(0, suffix.length - word.length) : suffix;
  return `${number}${multiple}`;
}

/**
 * Writes the lower end of a range without the currency that its upper end ends with: 58万 of
 * 58万欧元–5,597万欧元. A multiple stays at both ends, by GB/T 15835-2011, 5.1.4.
 */
export function writeLowEnd(low: string, high: string, unit: string, language: Language): string {
  const word = unitLabel(unit, language);
  const isShared = word !== '' && low.endsWith(word) && high.endsWith(word);
  return isShared ? low.slice(0, -word.length) : low;
}
