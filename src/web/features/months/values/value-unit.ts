import { displayUnit, formatNumber } from '#domain/values/format.ts';
import { scaleByTen, type Decimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { typedPower } from '#domain/targets/entry/value-entry.ts';

/** The one unit of an indicator's row: for the field, its neighbours and its questions. */
export interface ValueUnit {
  readonly power: number;
  readonly label: string;
}

/** Chooses the unit of a row: that of the indicator where the language has it, as 万元 or mn. */
export function chooseUnit({ unit, power }: Indicator, language: Language): ValueUnit {
  const like = scaleByTen('1', power ?? typedPower(unit, language));
  const shownUnit = displayUnit(unit, like, language);
  return {
    power: shownUnit.power,
    label: `${shownUnit.before} ${shownUnit.after}`.trim().replace(/ {2}/, ' '),
  };
}
/** Writes a stored value as a number in the unit of its row. */
export const formatIn = (value: Decimal, { power }: ValueUnit, language: Language): string =>
  formatNumber(scaleByTen(value, -power), language);
/** Writes a stored value as it is typed, in the unit of its row. */
export const typeIn = (value: Decimal, { power }: ValueUnit): string => scaleByTen(value, -power);
