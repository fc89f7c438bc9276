import { isIsoDate, isMonth, type IsoDate, type Month } from '#domain/values/date.ts';
import { japaneseEras } from './japanese-eras.ts';

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day or a month that a person typed: its value, or why it can't be read. */
export type TypedDay<T extends string> = { readonly value: T } | { readonly fault: TypedDayFault };
/** `two_ways`: a text with two readings, as 04/05/2026. */
export type TypedDayFault = 'unreadable' | 'no_such_day' | 'two_ways';

type Parts = readonly [year: number, month: number, day: number];
const pad = (part: number, width = 2): string => String(part).padStart(width, '0');

const numbers = (match: RegExpExecArray | null): readonly number[] | undefined =>
  match?.slice(1).map(Number);

/** The month of an English name of at least three letters. */
const namedMonth = (name = ''): number =>
  monthNames.findIndex((short) => name.length >= 3 && name.startsWith(short)) + 1;

function eraYear(text: string): string {
  return text.replace(
    /^(令和|平成|昭和|[rhs])\s*(元|\d{1,2})(?=\D)/i,
    (whole, era: string, year: string) => {
      const before = japaneseEras[era.toLowerCase()];
      return before === undefined ? whole : pad(before + (year === '元' ? 1 : Number(year)), 4);
    },
  );
}

const clean = (text: string): string =>
  eraYear(text.normalize('NFKC').trim().toLowerCase()).replaceAll(/[,，]/g, ' ');

/** Day, month and year of a text whose order is not given by the year in front. */
function yearLast(text: string): Parts | 'two_ways' | undefined {
  const dotted = numbers(/^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text));
  if (dotted !== undefined) return [dotted[2] ?? 0, dotted[1] ?? 0, dotted[0] ?? 0];
  const [a = 0, b = 0, year = 0] = numbers(/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)) ?? [];
  if (year === 0) return undefined;
  if (a <= 12 && b <= 12 && a !== b) return 'two_ways';
  return a > 12 ? [year, b, a] : [year, a, b];
}

function namedDay(text: string): Parts | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]+)\.?[\s-]+(\d{4})$/.exec(text);
  if (dayFirst !== null) return [Number(dayFirst[3]), namedMonth(dayFirst[2]), Number(dayFirst[1])];
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})$/.exec(text);
  return monthFirst === null
    ? undefined
    : [Number(monthFirst[3]), namedMonth(monthFirst[1]), Number(monthFirst[2])];
}

function yearFirst(text: string): Parts | undefined {
  const [year = 0, month = 0, day = 0] =
    numbers(
      /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?$/.exec(text) ??
        /^(\d{4})(\d{2})(\d{2})$/.exec(text),
    ) ?? [];
  return year === 0 ? undefined : [year, month, day];
}

/**
 * Reads a day as people type it in the languages of the product: 2026-11-27, 27.11.2026, 27 Nov
 * 2026, 2026年11月27日, 令和8年11月27日.
 */
export function readTypedDay(input: string): TypedDay<IsoDate> {
  const text = clean(input);
  const parts = yearFirst(text) ?? namedDay(text) ?? yearLast(text);
  if (parts === 'two_ways') return { fault: 'two_ways' };
  if (parts === undefined) return { fault: 'unreadable' };
  const [year, month, day] = parts;
  const value = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return isIsoDate(value) ? { value } : { fault: 'no_such_day' };
}

/** Reads a month as people type it: 2026-11, 11/2026, Nov 2026, 2026年11月, 令和8年11月. */
export function readTypedMonth(input: string): TypedDay<Month> {
  const text = clean(input);
  const first = numbers(/^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*月?$/.exec(text));
  const last = numbers(/^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text))?.toReversed();
  const named = /^([a-z]+)\.?\s+(\d{4})$/.exec(text);
  const [year, month] =
    first ?? last ?? (named === null ? [] : [Number(named[2]), namedMonth(named[1])]);
  if (year === undefined || month === undefined) return { fault: 'unreadable' };
  const value = `${pad(year, 4)}-${pad(month)}`;
  return isMonth(value) ? { value } : { fault: 'no_such_day' };
}
