import { compact } from '#domain/values/compact.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { isCountedRow, listStatedValues } from '#domain/targets/counted-row.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import {
  fullText,
  groupsUnit,
  keepDecimals,
  type MeasureUnit,
  namesUnit,
  valueText,
} from '#charts/kit/text/units.ts';

/** The unit of a row: that of its target, so that value, plan and target have one unit. */
export const rowUnit = (row: TargetRow, language: Language): MeasureUnit =>
  makeRowUnit(row, language, row.target ?? row.now?.value ?? '0');

/**
 * Makes the unit of a row in the multiple of one of its values. Money has a smaller multiple where
 * that would leave one digit to the value of now: 710万, not 0.1亿 beside a target of 1亿.
 */
export function makeRowUnit(row: TargetRow, language: Language, like: Decimal): MeasureUnit {
  const groups = isCurrency(row.unit) && row.now !== undefined ? [row.now.value] : [];
  const unit = groupsUnit(row.unit, language, { most: like, groups });
  return fitUnit(row, { ...unit, ...compact({ edge: row.target }) });
}

/** Fits a unit to a row: to its name, whether its values count things, and their decimals. */
export const fitUnit = (row: TargetRow, unit: MeasureUnit): MeasureUnit =>
  keepDecimals(
    {
      ...unit,
      isCounted: isCountedRow(row),
      isSelfNamed: namesUnit(row.name[unit.language], unit.unit, unit.language),
    },
    listStatedValues(row),
  );

/**
 * Writes a value in the targets table. English leaves out the unit of a count, since the row's name
 * includes it.
 */
export const tableValueText = (value: string, unit: MeasureUnit): string =>
  unit.isSelfNamed ? valueText(value, unit) : fullText(value, unit);
