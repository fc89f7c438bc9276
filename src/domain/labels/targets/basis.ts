import { inBrackets, type Language, type Text } from '#domain/values/language.ts';
import type { ValueBasis } from '#domain/targets/target-row.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The period of a value, inside a sentence; `month` is a single month of a flow. */
export const basisTerms: Terms<ValueBasis | 'month'> = {
  level: words('期末数', '期末値', 'level at the end'),
  last_12_months: words('近12个月合计', '直近12か月の合計', 'over the last 12 months'),
  closed_year: words('全年', '年間', 'full year'),
  year_to_date: words('自年初累计', '年初来累計', 'year to date'),
  month: words('当月', '当月', 'in the month'),
};

/**
 * The name of a measure, with what its values cover where it is a flow: Industrial output (year to
 * date).
 */
export function coveredName(
  { name, covers }: { readonly name: Text; readonly covers?: ValueBasis | 'month' },
  language: Language,
): string {
  if (covers === undefined) return name[language];
  return `${name[language]}${inBrackets(basisTerms[covers][language], language)}`;
}
