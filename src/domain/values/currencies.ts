import { codesByDigits } from './currency/minor-digits.ts';

/** ISO 4217 codes whose minor unit has two decimals, with codes of old registers. */
const two =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL';

/** Every currency of ISO 4217, by its code. */
export const currencyCodes: readonly string[] = [two, ...Object.values(codesByDigits)]
  .flatMap((codes) => codes.split(' '))
  .sort();

/** Units of account of ISO 4217 in which no register counts, and the code that banks write for VES. */
const unitsOfAccount: ReadonlySet<string> = new Set(
  'BOV CHE CHW COU MXV USN UYI UYW VED XAD'.split(' '),
);
/**
 * The currencies to choose from. The list is the same on every platform, since a server draws it and
 * a browser takes it over.
 */
export const selectableCurrencies: readonly string[] = currencyCodes.filter(
  (code) => !unitsOfAccount.has(code),
);
