import type { Cell } from '#server/imports/read/table.ts';
import { latinDigits } from './digits.ts';

/** A calendar other than the Gregorian one, in which a register may write its days. */
export type Calendar = 'buddhist' | 'persian' | 'islamic' | 'ethiopic' | 'nepali';

/** A year of the Hijra: 1300 to 1479. */
const hijraYear = /(?<!\d)1[34]\d\d(?!\d)/;
const gregorianYear = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const buddhistYear = /(?<!\d)2[45]\d\d(?!\d)/;
/**
 * The last year of the Persian calendar, and the year before the first one of the Islamic calendar,
 * that registers write: 2047 and 2005. Of the two calendars only one puts a project in these years.
 */
const lastPersianYear = 1426;

const longest = 40;
/** The cells with digits, in Latin digits. */
const textsOf = (cells: readonly Cell[]): readonly string[] =>
  cells
    .filter((cell): cell is string => typeof cell === 'string' && cell.length <= longest)
    .map(latinDigits)
    .filter((text) => /\d/.test(text));

/** Words for the calendar of Ethiopia, whose years look like Gregorian ones: (E.C.), ዓ.ም. */
const ethiopicWords = /[([]\s*E\.\s?C\.?\s*[)\]]|(?<!\p{L})ethiopian|ዓ\.?\s?ም/iu;
/** The same mark without points, which abroad means the clearance of an environmental office. */
const shortEthiopicMark = /[([]\s*EC\s*[)\]]/;
const namesEthiopia = /(?<!\p{L})(?:ethiopia|birr(?!\p{L})|ETB(?!\p{L}))/iu;
const ethiopicEnd = /\d\s*(?:E\.\s?C\.?|ዓ\.?\s?ም\.?)$/iu;

/** Words for the calendar of Nepal, whose years are about 57 ahead of the Gregorian ones. */
const nepaliWords = /[([]\s*B\.\s?S\.?\s*[)\]]|(?<!\p{L})(?:bikram|vikram)|वि\.?\s?सं/iu;
/** Years that only the calendar of Nepal has in a register: 2070 to 2099. */
const nepaliYear = /(?<!\d)20[7-9]\d(?!\d)/;

/**
 * Finds the calendar of a column by its header, the words of its file and its years. All cells must
 * have such a year, so that a single typing error does not count.
 * @returns undefined for the Gregorian calendar, and for years of several calendars
 */
export function findCalendar(
  cells: readonly Cell[],
  header = '',
  evidence: () => string = () => '',
): Calendar | undefined {
  const texts = textsOf(cells);
  const isEthiopic = texts.length > 0 && texts.every((text) => ethiopicEnd.test(text.trim()));
  const isInEthiopia = shortEthiopicMark.test(header) && namesEthiopia.test(evidence());
  if (isEthiopic || isInEthiopia || ethiopicWords.test(header)) return 'ethiopic';
  const isNepali = texts.length > 0 && texts.every((text) => nepaliYear.test(text));
  if (isNepali || nepaliWords.test(header)) return 'nepali';
  const all = (year: RegExp): boolean =>
    texts.length > 0 && texts.every((text) => year.test(text) && !gregorianYear.test(text));
  if (all(buddhistYear)) return 'buddhist';
  if (!all(hijraYear)) return undefined;
  const years = texts.map((text) => Number(hijraYear.exec(text)?.[0]));
  if (years.every((year) => year <= lastPersianYear)) return 'persian';
  return years.every((year) => year > lastPersianYear - 20) ? 'islamic' : undefined;
}

const dayInMilliseconds = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
type KnownCalendar = Exclude<Calendar, 'buddhist' | 'nepali'>;
const calendarIds = {
  persian: 'persian',
  islamic: 'islamic-umalqura',
  ethiopic: 'ethiopic',
} as const;
function formatOf(calendar: KnownCalendar): Intl.DateTimeFormat {
  const id = calendarIds[calendar];
  const cachedFormat = formats.get(id);
  if (cachedFormat !== undefined) return cachedFormat;
  const format = new Intl.DateTimeFormat(`en-u-ca-${id}-nu-latn`, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  formats.set(id, format);
  return format;
}

/**
 * The first day of each calendar in the Gregorian calendar, and the days of a mean year and month.
 */
const beginnings = {
  persian: { first: Date.UTC(622, 2, 22), year: 365.2422, month: 365.2422 / 12 },
  islamic: { first: Date.UTC(622, 6, 19), year: 354.367, month: 354.367 / 12 },
  ethiopic: { first: Date.parse('0008-08-27'), year: 365.25, month: 30 },
} as const;

/** Finds the Gregorian day of a day of another calendar. @returns undefined if there is none */
function toGregorian(
  calendar: KnownCalendar,
  [year, month, day]: readonly [number, number, number],
): string | undefined {
  const { first, year: days, month: monthDays } = beginnings[calendar];
  const about = Math.round((year - 1) * days + (month - 1) * monthDays + day - 1);
  const wholeDate = `${month}/${day}/${year}`;
  for (let shift = 0; shift <= 5; shift += 1)
    for (const at of [about + shift, about - shift]) {
      const date = new Date(first + at * dayInMilliseconds);
      const text = formatOf(calendar)
        .formatToParts(date)
        .filter(({ type }) => type === 'month' || type === 'day' || type === 'year')
        .map(({ value }) => value);
      if (text.join('/') === wholeDate) return date.toISOString().slice(0, 10);
    }
  return undefined;
}

/**
 * Converts a date of another calendar to the Gregorian one, by the Unicode CLDR: 1405/06/31 of the
 * Persian calendar is 2026-09-22, 2569 of the Buddhist one is 2026, 01/01/2016 of the Ethiopian one
 * is 2023-09-12. A day of Nepal, which the CLDR does not have, gets a mark.
 * @returns the cell as written, if it is no such date. A part of an Ethiopian date has its mark
 */
export function convertCalendar(cell: Cell, calendar: Calendar): Cell {
  if (typeof cell !== 'string') return cell;
  const text = latinDigits(cell.normalize('NFKC')).replace(/\s*(?:E\.\s?C\.?|ዓ\.?\s?ም\.?)$/iu, '');
  // the CLDR has no days of Nepal: they are never read as Gregorian ones
  if (calendar === 'nepali') return /\d/.test(text) ? `${text} B.S.` : cell;
  if (calendar === 'buddhist')
    return text.replace(buddhistYear, (year) => String(Number(year) - 543));
  const yearFirst = /^\s*(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\s*$/.exec(text);
  const yearLast = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  const parts = yearFirst
    ? [yearFirst[1], yearFirst[2], yearFirst[3]]
    : yearLast
      ? [yearLast[3], yearLast[2], yearLast[1]]
      : undefined;
  const day =
    parts === undefined
      ? undefined
      : toGregorian(calendar, parts.map(Number) as [number, number, number]);
  // a year of Ethiopia is never read as a Gregorian one
  return day ?? (calendar === 'ethiopic' && /\d/.test(text) ? `${text} E.C.` : cell);
}
