import { formatNumber } from '#domain/values/format.ts';
import { scaleByTen, type Decimal } from '#domain/values/decimal.ts';
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
/** Writes a stored value as a number in the unit of its row. */
export const formatIn = (value: Decimal, { power }: ValueUnit, language: Language): string =>
  formatNumber(scaleByTen(value, -power), language);
/** Writes a stored value as it is typed, in the unit of its row. */
export const typeIn = (value: Decimal, { power }: ValueUnit): string => scaleByTen(value, -power);
