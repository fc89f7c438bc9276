import { expect, test, vi } from 'vitest';
import { selectableCurrencies } from '#domain/values/currencies.ts';
import { languages } from '#domain/values/language.ts';
import { currencyName } from './currency-names.ts';

/** Codes of ISO 4217 that Chromium does not name. */
const nameless = 'BOV CHE CHW CLF COU MXV SLE USN UYI UYW VED XAD XCG ZWG'.split(' ');

// seen to fail: the lists of currencies offered "XAD XAD"
test('currencies to choose from have names', () => {
  expect(selectableCurrencies).toEqual(expect.arrayContaining(['CNY', 'JPY', 'KRW', 'KZT', 'USD']));
  expect(selectableCurrencies.filter((code) => currencyName(code, 'en') === code)).toEqual([]);
});

// seen to fail: a browser wrote "BOV BOV" in place of the name that the server had drawn
test('currencies to choose from have names where the browser knows none', () => {
  const ofPlatform = vi
    .spyOn(Intl.DisplayNames.prototype, 'of')
    .mockImplementation((code) => (nameless.includes(code) ? code : `name of ${code}`));
  for (const language of languages)
    expect(selectableCurrencies.filter((code) => currencyName(code, language) === code)).toEqual(
      [],
    );
  ofPlatform.mockRestore();
});
