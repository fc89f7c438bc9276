import type { Language } from '#domain/values/language.ts';
import type { Currency } from '#domain/values/money.ts';
import { type Terms, words } from '#domain/values/term.ts';
import { currencyCodes } from '#domain/values/currencies.ts';

const names = new Map<Language, Intl.DisplayNames>();
/** The names of currencies that browsers do not know. */
const ownNames: Terms = {
  CLF: words('智利记账单位（UF）', 'チリ勘定単位（UF）', 'Chilean Unit of Account (UF)'),
  SLE: words('塞拉利昂利昂', 'シエラレオネ レオン', 'Sierra Leonean Leone'),
  XCG: words('加勒比盾', 'カリブ ギルダー', 'Caribbean Guilder'),
  ZWG: words('津巴布韦金', 'ジンバブエ ゴールド', 'Zimbabwean Gold'),
};

/**
 * The name of a currency: Danish Krone, 丹麦克朗, デンマーク クローネ.
 * @param currency ISO 4217 code.
 * @returns the code for a currency that the platform does not know
 */
export function currencyName(currency: Currency, language: Language): string {
  const ownName = ownNames[currency]?.[language];
  if (ownName !== undefined) return ownName;
  let cachedNames = names.get(language);
  if (cachedNames === undefined) {
    cachedNames = new Intl.DisplayNames(language, { type: 'currency' });
    names.set(language, cachedNames);
  }
  return cachedNames.of(currency) ?? currency;
}

/** Folds width, case and blanks, so that names of currencies can be compared. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・.]+/g, '');
let codesByName: ReadonlyMap<string, Currency> | undefined;

/**
 * Finds the currency with a name in Chinese, Japanese or English.
 * @returns undefined for an unknown name
 */
export function currencyNamed(name: string): Currency | undefined {
  codesByName ??= new Map(
    (['en', 'ja', 'zh-CN'] as const).flatMap((language) =>
      currencyCodes.map((code) => [fold(currencyName(code, language)), code] as const),
    ),
  );
  return codesByName.get(fold(name));
}
