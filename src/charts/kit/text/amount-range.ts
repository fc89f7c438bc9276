import { unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/**
 * Writes the lower end of a range without the currency that its upper end ends with: 58万 of
 * 58万欧元–5,597万欧元. A multiple stays at both ends, by GB/T 15835-2011, 5.1.4.
 */
export function writeLowEnd(low: string, high: string, unit: string, language: Language): string {
  const word = unitLabel(unit, language);
  const isShared = word !== '' && low.endsWith(word) && high.endsWith(word);
  return isShared ? low.slice(0, -word.length) : low;
}
