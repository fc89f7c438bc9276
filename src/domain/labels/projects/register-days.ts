import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
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
/** The sentence of a link without a first known day: it may exclude every project. */
const noneInLink: Text = {
  'zh-CN': '本链接不显示任何项目',
  ja: 'このリンクは案件を表示しない',
  en: 'This link shows no projects',
};
/** Since when projects are known, and whether by the reader of a link. */
type KnownSince = Pick<Overview, 'first_known_day' | 'is_link'>;
/** Writes why no projects are known on a day. */
export const writeNotKnown = (
  { first_known_day: first, is_link }: KnownSince,
  language: Language,
): string =>
  first === undefined
    ? (is_link === true ? noneInLink : noRegister)[language]
    : notKnownBefore(first, language);

/** Writes that two days cannot be compared, since one is before the first known day. */
const notComparableBefore = (first: IsoDate, language: Language): string =>
  ({
    'zh-CN': `无法比较项目：${dayText(first, language)}之前的项目情况不详`,
    ja: `案件は比較できない：${dayText(first, language)}より前の案件は不明`,
    en: `Projects can't be compared: they are not known before ${dayText(first, language)}`,
  })[language];
const unknownDay: Text = {
  'zh-CN': '无法比较项目：情况不详',
  ja: '案件は比較できない：案件は不明',
  en: "Projects can't be compared: they are not known",
};

/**
 * Writes why the projects of two days cannot be compared.
 * @param from - the first of the two days; undefined where none is known
 */
export function writeNotComparable(
  since: KnownSince,
  from: IsoDate | undefined,
  language: Language,
): string {
  const first = since.first_known_day;
  if (first === undefined) return writeNotKnown(since, language);
  return from !== undefined && from >= first
    ? unknownDay[language]
    : notComparableBefore(first, language);
}

/** Writes that counts are lower bounds, and how many projects may be missing. */
export const undatedProjects = (count: number, language: Language): string =>
  ({
    'zh-CN': `项目数为最低值：另有${formatCount(count, language)}个项目的列入日期不详，未计入`,
    ja: `件数は下限：ほかに${formatCount(count, language)}件は登録日が不明のため数えていない`,
    en: `Counts are at least: ${formatCount(count, language)} more ${count === 1 ? 'project' : 'projects'} may have been there, without a day of entry`,
  })[language];

/** Writes how many projects have no stage, and so count in neither group. */
const withoutStage = (count: number, language: Language): string =>
  ({
    'zh-CN': `${formatCount(count, language)}个项目阶段未定，未计入任何一类`,
    ja: `${formatCount(count, language)}件は段階未定で、立地済みにも商談・準備中にも数えない`,
    en: `${formatCount(count, language)} ${count === 1 ? 'project has no stage and counts' : 'projects have no stage and count'} in neither group`,
  })[language];

/** Notes on the counts of a day: not known, lower bounds, of some stages, or not comparable. */
export function registerNotes(
  {
    as_of,
    compare,
    first_known_day: first,
    undated = 0,
    strip,
    headline,
  }: Pick<Overview, 'as_of' | 'compare' | 'first_known_day' | 'undated' | 'strip'> &
    Partial<Pick<Overview, 'headline'>>,
  language: Language,
): readonly string[] {
  if (first === undefined) return [];
  if (!areProjectsKnown(as_of, first)) return [notKnownBefore(first, language)];
  // a link may show the headline without the stages
  const notSet = Number(headline?.stage_not_set?.value ?? countNotSetOfStrip(strip));
  return [
    ...(undated > 0 ? [undatedProjects(undated, language)] : []),
    ...(notSet > 0 ? [withoutStage(notSet, language)] : []),
    ...(compare !== undefined && !areProjectsKnown(compare, first)
      ? [notComparableBefore(first, language)]
      : []),
  ];
}
