/** An ISO 4217 code, as CNY. */
export type Currency = string;

/** Whether a unit is money: a code of three capital letters. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);
