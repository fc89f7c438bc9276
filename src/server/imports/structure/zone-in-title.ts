import { findZoneName } from './zone-name.ts';

/** Words of a title other than the name of a zone: the kind of list, its day, its unit. */
const otherWords = [
  /\d{4}-\d{2}-\d{2}T[\d:.]+Z?|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?/gi,
  /\b(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{4}/gi,
  /[(（【[][^)）】\]]*[)）】\]]/g,
  /\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*\d{1,2}\s*日?|\s*月)?|\d{4}\s*年?(?:度)?|\d{1,2}\s+\p{L}+\s+\d{4}/gu,
  /(?:招商|投资|投資|重点|重点的|在谈|储备|签约)?(?:项目|項目|案件|プロジェクト)(?:管理)?(?:台账|台帳|清单|一览表|一覧表?|汇总表|進捗表?|进度表|进展情况表?|情况表|明细表|リスト)?/g,
  /台账|台帳|清单|一览表|一覧表?|汇总表|进度表|进展情况表?|明细表|截至|时点|時点|現在/g,
  /\b(?:investment|project|projects|company|companies|register|registry|list|ledger|pipeline|progress|report|overview|status|summary|monthly|annual|of|for|the|in|as|at|by|data)\b/gi,
] as const;
const longest = 60;

/**
 * Finds the name of a zone in the lines above a table: a name with a word for zones, else the rest
 * without words for lists and days.
 * @returns undefined if no name or several names remain
 */
export function findZoneInTitle(titles: readonly string[]): string | undefined {
  const zoneName = findZoneName(titles);
  if (zoneName !== undefined) return zoneName;
  const names = titles.flatMap((title) => {
    const rest = otherWords
      .reduce((text, words) => text.replace(words, ' '), title.normalize('NFKC'))
      .replace(/(?:[\s·:：、,，;；|/–—_]|(?<!\p{L})-|-(?!\p{L}))+/gu, ' ')
      .trim();
    return rest.length >= 2 && rest.length <= longest && /\p{L}{2}/u.test(rest) ? [rest] : [];
  });
  return names.length === 1 ? names[0] : undefined;
}
