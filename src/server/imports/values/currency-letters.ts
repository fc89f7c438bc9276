import type { Currency } from '#domain/values/money.ts';

/** Letters that people write and the CLDR does not have. */
const otherLetters: Readonly<Record<Currency, readonly string[]>> = {
  NGN: ['N'],
  GHS: ['GHC', 'GH'],
  ZMW: ['K'],
  PHP: ['P'],
};
/** Languages in which countries write their own currency in Latin letters. */
const languages = ['en', 'fr', 'pt', 'es'] as const;
const lettersByCurrency = new Map<Currency, readonly string[]>();

/**
 * Lists the Latin letters that the country of a currency writes before an amount: K in Zambia, P in
 * Botswana, N in Nigeria. A code of ISO 4217 begins with the alpha-2 code of its country.
 */
function listLetters(currency: Currency): readonly string[] {
  const symbols = languages.flatMap((language) =>
    new Intl.NumberFormat(`${language}-${currency.slice(0, 2)}`, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    })
      .formatToParts(1)
      .filter(({ type }) => type === 'currency')
      .map(({ value }) => value),
  );
  return [...new Set([...symbols, ...(otherLetters[currency] ?? [])])]
    .filter((symbol) => /^[A-Za-z]{1,3}$/.test(symbol))
    .sort((a, b) => b.length - a.length);
}

/**
 * Writes the code of a currency for its letters directly before digits: N500,000 of an amount in
 * naira becomes NGN 500,000. Letters of another currency stay.
 */
export function writeCurrencyCode(amount: string, currency: Currency | undefined): string {
  if (currency === undefined || !/[A-Za-z]\d/.test(amount)) return amount;
  const letters = lettersByCurrency.get(currency) ?? listLetters(currency);
  lettersByCurrency.set(currency, letters);
  return letters.reduce(
    (text, word) =>
      text.replace(new RegExp(String.raw`(?<![\p{L}\d])${word}(?=\d)`, 'gu'), `${currency} `),
    amount,
  );
}

/** Currencies whose letters no list of units has. */
export const currenciesWithLetters: readonly Currency[] =
  'NGN GHS ZMW BWP PGK SZL GMD SLE MWK GTQ HNL PHP'.split(' ');

/** Lists the currencies that an amount may have by the letters directly before its digits. */
export const listWrittenWith = (amount: string): readonly Currency[] =>
  currenciesWithLetters.filter((code) => writeCurrencyCode(amount, code) !== amount);

/**
 * Whether a text is certainly an amount with letters for its currency: N500,000,000 and K2.5bn. A
 * code such as N12 has neither groups of digits nor a word for million.
 */
export const hasCurrencyLetters = (text: string): boolean =>
  /^[A-Z][A-Za-z]{0,2}\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d+)? ?(?:m|mn|bn|million|billion))$/.test(
    text,
  );
