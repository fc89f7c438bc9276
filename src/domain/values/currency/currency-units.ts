import type { Language } from '#domain/values/language.ts';
import { term, type Terms, words } from '#domain/values/term.ts';

/**
 * The words after 亿 / 億 and 万, and those before an English amount. Yuan is never 円 and never a bare
 * ¥.
 */
const currencyTerms: Terms = {
  CNY: words('元', '元', 'CN¥'),
  JPY: words('日元', '円', 'JP¥'),
  USD: words('美元', '米ドル', 'US$'),
  EUR: words('欧元', 'ユーロ', '€'),
  KRW: words('韩元', 'ウォン', '₩'),
  HKD: words('港元', '香港ドル', 'HK$'),
};

const names: Partial<Record<Language, Intl.DisplayNames>> = {};

/**
 * The word for a currency beside an amount: 亿元, US$; in Chinese and Japanese its name where it has
 * no shorter one, as 波兰兹罗提 and ポーランド・ズウォティ.
 * @param currency ISO 4217 code.
 * @returns the code in English, and for funds, old currencies and those that the platform does not know
 */
export function currencyWord(currency: string, language: Language): string {
  const usual = term(currencyTerms, currency, language);
  if (language === 'en' || usual !== currency) return usual;
  names[language] ??= new Intl.DisplayNames(language, { type: 'currency' });
  const name = names[language].of(currency) ?? currency;
  // a name with an explanation is that of a fund or an old currency
  return /[(（]/.test(name) ? currency : name.replaceAll(' ', language === 'ja' ? '・' : '');
}

/**
 * The word for a currency that is named without an amount, as in a title.
 * @param currency ISO 4217 code.
 * @returns the code in English; in Chinese and Japanese the word beside amounts
 */
export const currencyLabel = (currency: string, language: Language): string =>
  language === 'en' ? currency : currencyWord(currency, language);

/**
 * Multiples of a currency unit, largest first: the `power` of ten, and the largest number of
 * `digits` after the point.
 */
export const moneySteps = {
  'zh-CN': [
    { power: 12, word: '万亿', digits: 1 },
    { power: 8, word: '亿', digits: 1 },
    { power: 4, word: '万', digits: 0 },
  ],
  ja: [
    { power: 12, word: '兆', digits: 1 },
    { power: 8, word: '億', digits: 1 },
    { power: 4, word: '万', digits: 0 },
  ],
  en: [
    { power: 12, word: 'tn', digits: 2 },
    { power: 9, word: 'bn', digits: 2 },
    { power: 6, word: 'mn', digits: 1 },
  ],
} as const;
