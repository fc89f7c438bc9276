import { findAlpha2 } from '#domain/values/country-names.ts';
import { currencyCodes } from '#domain/values/currencies.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import { findCountry } from '#server/imports/vocabulary/countries.ts';

const mostHeaders = 60;
/** Lists the names of countries in a line of text: words, and two words together. */
function listCountries(line: string): readonly string[] {
  const words = line.normalize('NFKC').match(/[\p{L}\p{M}'’]{3,}/gu) ?? [];
  return words.flatMap((word, at) => {
    const country = findCountry(`${word} ${words[at + 1] ?? ''}`.trim()) ?? findCountry(word);
    return country === undefined ? [] : [country];
  });
}

/** The currencies of a country. A code of ISO 4217 begins with the alpha-2 code of its country. */
function listOwnCurrencies(country: string): readonly Currency[] {
  const alpha2 = findAlpha2(country);
  return alpha2 === undefined ? [] : currencyCodes.filter((code) => code.startsWith(alpha2));
}

/**
 * Lists the currencies that a file hints at, the likeliest first: codes in its titles and headers,
 * then those of the countries in its titles and in its column of countries.
 */
export function listLikelyCurrencies(
  { header, request }: Pick<ImportContext, 'header' | 'request'>,
  columns: readonly Column[] = [],
): readonly Currency[] {
  const keys = header.columns.slice(0, mostHeaders).map(({ key }) => key);
  const lines = [...header.titles, request.file, ...keys].map((line) => line.slice(0, 300));
  const codes = lines.flatMap((line) => line.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g) ?? []);
  const origins = columns
    .filter(({ field }) => field === 'country')
    .flatMap(({ examples }) => examples)
    .flatMap((cell) => findCountry(cell) ?? []);
  return [
    ...new Set([
      ...codes.filter((code) => currencyCodes.includes(code)),
      ...[...lines.flatMap(listCountries), ...origins].flatMap(listOwnCurrencies),
    ]),
  ];
}
