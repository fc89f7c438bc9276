import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { isBeforeRegister } from '#domain/projects/first-known-day.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { IsoDate } from '#domain/values/date.ts';

const dayText = (day: IsoDate, language: Language): string => formatDate(day, language, 'long');

/** Writes that the projects are not known before the first known day. */
export const notKnownBefore = (first: IsoDate, language: Language): string =>
  ({
    'zh-CN': `${dayText(first, language)}之前的项目情况不详：台账记录自该日开始`,
    ja: `${dayText(first, language)}より前の案件は不明：台帳の記録はこの日から始まる`,
    en: `Projects are not known before ${dayText(first, language)}: the register begins on that day`,
  })[language];

const noRegister: Text = {
  'zh-CN': '尚未录入项目',
  ja: '案件はまだ登録されていない',
  en: 'No projects have been entered yet',
};
/**
 * Writes why no projects are known on a day.
 *
 * @param first - the first known day; undefined where nobody has entered a project
 */
export const writeNotKnown = (first: IsoDate | undefined, language: Language): string =>
  first === undefined ? noRegister[language] : notKnownBefore(first, language);

/** Writes that two days can not be compared, since one is before the first known day. */
export const notComparableBefore = (first: IsoDate, language: Language): string =>
  ({
    'zh-CN': `无法比较项目：${dayText(first, language)}之前的项目情况不详`,
    ja: `案件は比較できない：${dayText(first, language)}より前の案件は不明`,
    en: `Projects can't be compared: they are not known before ${dayText(first, language)}`,
  })[language];

/**
 * Writes why the projects of two days can not be compared.
 *
 * @param first - the first known day; undefined where nobody has entered a project
 */
export const writeNotComparable = (first: IsoDate | undefined, language: Language): string =>
  first === undefined ? noRegister[language] : notComparableBefore(first, language);

/** Writes that counts are lower bounds, and how many projects may be missing. */
export const undatedProjects = (count: number, language: Language): string =>
  ({
    'zh-CN': `项目数为最低值：另有${formatCount(count, language)}个项目的列入日期不详，未计入`,
    ja: `件数は下限：ほかに${formatCount(count, language)}件は登録日が不明のため数えていない`,
    en: `Counts are at least: ${formatCount(count, language)} more ${count === 1 ? 'project' : 'projects'} may have been there, without a day of entry`,
  })[language];

/** Notes on the counts of a day: not known, lower bounds, or not comparable. */
export function registerNotes(
  {
    as_of,
    compare,
    first_known_day: first,
    undated = 0,
  }: Pick<Overview, 'as_of' | 'compare' | 'first_known_day' | 'undated'>,
  language: Language,
): readonly string[] {
  if (first === undefined) return [];
  if (isBeforeRegister(as_of, first)) return [notKnownBefore(first, language)];
  return [
    ...(undated > 0 ? [undatedProjects(undated, language)] : []),
    ...(compare !== undefined && isBeforeRegister(compare, first)
      ? [notComparableBefore(first, language)]
      : []),
  ];
}
