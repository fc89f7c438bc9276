import { fullText } from '#charts/kit/text/units.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';

/** Writes a value of a target in the one unit of the page. */
export function writeValue(row: TargetRow, value: string | number, language: Language): string {
  const unit = rowUnit(row, language);
  return fullText(value, unit, unit.digits);
}
