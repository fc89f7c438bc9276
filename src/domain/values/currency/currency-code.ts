/** An ISO 4217 code, as CNY. */
export type Currency = string;

/** Units of measure and of count that are written like the code of a currency. */
const otherUnits: ReadonlySet<string> = new Set(
  'BBL BOE CBM DWT FEU FTE GRT GWH KVA KWH MVA MWH MWP PAX PCS SQM TCE TEU TOE TWH'.split(' '),
);

/** Whether a unit is money: a code of three capital letters that names no other unit, as TEU. */
export const isCurrency = (unit: string): boolean =>
  /^[A-Z]{3}$/.test(unit) && !otherUnits.has(unit);
