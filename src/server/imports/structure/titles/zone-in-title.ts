import { simplify } from '#server/imports/vocabulary/traditional-characters.ts';
import { parseNamedMonth } from '#server/imports/values/month-names.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import { namesKind, stripListWords } from './title-words.ts';
import { findZoneName } from './zone-name.ts';

/** Words of a title other than the name of a zone: the kind of list, its day, its unit. */
const otherWords = [
  /\d{4}-\d{2}-\d{2}T[\d:.]+Z?|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?/gi,
  /\b(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{4}/gi,
  /[(（【[][^)）】\]]*[)）】\]]/g,
  /\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*\d{1,2}\s*日?|\s*月)?|\d{4}\s*年?(?:度)?|\d{1,2}\s+\p{L}+\s+\d{4}/gu,
  /(?:招商|投资|投資|重点|重点的|在谈|储备|签约)?(?:项目|項目|案件|プロジェクト)(?:管理)?(?:台账|台帳|清单|一览表|一覧表?|汇总表|進捗表?|进度表|进展情况表?|情况表|明细表|リスト)?/g,
  /(?:[都道府県县市町村]内の?(?:企[業业])?)?(?:立地|進出|进出|誘致|诱致)(?:企[業业]|案件)?(?:一[覧览]表?)?|入居企業(?:一覧)?/g,
  /(?:(?:투자|유치|입주|기업|추진|사업|관리|분양)\s*)*(?:현황|목록|명단|대장|실적)표?/g,
  /\b(?:capital )?(?:expenditures?|spending|budgets?|capex)(?: by (?:year|quarter|month|project|sector))?\b/gi,
  /(?:引进|引入|招商|重点|投资|落户|入驻)*(?:企业|项目|公司)?(?:名单|名录|一览)/g,
  /台账|台帳|清单|一览表|一覧表?|汇总表|进度表|进展情况表?|明细表|截至|时点|時点|現在/g,
  /\b(?:investment|project|projects|company|companies|register|registry|list|ledger|pipeline|progress|report|overview|status|summary|monthly|annual|of|for|the|in|as|at|by|data)\b/gi,
] as const;
/** The office that runs a zone, at the end or the beginning of its name. */
const office =
  /(?:\s+(?:management|development|regulatory|administrative))?\s+(?:authority|administration|board|commission)$|^(?:autoridad|autoridade|autorité|administration) (?:de|da|of)(?: la| the)? |(?:管理委员会|管理委員會|管委会|管委會|管理局)$/giu;
const longest = 60;
/** A name in the quotation marks that enclose names of places in Cyrillic and other scripts. */
const quotedName = /«[^«»]{2,40}»/u;

/**
 * Finds the name of a zone in the lines above a table: a name with a word for zones, else the rest
 * without words for lists and days. The name of its office is that of the zone: Lekki Free Zone
 * Authority.
 * @returns undefined if no name or several names remain
 */
export function findZoneInTitle(titles: readonly string[]): string | undefined {
  const name = findName(titles);
  const rest = name?.replace(office, '').trim() ?? '';
  return namesKind(rest) || (isName(rest) && /\p{Script=Han}/u.test(rest)) ? rest : name;
}

function findName(titles: readonly string[]): string | undefined {
  const zoneName = findZoneName(titles);
  if (zoneName !== undefined) return zoneName;
  const parts = titles.map((title) => listParts(title.normalize('NFKC')));
  const zone = parts.flat().find(namesKind) ?? parts.flat().find((part) => quotedName.test(part));
  const names = parts.map((list) => list.join(' ')).filter(isName);
  return zone !== undefined && isName(zone) ? zone : names.length === 1 ? names[0] : undefined;
}

/** Whether a text may be a name. In scripts with capitals, a name has one. */
const isName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= longest &&
  /\p{L}{2}/u.test(text) &&
  (/[\p{Lu}\p{Lt}]/u.test(text) || !/\p{Ll}/u.test(text));

/** Removes a named day or month: 31 marzo 2026, Mart 2026. */
const removeMonths = (text: string): string =>
  text.replace(
    /(?:(?<!\p{L})\d{1,2}\.?\s+(?:de\s+)?)?[\p{L}\p{M}]{3,12}\.?\s+(?:de\s+)?\d{4}(?!\d)/gu,
    (match) => (parseNamedMonth(match)?.kind === 'date' ? ' ' : match),
  );

/** Removes words from a title. Traditional characters match as simplified ones. */
const removeWords = (title: string, words: RegExp): string =>
  [...simplify(title).matchAll(words)].reduceRight(
    (text, { 0: match, index }) => `${text.slice(0, index)} ${text.slice(index + match.length)}`,
    title,
  );

/** The parts of a title between marks, without words for lists and days. */
function listParts(title: string): readonly string[] {
  return otherWords
    .reduce(removeWords, removeMonths(title))
    .split(/\s[-–—]\s?|\s?[-–—]\s|[·:：、,，;；|/–—_]/u)
    .map((part) => stripListWords(part.replace(/(?:\s|(?<!\p{L})-|-(?!\p{L}))+/gu, ' ').trim()))
    .filter((part) => part !== '' && parseUnit(part) === undefined);
}
