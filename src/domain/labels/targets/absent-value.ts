import { formatDate, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { missingTerms } from '#domain/labels/general/data.ts';

const laterWords: Readonly<Record<Language, (value: string, day: string) => string>> = {
  'zh-CN': (value, day) => `期限当日无数值；${day}为${value}`,
  ja: (value, day) => `期限日の値はない。${day}は${value}`,
  en: (value, day) => `no value at the deadline; ${value} on ${day}`,
};

/**
 * The text in place of the value of a target, inside a sentence: the last value after the deadline
 * with its day where the deadline has none, else the reason why the value is missing.
 */
export function absentValue(
  { later, missing, unit }: Pick<TargetRow, 'later' | 'missing' | 'unit'>,
  language: Language,
): string {
  if (later === undefined) return missingTerms[missing ?? 'not_reported'][language];
  return laterWords[language](
    formatValue(later.value, unit, language).text,
    formatDate(later.date, language, 'long'),
  );
}
