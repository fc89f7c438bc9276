import { japaneseEras } from '#domain/values/reading/japanese-eras.ts';
import type { Cell } from '#server/imports/read/table.ts';
import {
  createDay,
  EARLIEST,
  LATEST,
  createMonthEnd,
  createYearEnd,
  type ParsedDate,
} from './calendar-day.ts';
import { parsePeriodDate, replaceNumerals } from './period-date.ts';
import { latinDigits } from './digits.ts';
import { parseNamedMonth } from './month-names.ts';
import { memoise } from '#server/core/memoise.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';

export type DateOrder = 'dmy' | 'mdy';

/** Parses years of the Republic of China: 民國115年, 115年 and 115/03/31 are in 2026. */
function republic(text: string): ParsedDate | undefined {
  const m =
    /^(?:中華民國|民國|民国)?\s*(?<y>\d{2,3})\s*年\s*(?<m>\d{1,2})\s*月(?:\s*(?<d>\d{1,2})\s*日)?$/.exec(
      text,
    ) ?? /^(?<y>1[0-3]\d)[./-](?<m>\d{1,2})(?:[./-](?<d>\d{1,2}))?$/.exec(text);
  const year = /^(?:中華民國|民國|民国)?\s*(1[0-3]\d)\s*年度?$/.exec(text)?.[1];
  if (year !== undefined) return createYearEnd(Number(year) + 1911);
  const { y = '', m: of, d } = m?.groups ?? {};
  if (of === undefined || (y.length < 3 && !/民[國国]/.test(text))) return undefined;
  return d === undefined
    ? createMonthEnd(Number(y) + 1911, Number(of))
    : createDay(Number(y) + 1911, Number(of), Number(d));
}

function era(text: string): ParsedDate | undefined {
  const m =
    /^(令和|平成|昭和|[rhs])\s*(元|\d{1,2})\s*(?:年|[./-])\s*(?:(\d{1,2})(?:\s*(?:月|[./-])\s*(?:(\d{1,2})\s*日?)?)?)?$/i.exec(
      text,
    );
  if (!m) return undefined;
  const base = japaneseEras[(m[1] as string).toLowerCase()] ?? 0;
  const y = base + (m[2] === '元' ? 1 : Number(m[2]));
  if (m[3] === undefined) return createYearEnd(y);
  return m[4] === undefined
    ? createMonthEnd(y, Number(m[3]))
    : createDay(y, Number(m[3]), Number(m[4]));
}

const planned =
  /^(?:预计|計劃|计划|拟|予定|expected|planned)\s*|\s*(?:予定|预计|計画|计划|예정|\((?:予定|计划|预计|예정|planned|expected|est\.?)\)|planned|expected|est\.?)$/i;
/** Whether a cell says that its day is in the future. */
export const isPlanned = (cell: Cell): boolean =>
  typeof cell === 'string' && planned.test(cell.normalize('NFKC').trim());

/** Words of approximation, which the parser drops. */
const about =
  /^(?:ca\.?|circa|c\.|approx(?:\.|imately)?|around|about|by|before|until|no later than|約|约|大约|大約|vers|env\.?|environ|hacia|etwa|um|bis)\s*(?=\S)/i;

