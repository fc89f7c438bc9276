import { currencyTerms, moneySteps } from '#domain/values/currency-units.ts';
import { unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { type Currency, isCurrency } from '#domain/values/money.ts';
import { term } from '#domain/labels/index.ts';

/** A unit of a workbook: its cells hold the exact value ÷ 10^power. */
export interface SheetUnit {
  readonly power: number;
  readonly word: string;
}

/** The multiple of tables: 万 or mn; yen of Japanese tables in 百万. `isLarge`: 亿. */
function findPower(currency: Currency, language: Language, isLarge: boolean): number {
  if (language === 'en') return 6;
  if (isLarge) return 8;
  return language === 'ja' && currency === 'JPY' ? 6 : 4;
}

/** Writes a power of ten as tables head their columns: 万, 百万, 亿, mn. */
export function powerWord(power: number, language: Language): string {
  if (power === 6 && language !== 'en') return '百万';
  return moneySteps[language].find((step) => step.power === power)?.word ?? '';
}

/** Writes a currency in a multiple: 万元, 百万円, CN¥ mn, VND mn; 元 and CN¥ alone. */
export function moneyWord(currency: Currency, language: Language, power: number): string {
  const isKnown = Object.hasOwn(currencyTerms, currency);
  const name = isKnown ? term(currencyTerms, currency, language) : currency;
  const multiple = powerWord(power, language);
  return language === 'en' ? `${name} ${multiple}`.trim() : `${multiple}${name}`;
}

/** The unit in which tables show amounts of a currency. */
export function moneyUnit(currency: Currency, language: Language, isLarge = false): SheetUnit {
  const power = findPower(currency, language, isLarge);
  return { power, word: moneyWord(currency, language, power) };
}

/** The unit of a row whose cell of the unit is an id: a currency, or what is counted. */
export function rowUnit(id: string, language: Language, isLarge: boolean): SheetUnit {
  if (!isCurrency(id)) return { power: 0, word: unitLabel(id, language) };
  return isLarge ? moneyUnit(id, language, true) : { power: 0, word: moneyWord(id, language, 0) };
}
