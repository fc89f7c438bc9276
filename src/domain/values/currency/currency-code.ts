/** An ISO 4217 code, as CNY. */
export type Currency = string;

/**
 * Whether a unit is money: a code of three capital letters that names no unit of measure or of
 * count, as TEU or FTE.
 */
export const isCurrency = (unit: string): boolean =>
  /^(?!TEU|FEU|DWT|GRT|FTE|PAX|PCS|TOE|TCE|[GKMT]WH|[KM]VA)[A-Z]{3}$/.test(unit);
