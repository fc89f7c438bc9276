import type { Currency } from '#domain/values/money.ts';

/** A currency word that several currencies share. */
export interface SharedWord {
  /** The shortest word for it. */
  readonly word: string;
  /** Currencies that are written with the word: a column in one of them settles it. */
  readonly among: readonly Currency[];
  /**
   * The currency that it means beside a number in a column of any other currency. Omitted
   * when ambiguous.
   */
  readonly elsewhere?: Currency;
}

/** Currency words of several currencies, by their name in `currencyWords`. */
export const sharedWords = {
  dollar: {
    word: 'dollar',
    among:
      'USD AUD CAD HKD NZD SGD TWD BND FJD JMD TTD NAD BBD BSD BZD GYD LRD SBD SRD XCD KYD BMD'.split(
        ' ',
      ),
    elsewhere: 'USD',
  },
  dollar_sign: {
    word: '$',
    among:
      'USD AUD CAD HKD NZD SGD TWD MXN ARS CLP COP UYU DOP CUP BND FJD JMD TTD NAD BBD BSD BZD GYD LRD SBD SRD XCD KYD BMD MOP BRL NIO'.split(
        ' ',
      ),
    elsewhere: 'USD',
  },
  yen_yuan: { word: '¥', among: ['CNY', 'JPY'] },
  peso: { word: 'peso', among: 'MXN ARS CLP COP UYU DOP CUP PHP'.split(' ') },
  krone: { word: 'kr', among: 'SEK NOK DKK ISK'.split(' ') },
  rupee: { word: 'rs', among: 'INR PKR LKR NPR MUR SCR'.split(' ') },
  pound: {
    word: 'pound',
    among: 'GBP EGP LBP SYP SDG SSP GIP FKP SHP'.split(' '),
    elsewhere: 'GBP',
  },
  arabic_pound: { word: 'جنيه', among: ['EGP', 'SDG', 'SSP'] },
  franc: { word: 'franc', among: 'CHF XOF XAF XPF RWF BIF DJF GNF KMF CDF'.split(' ') },
  cfa: { word: 'fcfa', among: ['XOF', 'XAF'] },
  dinar: { word: 'dinar', among: 'RSD KWD BHD IQD JOD LYD TND DZD'.split(' ') },
  rial: { word: 'riyal', among: 'SAR QAR OMR IRR YER'.split(' ') },
  dirham: { word: 'dirham', among: ['AED', 'MAD'] },
  shilling: { word: 'shilling', among: ['KES', 'UGX', 'TZS', 'SOS'] },
  leu: { word: 'lei', among: ['RON', 'MDL'] },
  boliviano: { word: 'bs', among: ['BOB', 'VES'] },
} as const satisfies Readonly<Record<string, SharedWord>>;
export type SharedName = keyof typeof sharedWords;
