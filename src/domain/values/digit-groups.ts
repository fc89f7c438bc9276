import type { Decimal } from './decimal.ts';
import type { Language } from './language.ts';

const numberFormats = new Map<string, Intl.NumberFormat>();
/**
 * Groups the digits of a rounded number of any length: 12,345.
 *
 * @param fixedPlaces - the least number of digits after the point
 */
export function groupDigits(value: Decimal, language: Language, fixedPlaces = 0): string {
  const key = `${language} ${fixedPlaces}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(language, {
      minimumFractionDigits: fixedPlaces,
      maximumFractionDigits: 20,
    });
  numberFormats.set(key, format);
  return format.format(value as `${number}`);
}
