/** ISO 4217 codes by the decimals of their minor unit, without those with two. */
export const codesByDigits: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
const digitsOf = new Map(
  Object.entries(codesByDigits).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/**
 * Decimals of the minor unit by ISO 4217: CNY 2, JPY 0, KWD 3, UYW 4. The number format of the
 * platform differs, as with 0 for the Iraqi dinar.
 * @returns 2 for a code that ISO 4217 does not list
 */
export const minorDigits = (currency: string): number => digitsOf.get(currency) ?? 2;
