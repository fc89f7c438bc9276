import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { isSumUnknown } from '#domain/targets/derived/unknown-sum.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import type { Translate } from '#web/i18n/text.ts';
import type { indicators } from './labels/en.ts';

/**
 * The words for a target without a value. Its indicator may have values outside the period of the
 * target, or months that make no year to date.
 */
export function noValueText(
  row: TargetRow,
  t: Translate<typeof indicators>,
  language: Language,
): string {
  if (isSumUnknown(row)) return sentenceStart(absentValue(row, language));
  const isNew =
    row.period === undefined &&
    row.later === undefined &&
    row.series.every(({ value }) => value === undefined);
  return t(isNew ? 'no_value_yet' : 'no_value_in_period');
}
