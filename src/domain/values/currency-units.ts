import { type Terms, words } from './term.ts';

/**
 * The words after 亿 / 億 and 万, and those before an English amount. Yuan is never 円 and never a bare
 * ¥. Other currencies show their code.
 */
export const currencyTerms: Terms = {
  CNY: words('元', '元', 'CN¥'),
  JPY: words('日元', '円', 'JP¥'),
  USD: words('美元', '米ドル', 'US$'),
  EUR: words('欧元', 'ユーロ', '€'),
  KRW: words('韩元', 'ウォン', '₩'),
  HKD: words('港元', '香港ドル', 'HK$'),
};

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
