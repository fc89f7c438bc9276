import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';

/** An amount in major units, exact. */
export const major = (money: WireMoney): string => toMajor(fromWire(money));
