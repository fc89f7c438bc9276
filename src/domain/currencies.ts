/** ISO 4217 codes whose minor unit has two decimals, and those that registers of the past hold. */
const two =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL';
const others: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
const digitsOf = new Map<string, number>();
for (const [digits, codes] of [['2', two] as const, ...Object.entries(others)])
  for (const code of codes.split(' ')) digitsOf.set(code, Number(digits));

/** Every currency of ISO 4217, by its code. */
export const currencyCodes: readonly string[] = [...digitsOf.keys()].sort();

/**
 * Decimals of the minor unit by ISO 4217: CNY 2, JPY 0, KWD 3, UYW 4. The number format of the platform follows another list, which has
 * 0 for the Iraqi dinar.
 * @returns 2 for a code that ISO 4217 doesn't list.
 */
export const minorDigits = (currency: string): number => digitsOf.get(currency) ?? 2;
