import { formatDate } from '#domain/values/format.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { EarlierTarget, TargetPromise } from '#domain/zone/target-history.ts';

const byDay: Readonly<Record<Language, (target: string, day: string) => string>> = {
  'zh-CN': (target, day) => `${day}前${target}`,
  ja: (target, day) => `${day}までに${target}`,
  en: (target, day) => `${target} by ${day}`.trim(),
};
const was: Readonly<Record<Language, (target: string, until: string) => string>> = {
  'zh-CN': (target, until) => `${until}以前的目标为${target}`,
  ja: (target, until) => `${until}までの目標は${target}`,
  en: (target, until) => `was ${target} until ${until}`,
};

/**
 * Describes a promise, as "more than 200 companies by 31 December 2025". The day is omitted where
 * `other` has the same.
 */
export function promiseText(
  { comparator, value, deadline }: TargetPromise,
  unit: string,
  language: Language,
  other?: Pick<TargetPromise, 'deadline'>,
): string {
  const target = value === undefined ? '' : formatTarget(comparator, value, unit, language);
  return target !== '' && other?.deadline === deadline
    ? target
    : byDay[language](target, formatDate(deadline, language, 'long'));
}

/**
 * Describes a former target and its last day, as "was more than 200 companies until 27 November
 * 2026".
 */
export const earlierText = (
  earlier: EarlierTarget,
  { unit, deadline }: Pick<TargetRow, 'unit' | 'deadline'>,
  language: Language,
): string =>
  was[language](
    promiseText(earlier, unit, language, { deadline }),
    formatDate(earlier.until, language, 'long'),
  );
