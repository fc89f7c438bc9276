import { expect, test } from 'vitest';
import { selectableCurrencies } from '#domain/values/currencies.ts';
import { currencyName } from './currency-names.ts';

// seen to fail: the lists of currencies offered "XAD XAD"
test('currencies to choose from have names', () => {
  expect(selectableCurrencies).toEqual(expect.arrayContaining(['CNY', 'JPY', 'KRW', 'KZT', 'USD']));
  expect(selectableCurrencies.filter((code) => currencyName(code, 'en') === code)).toEqual([]);
});
