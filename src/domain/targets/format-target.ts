import type { Language } from '#domain/values/language.ts';
import { attainedPercent } from './verdict.ts';
import type { VerdictThresholds } from '#domain/zone/zone.ts';
import { formatValue, formatPercentBelow } from '#domain/values/format.ts';
import type { Comparator } from '#domain/zone/indicator.ts';
import { type Terms, words, term } from '#domain/values/term.ts';

/**
 * The words before the number of a target. `>` excludes the number, as do 超过 and 超; 以上 would
 * include it.
 */
export const comparatorBefore: Terms<Comparator> = {
  '>': words('超过', '', 'more than '),
  '>=': words('不少于', '', 'at least '),
  '<': words('少于', '', 'less than '),
  '<=': words('不超过', '', 'at most '),
  '=': words('', '', ''),
  qualitative: words('', '', ''),
};

/** The words after the number and its unit. */
export const comparatorAfter: Terms<Comparator> = {
  '>': words('', '超', ''),
  '>=': words('', '以上', ''),
  '<': words('', '未満', ''),
  '<=': words('', '以下', ''),
  '=': words('', '', ''),
  qualitative: words('', '', ''),
};

/**
 * Formats now ÷ plan as percent on the same side of every threshold as the verdict: 94.96% is not
 * rounded to 95%, but has more digits or is "under 95%".
 */
export const formatAttainment = (
  ratio: number,
  thresholds: Partial<VerdictThresholds>,
  language: Language,
): string => formatPercentBelow(attainedPercent(ratio), Object.values(thresholds), language, 0);

/** Adds the comparator to a formatted target: 超过200家, 200社超, more than 200 companies. */
export const addComparator = (comparator: Comparator, text: string, language: Language): string =>
  term(comparatorBefore, comparator, language) + text + term(comparatorAfter, comparator, language);

/** Formats a target with its unit and its comparator. */
export const formatTarget = (
  comparator: Comparator,
  value: string,
  unit: string,
  language: Language,
): string => addComparator(comparator, formatValue(value, unit, language).text, language);
