import { fromNumber } from '#domain/values/decimal.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import { formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';

/** An exact value of a target in words. */
export const writeValue = (
  { unit }: Pick<TargetRow, 'unit'>,
  value: string,
  language: Language,
): string => formatValue(value, unit, language).text;

/** A computed value of a target in words; counts are whole. */
export const writeComputed = (
  row: Pick<TargetRow, 'unit'>,
  value: number,
  language: Language,
): string => {
  const shown = isCounted(row.unit) ? Math.round(value) : Number(value.toPrecision(4));
  return writeValue(row, fromNumber(shown), language);
};

/** An amount a month in words: counts with one decimal where they are small. */
export const writePace = (
  row: Pick<TargetRow, 'unit'>,
  value: number,
  language: Language,
): string => {
  const isSmall = isCounted(row.unit) && Math.abs(value) < 10;
  return isSmall
    ? formatValue(fromNumber(Number(value.toFixed(1))), row.unit, language).text
    : writeComputed(row, value, language);
};
