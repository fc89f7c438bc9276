import { createMonthEnd, createYearEnd, type ParsedDate } from './calendar-day.ts';
import { findCalendarPeriod } from './fiscal-year.ts';
import { stripWord } from './month-names.ts';

const numerals = '〇一二三四五六七八九';
/** Replaces Chinese numerals in years and months by digits: 二〇二七年三月 gives 2027年3月. */
export function replaceNumerals(text: string): string {
  if (!/^[〇零○一二三四五六七八九]{4}年/.test(text.trim())) return text;
  const digit = (sign: string): string =>
    String(Math.max(0, numerals.indexOf(sign.replace(/[零○]/, '〇'))));
  const number = (signs: string): string => {
    const [, tens = '', ones = ''] = /^([一二三]?十)?([一二三四五六七八九])?$/.exec(signs) ?? [];
    const ten = tens === '' ? 0 : tens === '十' ? 1 : Number(digit(tens.charAt(0)));
    return String(10 * ten + (ones === '' ? 0 : Number(digit(ones))));
  };
  return text
    .trim()
    .replace(/^.{4}/, (signs) => [...signs].map(digit).join(''))
    .replace(/([一二三四五六七八九十]{1,3})(?=[月日])/g, number);
}

/** The last month of each named part of a year. */
const seasons: readonly (readonly [RegExp, number])[] = [
  [/^(?:spring|fruhjahr|fruhling|printemps|春季?|봄)$/, 5],
  [/^(?:summer|sommer|ete|夏季?|여름)$/, 8],
  [/^(?:autumn|fall|herbst|automne|秋季?|가을)$/, 11],
  [/^(?:winter|hiver|冬季?|겨울)$/, 12],
  [
    /^(?:early|start of|beginning of|anfang|debut|principios|inicio|inizio|年初|初|初頭|초|연초|ต้นปี)$/,
    3,
  ],
  [/^(?:mid|middle of|mitte|mi|milieu|mediados|meta|meados|medio|年中|中|半ば|中頃|중|กลางปี)$/, 6],
  [/^(?:late|end of|end|ende|fin|finales|fine|fim|final|年底|年末|底|末|말|연말|ปลายปี|สิ้นปี)$/, 12],
];
const findSeason = (word: string): number | undefined =>
  seasons.find(([name]) => name.test(stripWord(word).trim()))?.[1];

const roman: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
};
const parseNumeral = (sign: string): number => roman[sign.toLowerCase()] ?? Number(sign);

/** Patterns of quarters and halves before or after their year. */
const quarters: readonly RegExp[] = [
  /^(?<y>\d{4})\s*年\s*(?:第?(?<n>[一二三四1-4])季度|第?(?<m>[1-4])四半期|Q(?<q>[1-4]))$/i,
  /^[QT](?<n>[1-4])[\s/.-]*(?<y>\d{4})$/i,
  /^(?<n>[1-4])[QT][\s/.-]*(?<y>\d{4})$/i,
  /^(?<y>\d{4})[\s/.-]*[QT](?<n>[1-4])$/i,
  /^(?<y>\d{4})[\s/.-]*(?<n>[1-4])[QT]$/i,
  /^(?<n>I{1,3}|IV|[1-4])\.?\s*(?:кв(?:артал)?|kw(?:artał|\.)?|kv(?:artál|artal)?|quartal|trim(?:estre)?|quarter|ceyrek|kuartal|triwulan)\.?\s*(?:de\s+)?(?<y>\d{4})$/i,
  /^(?:triwulan|tw|kuartal|trimestre|квартал)\.?\s*(?<n>I{1,3}|IV|[1-4])[\s,/-]*(?<y>\d{4})$/i,
  /^(?<n>[1-4])(?:st|nd|rd|th)\s+quarter(?:\s+of)?\s+(?<y>\d{4})$/i,
  /^(?<y>\d{4})(?:년|\.)\s*(?<n>[1-4])(?:\/4)?분기$/,
  /^ไตรมาส(?:ที่)?\s*(?<n>[1-4])\s*(?:\/|ปี)?\s*(?<y>\d{4})$/,
  /^(?<y>\d{4})[\s,.]*(?<n>I{1,3}|IV|[1-4])\.?\s*(?:ceyrek|kwartał|kw\.?|trimestre|quarter)$/i,
];
const halves: readonly RegExp[] = [
  /^(?<y>\d{4})\s*年?\s*(?<n>上半年|下半年|上期|下期|上半期|下半期|前半|後半|后半)$/,
  /^[HS](?<n>[12])[\s/.-]*(?<y>\d{4})$/i,
  /^(?<n>[12])[HS][\s/.-]*(?<y>\d{4})$/i,
  /^(?<y>\d{4})[\s/.-]*[HS](?<n>[12])$/i,
  /^(?<n>I{1,2}|[12])\.?\s*(?:полугодие|półrocze|pololetí|halbjahr|semestre|half|yarıyıl|semester)\s*(?:de\s+)?(?<y>\d{4})$/i,
  /^(?<y>\d{4})(?:년|\.)\s*(?<n>상반기|하반기)$/,
];
const partIn = (
  patterns: readonly RegExp[],
  text: string,
): { readonly y: number; readonly n: string } | undefined => {
  for (const pattern of patterns) {
    const { y, n, m, q } = pattern.exec(text)?.groups ?? {};
    if (y !== undefined) return { y: Number(y), n: n ?? m ?? q ?? '' };
  }
  return undefined;
};

/**
 * Parses fiscal years: FY2027, FY2025 Q3 and 2025年度 as calendar years, since their beginning is
 * unknown here, and 令和6年度 as ending on 31 March of the next year.
 */
function fiscalPeriod(text: string): ParsedDate | undefined {
  const period = findCalendarPeriod(text);
  if (period === undefined) return undefined;
  const [y, m] = period.month.split('-').map(Number) as [number, number];
  return period.isYear ? createYearEnd(y) : createMonthEnd(y, m);
}

/**
 * Parses the last day of a part of a year: 2021年一季度, Q3 2025, T2 2027, IV кв. 2027, 上半年, H1 2027,
 * Spring 2027, Mid-2026, FY2027, 令和6年度.
 * @returns undefined for any other text
 */
export function parsePeriodDate(cell: string): ParsedDate | undefined {
  // 1º semestre, 2e trimestre, 4. çeyrek
  const text = cell
    .replace(/^([1-4])(?:o|a|e|er|ère|eme|ème)\s+(?=trim|sem)/i, '$1 ')
    .replace(/çeyrek/i, 'ceyrek');
  const quarter = partIn(quarters, text);
  if (quarter !== undefined) return createMonthEnd(quarter.y, 3 * parseNumeral(quarter.n));
  const half = partIn(halves, text);
  if (half !== undefined)
    return createMonthEnd(half.y, /^(?:上|前|상|I$|1)/i.test(half.n) ? 6 : 12);
  const word =
    /^(?<word>[\p{L}\p{M}\s]{2,14}?)[\s-]*(?:de\s+)?(?<y>\d{4})$/u.exec(text) ??
    /^(?<y>\d{4})\s*[년年]?\s*(?<word>[\p{L}]{1,3})$/u.exec(text);
  const season = word?.groups === undefined ? undefined : findSeason(word.groups['word'] ?? '');
  if (season !== undefined)
    return season === 12
      ? createYearEnd(Number(word?.groups?.['y']))
      : createMonthEnd(Number(word?.groups?.['y']), season);
  return fiscalPeriod(text);
}
