import type { Currency } from '#domain/values/money.ts';
import { currencyCodes } from '#domain/values/currencies.ts';

/** Languages of registers, besides those of the pages. */
const registerLanguages =
  'ar cs da de el es et fi fr he hi hr hu id it kk ko lt lv ms nb nl pl pt ro ru sk sl sr sv th tr uk vi'.split(
    ' ',
  );
/** Currencies whose plural names count too: each needs a formatter in each language. */
const currenciesWithPlurals: readonly Currency[] = ['USD', 'EUR', 'CNY', 'JPY', 'GBP'];
/** One number for each plural form of these languages. */
const counts = [1, 2, 5, 1.5];

const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');

const listPlurals = (language: string): readonly (readonly [string, Currency])[] =>
  currenciesWithPlurals.flatMap((currency) => {
    const options = { style: 'currency', currency, currencyDisplay: 'name' } as const;
    const format = new Intl.NumberFormat(language, options);
    return counts.flatMap((count) =>
      format
        .formatToParts(count)
        .filter(({ type }) => type === 'currency')
        .map(({ value }) => [value, currency] as const),
    );
  });

/** The names by their letters. A name of two currencies is left out. */
function listNames(): ReadonlyMap<string, Currency> {
  const names = new Map<string, Currency | undefined>();
  const add = (name: string, currency: Currency) => {
    const key = foldName(name);
    names.set(key, names.has(key) && names.get(key) !== currency ? undefined : currency);
  };
  for (const language of registerLanguages) {
    const display = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
    for (const code of currencyCodes) {
      const name = display.of(code);
      if (name !== undefined) add(name, code);
    }
    for (const [name, currency] of listPlurals(language)) add(name, currency);
  }
  return new Map(
    [...names].flatMap(([name, currency]) => (currency === undefined ? [] : [[name, currency]])),
  );
}

let namesOfCurrencies: ReadonlyMap<string, Currency> | undefined;

/**
 * Finds the currency with a full name in another language than those of the pages: доллар США, dolar
 * amerykański. The names are those of the Unicode CLDR, which the runtime contains.
 * @returns undefined for any other text, and for a name of two currencies
 */
export function findNamedCurrency(text: string): Currency | undefined {
  namesOfCurrencies ??= listNames();
  return namesOfCurrencies.get(foldName(text));
}
