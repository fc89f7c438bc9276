import { formatNumber } from '#domain/values/format.ts';
import { countDecimals } from '#domain/values/digit-places.ts';
import { roundHalfUp, scaleByTen, type Decimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { findPower, poweredUnitLabel } from '#domain/values/unit-power.ts';
import type { Indicator } from '#domain/zone/indicator.ts';

/** The one unit of an indicator's row: for the field, its neighbours and its questions. */
export interface ValueUnit {
  readonly power: number;
  readonly label: string;
}

/** Chooses the unit of a row: that of the settings, as 万元 or mn. */
export const chooseUnit = (indicator: Indicator, language: Language): ValueUnit => ({
  power: findPower(indicator, language),
  label: poweredUnitLabel(indicator, language),
});
/**
 * Writes a stored value as a number in the unit of its row: with two decimals, or with three digits
 * where it is below 1, so that it can be compared with the number that is typed beside it.
 */
export function formatIn(value: Decimal, { power }: ValueUnit, language: Language): string {
  const number = scaleByTen(value, -power);
  const zeros = /^-?0\.(0*)/.exec(number)?.[1]?.length;
  const rounded = roundHalfUp(number, zeros === undefined ? 2 : zeros + 3);
  return formatNumber(rounded, language, countDecimals(rounded));
}
/** Writes a stored value as it is typed, in the unit of its row. */
export const typeIn = (value: Decimal, { power }: ValueUnit): string => scaleByTen(value, -power);
