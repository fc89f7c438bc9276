import { currencyWord, moneySteps } from '#domain/values/currency/currency-units.ts';
import { unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { type Currency, isCurrency } from '#domain/values/money.ts';

/** A unit of a workbook. Its cells hold the exact value ÷ 10^power. */
export interface SheetUnit {
  readonly power: number;
  readonly word: string;
}

/**
 * Finds the power of ten of amounts in tables: 万 or mn, for yen in Japanese 百万, and with `isLarge`
 * 亿.
 */
function findPower(currency: Currency, language: Language, isLarge: boolean): number {
  if (language === 'en') return 6;
  if (isLarge) return 8;
  return language === 'ja' && currency === 'JPY' ? 6 : 4;
}

/** Writes a power of ten as in the headings of tables: 万, 百万, 亿, mn. */
export function powerWord(power: number, language: Language): string {
  if (power === 6 && language !== 'en') return '百万';
  return moneySteps[language].find((step) => step.power === power)?.word ?? '';
}

/** Writes a currency in a multiple: 万元, 百万円, CN¥ mn, VND mn; 元 and CN¥ alone. */
export function moneyWord(currency: Currency, language: Language, power: number): string {
  const name = currencyWord(currency, language);
  const multiple = powerWord(power, language);
  return language === 'en' ? `${name} ${multiple}`.trim() : `${multiple}${name}`;
}

/** Makes the unit of amounts of a currency in tables. */
export function moneyUnit(currency: Currency, language: Language, isLarge = false): SheetUnit {
  const power = findPower(currency, language, isLarge);
  return { power, word: moneyWord(currency, language, power) };
}

/** Makes the unit of a row from the id in its unit cell: a currency, or a unit of counts. */
export function rowUnit(id: string, language: Language, isLarge: boolean): SheetUnit {
  if (!isCurrency(id)) return { power: 0, word: unitLabel(id, language) };
  return isLarge ? moneyUnit(id, language, true) : { power: 0, word: moneyWord(id, language, 0) };
}
