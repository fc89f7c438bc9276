import type { ParsedDate } from './calendar-day.ts';
import { convertCalendar, findCalendar } from './calendars.ts';
import { parseDate } from './date.ts';
import { latinDigits } from './digits.ts';
import { parseNamedMonth } from './month-names.ts';

type FoundDate = Extract<ParsedDate, { kind: 'date' }>;

const monthName = String.raw`[\p{L}\p{M}]{3,12}\.?`;
/** Days in a line of text, then months of a year, each in the order of trust. */
const dayPatterns: readonly RegExp[] = [
  /(?:令和|平成|昭和)\s*(?:元|\d{1,2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/g,
  /\b[RHS]\d{1,2}\.\d{1,2}\.\d{1,2}\b/g,
  /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/g,
  /(?:民[國国]\s*\d{2,3}|(?<!\d)1[0-3]\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/g,
  /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g,
  /(?<!\d)\d{4}(?:\. ?|년 ?)\d{1,2}(?:\. ?|월 ?)\d{1,2}(?:\.|일)?(?!\d)/g,
  // '26. 10. 31., as in Korea
  /['’‘]\d{2}\. ?\d{1,2}\. ?\d{1,2}\.?(?!\d)/g,
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)/g,
  /(?<!\d)\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/gi,
  new RegExp(
    String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th|er|o)?\.?[\s-]+(?:de\s+|of\s+)?${monthName},?[\s-]+(?:del?\s+)?\d{4}(?!\d)`,
    'giu',
  ),
  new RegExp(String.raw`(?<!\p{L})${monthName}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}(?!\d)`, 'giu'),
];
const monthPatterns: readonly RegExp[] = [
  /(?:令和|平成|昭和)\s*(?:元|\d{1,2})\s*年\s*\d{1,2}\s*月/g,
  /\d{4}\s*年\s*\d{1,2}\s*月/g,
  /(?:民[國国]\s*\d{2,3}|(?<!\d)1[0-3]\d)\s*年\s*\d{1,2}\s*月/g,
  /(?<!\d)\d{4}년 ?\d{1,2}월/g,
  /tháng\s+\d{1,2}(?:\s+năm\s+|\s*[/-]\s*)\d{4}(?!\d)/gi,
  /(?<![\d./-])(?:0[1-9]|1[0-2])[/.-](?:19|20)\d\d(?![\d./-])/g,
];

/** A month by its name. Seasons such as Spring 2026 are no months. */
const namedMonth: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})${monthName},?[\s_-]*(?:del?\s+|of\s+)?(?:19|20)\d\d(?!\d)`,
    'giu',
  ),
];

/** Parses a day, also one of another calendar: ۱۴۰۵/۰۶/۳۱. */
function parseDay(text: string): ParsedDate {
  const calendar = findCalendar([text]);
  return parseDate(calendar === undefined ? text : convertCalendar(text, calendar));
}

function findIn(
  text: string,
  patterns: readonly RegExp[],
  parse: (text: string) => ParsedDate | undefined = parseDay,
): FoundDate | undefined {
  for (const pattern of patterns)
    for (const [match] of text.matchAll(pattern)) {
      const date = parse(match.replaceAll('_', ' '));
      if (date?.kind === 'date' && date.precision !== 'year') return date;
    }
  return undefined;
}

/**
 * Finds a day, else a month, in a line of text: 截至2021年4月16日, 基準日：令和3年4月16日, as of 16 April 2021,
 * Stand: 31.03.2026, 31 de março de 2026.
 * @returns undefined if the line has neither. A month is its last day
 */
export function findDate(text: string): FoundDate | undefined {
  const plain = latinDigits(text.normalize('NFKC'));
  return (
    findIn(plain, dayPatterns) ??
    findIn(plain, monthPatterns) ??
    findIn(plain, namedMonth, parseNamedMonth)
  );
}
