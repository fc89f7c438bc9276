import type { Language } from '#domain/values/language.ts';
import { isCountedRow, listStatedValues } from '#domain/targets/counted-row.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import {
  fullText,
  keepDecimals,
  type MeasureUnit,
  measureUnit,
  namesUnit,
  valueText,
} from '#charts/kit/text/units.ts';

/** The unit of a row: that of its target, so that value, plan and target have one unit. */
export const rowUnit = (row: TargetRow, language: Language): MeasureUnit =>
  fitUnit(
    row,
    measureUnit(row.unit, language, Number(row.target ?? row.now?.value ?? 0), row.target),
  );

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
