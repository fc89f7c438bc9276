import type { Language } from './language.ts';
import type { Currency } from './money.ts';
import { currencyCodes } from './currencies.ts';

const names = new Map<Language, Intl.DisplayNames>();

/**
 * The name of a currency: Danish Krone, 丹麦克朗, デンマーク クローネ.
 * @param currency ISO 4217 code.
 * @returns the code where the platform knows no name.
 */
export function currencyName(currency: Currency, language: Language): string {
  let known = names.get(language);
  if (known === undefined) {
    known = new Intl.DisplayNames(language, { type: 'currency' });
    names.set(language, known);
  }
  return known.of(currency) ?? currency;
}

/** Width, case and blanks folded: how names of currencies are compared. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・.]+/g, '');
let codesByName: ReadonlyMap<string, Currency> | undefined;

/**
 * The currency that a name means in Chinese, Japanese or English.
 * @returns nothing for a name that no currency has.
 */
export function currencyNamed(name: string): Currency | undefined {
  codesByName ??= new Map(
    (['en', 'ja', 'zh-CN'] as const).flatMap((language) =>
      currencyCodes.map((code) => [folded(currencyName(code, language)), code] as const),
    ),
  );
  return codesByName.get(folded(name));
}
