/** An ISO 4217 code, as CNY. */
export type Currency = string;

/** Words before a number: about, over, nearly, at least, or none. */
export const qualifiers = ['about', 'over', 'nearly', 'at_least'] as const;
export type Qualifier = (typeof qualifiers)[number];

/**
 * An exact amount: integer minor units (fen, yen, cent) in its original currency.
 * On the wire `minor` is an integer in a string; in the code it is a bigint.
 */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}
/** Money as it crosses the wire and as JSON holds it. */
export interface WireMoney {
  readonly minor: string;
  readonly currency: Currency;
}
