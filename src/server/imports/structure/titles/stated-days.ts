import { isIsoDate, type IsoDate } from '#domain/values/date.ts';
import { findDate } from '#server/imports/values/find-date.ts';
import { parseDate } from '#server/imports/values/date.ts';
import type { ParsedDate } from '#server/imports/values/calendar-day.ts';
import { parsePeriodDate } from '#server/imports/values/period-date.ts';

/** Quarters and months in a title or in the name of a file, in the order of trust. */
const periods: readonly RegExp[] = [
  /(?<![A-Za-z\d])[QT][1-4][\s_/.-]*(?:19|20)\d\d(?!\d)/i,
  /(?<!\d)(?:19|20)\d\d[\s_/.-]*[QT][1-4](?![A-Za-z\d])/i,
  /(?<!\d)(?:19|20)\d\d\s*年\s*(?:第?[一二三四1-4]季度|第?[1-4]四半期)/,
  /(?<!\d)20\d\d년\s*[1-4]분기/,
  /(?<![\p{L}\d])(?:I{1,3}|IV|[1-4])\.?[ºª°oa]?\s*(?:кв(?:артал)?|kw(?:artał)?|kv(?:artál)?|quartal|trim(?:estre)?|quarter)\.?\s*(?:de\s+)?20\d\d(?!\d)/iu,
  /(?<!\d)(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2])(?![\d])/,
  /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?!\d)/,
];

/**
 * Finds the last day of the quarter or month that a title or the name of the file states.
 * @returns undefined if the text states neither
 */
function findPeriodEnd(text: string): Extract<ParsedDate, { kind: 'date' }> | undefined {
  for (const pattern of periods) {
    const match = pattern.exec(text)?.[0];
    if (match === undefined) continue;
    const words = match
      .replace(/^(\d)[ºª°oa]/, '$1')
      .replace(/[_.-]+/g, ' ')
      .replace(/\bde\b/i, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const month = /^(\d{4}) ?(\d{2})$/.exec(words);
    const end = parsePeriodDate(words) ?? parseDate(month ? `${month[1]}-${month[2]}` : words);
    if (end.kind === 'date') return end;
  }
  return undefined;
}

/** The places outside its rows where a file may state its data date. */
type StatedIn = 'title' | 'sheet' | 'file_name';
/**
 * Where a data date comes from: an answer, the rows of an own export, a statement of the file, the
 * newest day of its rows, the last change of the file, or today.
 */
export type DayOrigin = 'answer' | 'rows' | StatedIn | 'newest' | 'modified' | 'today';
/** A data date that the file states outside its rows. */
export interface StatedDay {
  readonly day: IsoDate;
  readonly from: StatedIn;
  /**
   * Whether the file states a day, or the end of a month: 3月底. It may state a month or a quarter, of
   * which this is the end.
   */
  readonly isExact: boolean;
  /** Whether words such as "as at" call it the data date. */
  readonly isNamed: boolean;
}

/** The texts of a file outside its rows. */
export interface OuterTexts {
  readonly titles: readonly string[];
  readonly sheet?: string;
  readonly file: string;
}

const asOfWords =
  /截至|截止|기준|actualización|actualizado|tính đến|数据日期|填报日期|基準日|時点|現在|as of|as at|updated|per \d|\bstand\b|stichtag|stan na|\bal \d|\bau \d|situation au|situação em|posição em|itibar|\bper tanggal|حتى|à date du|ณ วันที่|станом на|peildatum|تاریخ گزارش|ημερομηνία (?:ενημέρωσης|αναφοράς)|situați[ae] la/i;

/** 2026年招商项目进度表（截至10月31日）: the title has the day, and only one year is named. */
function findDayOfYear(titles: readonly string[], file: string): IsoDate | undefined {
  const day = /(?:截至|截止)\D{0,6}(\d{1,2}月\d{1,2}日)/.exec(titles.join('\n'))?.[1];
  const years = new Set(
    [...titles, file].flatMap((title) => title.match(/(?<!\d)20\d\d(?=\s*年)/g) ?? []),
  );
  return day !== undefined && years.size === 1
    ? findDate(`${[...years][0]}年${day}`)?.date
    : undefined;
}

/** 20260331 and 2026_03_31 in the name of a file. */
function findDayInName(name: string): IsoDate | undefined {
  const [, y, m, d] = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(name) ?? [];
  return y === undefined ? undefined : findDate(`${y}-${m}-${d}`)?.date;
}

/** Three numbers of two digits, as days have: 31/10/26, 26.10.31, 31_10_26. */
const shortDays = /(?<![\p{L}\d/.-])(\d{2})([-_./])(\d{2})\2(\d{2})(?![\p{L}\d]|[-/.]\d)/gu;
/** The most years before today of a day whose year has two digits. */
const mostYears = 10;

/**
 * Finds a day whose year has two digits, in the only order of its parts that gives a past day. Only
 * parts without points may have the month first.
 * @returns undefined for several such days: 10/11/26
 */
function findShortDay(text: string, today: IsoDate): IsoDate | undefined {
  const earliest = `${Number(today.slice(0, 4)) - mostYears}${today.slice(4)}`;
  for (const [, a = '', mark, b = '', c = ''] of text.matchAll(shortDays)) {
    const orders = [[c, b, a], [a, b, c], ...(mark === '.' ? [] : [[c, a, b]])];
    const days = orders
      .map((parts) => `20${parts.join('-')}`)
      .filter((day) => isIsoDate(day) && day <= today && day >= earliest);
    const [day, other] = [...new Set(days)];
    if (day !== undefined && other === undefined) return day;
  }
  return undefined;
}

/** Reads the day of one text, or the end of its month or quarter, which is at the latest today. */
function readText(text: string, from: StatedIn, today: IsoDate): StatedDay | undefined {
  const plain = text.normalize('NFKC');
  const inName = from === 'title' ? undefined : findDayInName(plain);
  const isNamed = asOfWords.test(plain);
  if (inName !== undefined) return { day: inName, from, isExact: true, isNamed };
  const date = findDate(plain);
  if (date?.precision === 'day') return { day: date.date, from, isExact: true, isNamed };
  const short = findShortDay(plain, today);
  if (short !== undefined) return { day: short, from, isExact: true, isNamed };
  const end = (findPeriodEnd(plain) ?? date)?.date;
  if (end === undefined || end.slice(0, 7) > today.slice(0, 7)) return undefined;
  const isEnd = /月\s*[底末]|월\s*말|\bend of\b/i.test(plain);
  return { day: end < today ? end : today, from, isExact: isEnd, isNamed };
}

/**
 * Finds the data dates that the lines above the table, the name of the sheet and the name of the
 * file state, the most trusted first.
 * @param today - a month or quarter that begins later is no data date
 */
export function findStatedDays(
  { titles, sheet = '', file }: OuterTexts,
  today: IsoDate,
): readonly StatedDay[] {
  const inTitles = titles.flatMap((title) => readText(title, 'title', today) ?? []);
  const ofYear = findDayOfYear(titles, file);
  return [
    ...inTitles.filter(({ isNamed, isExact }) => isNamed && isExact),
    ...(ofYear === undefined
      ? []
      : [{ day: ofYear, from: 'title', isExact: true, isNamed: true } as const]),
    ...inTitles.filter(({ isNamed, isExact }) => isNamed && !isExact),
    ...inTitles.filter(({ isNamed }) => !isNamed),
    ...[readText(sheet, 'sheet', today) ?? []].flat(),
    ...[readText(file.replace(/\.[^.]*$/, ''), 'file_name', today) ?? []].flat(),
  ];
}