/** Returns the text of a date without weekday, time and time zone, which never change the day. */
const dateText = (cell: string): string =>
  latinDigits(cell.normalize('NFKC'))
    .trim()
    .replace(/^(\d{4}-\d{1,2}-\d{1,2})T.*$/, '$1')
    .replace(
      /\s+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i,
      '',
    )
    .replace(/\s*\((?:[一二三四五六日月火水木金土]|mon|tue|wed|thu|fri|sat|sun)\)$/i, '')
    .replace(planned, '')
    .replace(/(?<=\d)\s*(?:г|р|года|року)\.?$/i, '')
    .trim()
    .replace(about, '')
    .trim()
    .replace(/(?:上旬|中旬|下旬|前|末|底|左右|前后|前後|頃|ごろ)$/, '')
    // 10. 3. 2025 and 10.3.2025., as in Serbia
    .replace(/(?<=\d{4})\.$/, '')
    .replace(/^(\d{1,2})\. ?(\d{1,2})\. ?(?=\d{4}$)/, '$1.$2.')
    // พ.ศ. and ค.ศ. name the calendar, ปี the year
    .replace(/^(?:ปี\s*)?(?:[พค]\.\s?ศ\.\s*)?(?:ปี\s*)?(?=\d{4}$)/, '')
    .replace(/[พค]\.\s?ศ\.\s*(?=\d{4}$)/, '')
    // Korean registers shorten the year: '24. 1. 3., '26.12 and 26년 12월
    .replace(/^['’‘](\d{2})\. ?(\d{1,2})\.?$/, '20$1-$2')
    .replace(/^['’‘]?(\d{2})년/, '20$1년')
    .replace(
      /^(?:['’‘](\d{2})\.|(\d{2})\. )(?= ?\d{1,2}\. ?\d{1,2}\.$)/,
      (_, a?: string, b?: string) => `20${a ?? b}.`,
    )
    // 2025. 3. 10. and 2025년 3월 10일
    .replace(
      /^(\d{4})(?:년|\.) ?(\d{1,2})(?:월|\.)(?: ?(\d{1,2})(?:일|\.)?)?$/,
      (_, y: string, m: string, d?: string) => (d === undefined ? `${y}-${m}` : `${y}-${m}-${d}`),
    )
    // ngày 31 tháng 3 năm 2026 and tháng 3/2026
    .replace(
      /^(?:ngày\s+)?(?:(\d{1,2})\s+)?tháng\s+(\d{1,2})(?:\s+năm\s+|\s*[/-]\s*)(\d{4})$/i,
      (_, d: string | undefined, m: string, y: string) =>
        d === undefined ? `${y}-${m}` : `${y}-${m}-${d}`,
    );

/**
 * Parses one date in any notation of registers. If day and month are both at most 12 and their
 * order is unknown, the result is `ambiguous`.
 */
export const parseDate = (cell: Cell, order?: DateOrder): ParsedDate =>
  typeof cell === 'number' || cell.length > 40
    ? readDate(cell, order)
    : (order === undefined ? anyOrder : order === 'dmy' ? dayFirst : monthFirst)(cell);
const anyOrder = memoise((text) => readDate(text));
const dayFirst = memoise((text) => readDate(text, 'dmy'));
const monthFirst = memoise((text) => readDate(text, 'mdy'));

/** Whether a database writes an empty date: 00.00.0000, 0000-00-00. */
const isEmptyDate = (cell: string): boolean => /^\s*0{2,4}[./-]00[./-]0{2,4}\b/.test(cell);

/** The most characters of a date. */
const longestDate = 200;

function readDate(cell: Cell, order?: DateOrder): ParsedDate {
  if (typeof cell === 'number') {
    if (Number.isInteger(cell) && cell >= 19_000_101 && cell <= 21_001_231)
      return parseDate(String(cell));
    if (cell >= EARLIEST && cell <= LATEST && Number.isInteger(cell)) return createYearEnd(cell);
    const yearAndMonth = /^(\d{4})\.(\d{1,2})$/.exec(String(cell));
    // 2025.03 is March; 2025.1 may be 2025.10 cut short, or January
    if (yearAndMonth && cell > EARLIEST && cell < LATEST)
      return yearAndMonth[2] === '1'
        ? { kind: 'fault', fault: 'month_cut' }
        : createMonthEnd(Number(yearAndMonth[1]), Number(yearAndMonth[2]));
    // a number may be an Excel serial day without a date format: 1949 to 2100
    if (cell < 17_899 || cell > 73_415)
      return { kind: 'fault', fault: cell > 0 && cell < 2_958_466 ? 'out_of_range' : 'no_date' };
    return parseDate(
      new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10),
    );
  }
  if (findMissingReason(cell) || isEmptyDate(cell)) return { kind: 'missing' };
  if (cell.length > longestDate) return { kind: 'fault', fault: 'no_date' };
  if (/^#+$/.test(cell.trim())) return { kind: 'fault', fault: 'hashes' };
  const text = dateText(replaceNumerals(cell));
  let m =
    /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (m) return createDay(Number(m[1]), Number(m[2]), Number(m[3]));
  m = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*月?$/.exec(text);
  if (m) return createMonthEnd(Number(m[1]), Number(m[2]));
  m = /^(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(text);
  if (m) return createMonthEnd(Number(m[2]), Number(m[1]));
  m = /^(\d{4})\s*年?$/.exec(text);
  if (m) return createYearEnd(Number(m[1]));
  m = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (m) {
    const [a, b, y] = [Number(m[1]), Number(m[2]), Number(m[3])];
    if (a > 12 || (order === 'dmy' && b <= 12)) return createDay(y, b, a);
    // no country writes the month first with points
    if (order === undefined && /\..+\./.test(text) && b <= 12) return createDay(y, b, a);
    if (b > 12 || order === 'mdy') return createDay(y, a, b);
    return a === b ? createDay(y, a, b) : { kind: 'ambiguous' };
  }
  if (/^\d{5}$/.test(text)) return parseDate(Number(text));
  return (
    parsePeriodDate(text) ??
    era(text) ??
    republic(text) ??
    parseNamedMonth(text) ?? { kind: 'fault', fault: 'no_date' }
  );
}

const between1904 = 1462;
/**
 * Converts a serial day from the 1904 system to the 1900 system. Years and days written as numbers
 * stay.
 */
export const convertFrom1904 = (cell: Cell): Cell =>
  typeof cell === 'number' && cell > LATEST && cell <= 73_415 ? cell + between1904 : cell;

/**
 * Finds the order of day and month that the cells of a column prove: a part over 12 is the day. The
 * order is undefined if cells contradict each other.
 */
export function findDateOrder(cells: Iterable<Cell>): {
  readonly order?: DateOrder;
  readonly open: boolean;
} {
  let first = 0;
  let second = 0;
  let open = false;
  for (const cell of cells) {
    if (typeof cell === 'number' || cell.length > longestDate) continue;
    const m = /^(\d{1,2})[-/.](\d{1,2})([-/.])(\d{4})$/.exec(dateText(cell));
    if (!m) continue;
    const [a, b] = [Number(m[1]), Number(m[2])];
    if (a > 12 && b <= 12) first += 1;
    else if (b > 12 && a <= 12) second += 1;
    else if (a !== b && m[3] !== '.') open = true;
  }
  if (first > 0 && second === 0) return { order: 'dmy', open: false };
  if (second > 0 && first === 0) return { order: 'mdy', open: false };
  return { open: open || (first > 0 && second > 0) };
}
