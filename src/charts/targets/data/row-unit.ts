import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { type MeasureUnit, measureUnit } from '#charts/kit/text/units.ts';

/** The unit of a row: that of its target, so that value, plan and target have one unit. */
export const rowUnit = (row: TargetRow, language: Language): MeasureUnit =>
  measureUnit(row.unit, language, Number(row.target ?? row.now?.value ?? 0), row.target);
