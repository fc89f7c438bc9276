import type { Currency } from './money.ts';
import { currencyCodes, currencyWords } from './terms/amount-words.ts';
import { multiplierWords } from './terms/multiplier-words.ts';

/** A unit of amounts: 10^power of a currency. `currency` absent: the words leave it open, as `$` or 万. */
export interface AmountUnit {
  readonly power: number;
  readonly currency?: Currency;
}

const byLength = (words: Iterable<string>): string[] => [...words].sort((a, b) => b.length - a.length);
const currencies: readonly (readonly [string, Currency | ''])[] = byLength([
  ...Object.keys(currencyWords),
  ...currencyCodes.map((code) => code.toLowerCase()),
]).map((word) => [word, currencyWords[word] ?? word.toUpperCase()]);
const multipliers = byLength(Object.keys(multiplierWords));

/** Full width to half width, lower case, no blanks: how unit words are compared. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})\.|[\s,]+|\bof\b|\bde\b/gu, '')
    .replace(/[’‘]/g, "'");

/** One word off the front: a currency, a multiplier, or a power of ten in digits. */
function step(rest: string): { readonly length: number; readonly power: number; readonly currency?: Currency | '' } | undefined {
  const multiplier = multipliers.find((word) => rest.startsWith(word));
  const currency = currencies.find(([word]) => rest.startsWith(word));
  if (currency !== undefined && currency[0].length >= (multiplier?.length ?? 0))
    return { length: currency[0].length, power: 0, currency: currency[1] };
  if (multiplier !== undefined) return { length: multiplier.length, power: multiplierWords[multiplier] ?? 0 };
  const digits = /^10*(?!\d)/.exec(rest)?.[0];
  return digits === undefined ? undefined : { length: digits.length, power: digits.length - 1 };
}

/** Names of currencies that Japanese alone writes: 兆 beside them is 10^12. */
const japaneseNames = /ドル|ユーロ|ポンド|ウォン/;

/**
 * The unit that a text names: 万元, 亿美元, 百万円, 億元, US$ mn, RMB 100 million, CNY m, EUR. Nothing when any part is not
 * understood: a unit is never guessed. `ambiguous`: 兆 outside Japanese words, which is 10^6 or 10^12 depending on the writer.
 */
export function parseUnit(text: string): AmountUnit | 'ambiguous' | undefined {
  let rest = plain(text);
  if (rest === '') return undefined;
  const trillion = rest.includes('兆');
  let power = 0;
  let named: Currency | '' | undefined;
  while (rest !== '') {
    const word = step(rest);
    if (word === undefined) return undefined;
    // 新臺幣百萬元: where the currency is said, 元 is its unit
    const isUnitOfNamed = named !== undefined && named !== '' && rest.startsWith('元');
    if (word.currency !== undefined && word.currency !== '' && !isUnitOfNamed) {
      if (named !== undefined && named !== '' && named !== word.currency) return undefined;
      named = word.currency;
    } else if (word.currency === '') named ??= '';
    power += word.power;
    rest = rest.slice(word.length);
  }
  if (trillion && named !== 'JPY' && !japaneseNames.test(text)) return 'ambiguous';
  return named === undefined || named === '' ? { power } : { power, currency: named };
}
